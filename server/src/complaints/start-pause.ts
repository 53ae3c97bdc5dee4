import type { Complaint } from "@otklik/shared/complaint/complaint";
import type { StartPause } from "@otklik/shared/complaint/term-changes";
import { pauses } from "../db/schema";
import { type ComplaintTerms, readTerms, runningPause } from "../deadlines/complaint-terms";
import { expectedDates } from "../deadlines/expected-dates";
import { unmetOwed } from "../deadlines/owed-clocks";
import { movesOf, planDates } from "../deadlines/plan-dates";
import { replaceDueDates } from "../deadlines/replace-due-dates";
import { withRules } from "../deadlines/with-rules";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";
import { recordDatedEvent } from "../journal/record-dated-event";
import { findComplaint } from "./find-complaint";
import { lockOpenComplaint } from "./lock-complaint";

/**
 * The complainant is waited for: clocks that may pause stand still and have no date meanwhile. Legal clocks go
 * on. So does a date that has passed, one that was agreed with the complainant, and one that came
 * from a merged complaint.
 *
 * @throws RegisterError `not-found`, `conflict-of-interest`, `complaint-closed`, `complaint-merged`, `pause-running`
 */
export async function startPause(
  deps: Deps,
  caller: Caller,
  { id, reason }: StartPause & { readonly id: string },
): Promise<Complaint> {
  await withRules(deps, caller, (book) =>
    deps.tenants.within(caller.orgId, async (tx) => {
      const row = await lockOpenComplaint(tx, caller, id);
      const terms = await readTerms(tx, book, caller, row);
      if (runningPause(terms) !== null) throw new RegisterError("pause-running");
      const now = deps.now();
      const position = (terms.pauses.at(-1)?.position ?? 0) + 1;
      await tx
        .insert(pauses)
        .values({ orgId: caller.orgId, complaintId: id, position, startedAt: now, reason });
      const pause = { position, from: now.toISOString(), to: null, reason };
      const waiting = { ...terms, pauses: [...terms.pauses, pause] };
      const expected = expectedDates(waiting, book.calendar, caller.zone);
      const clocks = pausableNow(terms, now);
      const replacements = planDates(waiting, expected, { cause: "paused", clocks });
      await replaceDueDates(tx, caller.orgId, replacements, now);
      const moves = movesOf(terms, replacements);
      await recordDatedEvent(tx, caller, id, { kind: "pause_started", data: { reason, moves } });
    }),
  );
  return findComplaint(deps, caller, id);
}

function pausableNow(terms: ComplaintTerms, now: Date) {
  return unmetOwed(terms)
    .filter(({ rule, cause }) => rule.pausable && cause !== "extended" && cause !== "merged")
    .filter(({ dueAt }) => Date.parse(dueAt) > now.getTime())
    .map(({ clock }) => clock);
}
