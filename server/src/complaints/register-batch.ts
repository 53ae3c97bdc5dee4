import {
  type RegisterBatchResult,
  type registerBatchSchema,
  registerComplaintSchema,
} from "@otklik/shared/complaint/complaint";
import { fieldProblemsIn } from "@otklik/shared/field-problems";
import type { z } from "zod";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";
import { toProblem } from "../to-problem";
import { registerComplaint } from "./register-complaint";

type BatchItemResult = RegisterBatchResult["results"][number];

/**
 * Registers several clips, each as if it came alone, so that a bad one does not hold up the
 * others. They are numbered in their order.
 *
 * @throws RegisterError `unavailable` when none could be registered now
 */
export async function registerBatch(
  deps: Deps,
  caller: Caller,
  { complaints }: z.output<typeof registerBatchSchema>,
): Promise<RegisterBatchResult> {
  return { results: await Promise.all(complaints.map((item) => registerItem(deps, caller, item))) };
}

async function registerItem(deps: Deps, caller: Caller, item: unknown): Promise<BatchItemResult> {
  try {
    const parsed = registerComplaintSchema.safeParse(item);
    if (!parsed.success)
      throw new RegisterError("invalid-request", { errors: fieldProblemsIn(parsed.error) });
    const complaint = await registerComplaint(deps, caller, parsed.data);
    return { status: complaint.created ? 201 : 200, complaint };
  } catch (error) {
    if (!(error instanceof RegisterError) || error.code === "unavailable") throw error;
    const problem = toProblem(error.code, caller.locale, error.errors);
    return { status: problem.status, problem };
  }
}
