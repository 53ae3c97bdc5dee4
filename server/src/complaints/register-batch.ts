import {
  type RegisterBatchResult,
  type RegisterComplaint,
  type registerBatchSchema,
  registerComplaintSchema,
} from "@otklik/shared/complaint/complaint";
import { fieldProblemsIn } from "@otklik/shared/field-problems";
import type { z } from "zod";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";
import { checkProof } from "../proof/check-proof";
import { toProblem } from "../to-problem";
import { ingestKeyOf } from "./ingest-key";
import { registerChecked } from "./register-complaint";

type RefusedItem = Extract<RegisterBatchResult["results"][number], { problem: unknown }>;

/** What became of each clip, and when those may be sent again that were too many at once; null when none was. */
interface RegisteredBatch {
  readonly result: RegisterBatchResult;
  readonly retryAfterSeconds: number | null;
}

/**
 * Registers several clips, each as if it came alone, so that a bad one does not hold up the
 * others. They are numbered in their order. Of more than the caller may register now the first
 * are taken, the rest refused as `too-many-requests`; one of them has been counted already.
 *
 * @throws RegisterError `unavailable` when none could be registered now
 */
export async function registerBatch(
  deps: Deps,
  caller: Caller,
  { complaints }: z.output<typeof registerBatchSchema>,
): Promise<RegisteredBatch> {
  const { allowed, retryAfterSeconds } = await deps.limits.ingest.take(
    ingestKeyOf(caller),
    complaints.length - 1,
  );
  const taken = complaints.slice(0, 1 + allowed);
  const tooMany = toRefused(caller, new RegisterError("too-many-requests"));
  // Signatures are looked at first and all at once: one that takes longer would lose its clip the place in the row.
  const checked = await Promise.all(taken.map((item) => answerTo(caller, () => checkItem(item))));
  const results = checked.map((item) =>
    "problem" in item
      ? item
      : answerTo(caller, async () => {
          const complaint = await registerChecked(deps, caller, item.complaint, item.manifestHash);
          return { status: complaint.created ? 201 : 200, complaint } as const;
        }),
  );
  const refused = complaints.slice(taken.length).map(() => tooMany);
  return {
    result: { results: [...(await Promise.all(results)), ...refused] },
    retryAfterSeconds: refused.length === 0 ? null : retryAfterSeconds,
  };
}

interface CheckedItem {
  readonly complaint: RegisterComplaint;
  readonly manifestHash: string | null;
}

async function checkItem(item: unknown): Promise<CheckedItem> {
  const parsed = registerComplaintSchema.safeParse(item);
  if (!parsed.success) throw new RegisterError("invalid-request", { errors: fieldProblemsIn(parsed.error) });
  const { id, clip } = parsed.data;
  return { complaint: parsed.data, manifestHash: await checkProof(id, clip) };
}

/** What a clip's own problem is said as; one that is everybody's is thrown on. */
async function answerTo<Done>(caller: Caller, work: () => Promise<Done>): Promise<Done | RefusedItem> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof RegisterError) || error.code === "unavailable") throw error;
    return toRefused(caller, error);
  }
}

function toRefused({ locale }: Caller, { code, errors }: RegisterError): RefusedItem {
  const problem = toProblem(code, locale, errors);
  return { status: problem.status, problem };
}
