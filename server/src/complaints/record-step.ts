import type { Complaint, RecordStep } from "@otklik/shared/complaint/complaint";
import { and, eq, isNull } from "drizzle-orm";
import type { Queryable } from "../db/client";
import { complaints, dueDates } from "../db/schema";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";
import { recordEvent } from "../journal/record-event";
import { findComplaint } from "./find-complaint";

/**
 * Records that what a clock waits for has been done. The answer closes the complaint; so does
 * the last thing owed where no answer is.
 *
 * @throws RegisterError `not-found`; `step-already-recorded` when it was done before, when the
 *   complaint is closed, and when nothing of the kind is owed on it
 */
export async function recordStep(
  deps: Deps,
  caller: Caller,
  input: RecordStep & { readonly id: string },
): Promise<Complaint> {
  await deps.db.transaction(async (tx) => {
    // The row is locked, so that two steps at once see each other when they look for what is left.
    const [complaint] = await tx
      .select({ closedAt: complaints.closedAt })
      .from(complaints)
      .where(and(eq(complaints.orgId, caller.orgId), eq(complaints.id, input.id)))
      .for("update");
    if (complaint === undefined) throw new RegisterError("not-found");
    if (complaint.closedAt !== null) throw new RegisterError("step-already-recorded");
    const now = deps.now();
    const owed = await owedOn(tx, caller.orgId, input.id);
    if (!owed.some((due) => due.clock === input.clock)) throw new RegisterError("step-already-recorded");
    await tx
      .update(dueDates)
      .set({ metAt: now })
      .where(and(unmet(caller.orgId, input.id), eq(dueDates.clock, input.clock)));
    const left = owed.filter((due) => due.clock !== input.clock);
    const closes = input.clock === "answer" || left.length === 0;
    await tx
      .update(complaints)
      .set(
        closes ? { status: "closed", closedAt: now, nextDueAt: null } : { nextDueAt: left[0]?.dueAt ?? null },
      )
      .where(and(eq(complaints.orgId, caller.orgId), eq(complaints.id, input.id)));
    await recordEvent(tx, caller, {
      kind: "step_recorded",
      complaintId: input.id,
      data: { clock: input.clock, closes },
    });
  });
  return findComplaint(deps, caller, input.id);
}

/** The earliest first. */
function owedOn(tx: Queryable, orgId: string, id: string) {
  return tx
    .select({ clock: dueDates.clock, dueAt: dueDates.dueAt })
    .from(dueDates)
    .where(unmet(orgId, id))
    .orderBy(dueDates.dueAt);
}

function unmet(orgId: string, id: string) {
  return and(
    eq(dueDates.orgId, orgId),
    eq(dueDates.complaintId, id),
    isNull(dueDates.metAt),
    isNull(dueDates.supersededAt),
  );
}
