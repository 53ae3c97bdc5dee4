import type { Complaint } from "@otklik/shared/complaint/complaint";
import type { Reopen } from "@otklik/shared/complaint/term-changes";
import { and, eq } from "drizzle-orm";
import { complaints } from "../db/schema";
import { readTerms } from "../deadlines/complaint-terms";
import { movesOf } from "../deadlines/plan-dates";
import { replaceDueDates } from "../deadlines/replace-due-dates";
import { restartTerms } from "../deadlines/restart-terms";
import { withRules } from "../deadlines/with-rules";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";
import { recordDatedEvent } from "../journal/record-dated-event";
import { findComplaint } from "./find-complaint";
import { lockComplaint } from "./lock-complaint";
import { requireNoConflict } from "./require-no-conflict";

/**
 * The complainant does not accept the answer: every clock runs anew from now. One that goes on in another
 * complaint is not opened again, for the same matter would then be worked on twice.
 *
 * @throws RegisterError `not-found`, `conflict-of-interest`, `complaint-open`, `complaint-merged`
 */
export async function reopenComplaint(
  deps: Deps,
  caller: Caller,
  { id, reason }: Reopen & { readonly id: string },
): Promise<Complaint> {
  await withRules(deps, caller, (book) =>
    deps.tenants.within(caller.orgId, async (tx) => {
      const row = await lockComplaint(tx, caller.orgId, id);
      await requireNoConflict(tx, caller, [id]);
      if (row.mergedInto !== null) throw new RegisterError("complaint-merged");
      if (row.closedAt === null) throw new RegisterError("complaint-open");
      const now = deps.now();
      const opened = { closedAt: null, restartedAt: now, restartedChannel: null };
      await tx
        .update(complaints)
        .set({ status: "registered", ...opened })
        .where(and(eq(complaints.orgId, caller.orgId), eq(complaints.id, id)));
      const terms = await readTerms(tx, book, caller, { ...row, ...opened });
      const replacements = restartTerms(terms, book.calendar, caller.zone, "reopened");
      await replaceDueDates(tx, caller.orgId, replacements, now);
      const moves = movesOf(terms, replacements);
      await recordDatedEvent(tx, caller, id, { kind: "reopened", data: { reason, moves } });
    }),
  );
  return findComplaint(deps, caller, id);
}
