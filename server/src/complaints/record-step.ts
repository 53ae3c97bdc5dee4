import type { Complaint, RecordStep } from "@otklik/shared/complaint/complaint";
import type { Clock } from "@otklik/shared/deadline/vocabulary";
import type { Queryable } from "../db/client";
import { type ComplaintTerms, readTerms } from "../deadlines/complaint-terms";
import { withPauseEnded } from "../deadlines/end-pause-of";
import { expectedDates } from "../deadlines/expected-dates";
import { meetClock } from "../deadlines/meet-clock";
import { owedClocks, unmetOwed } from "../deadlines/owed-clocks";
import { replaceDueDates } from "../deadlines/replace-due-dates";
import type { RuleBook } from "../deadlines/rule-book";
import { withRules } from "../deadlines/with-rules";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";
import { recordEvent } from "../journal/record-event";
import { closeComplaint } from "./close-complaint";
import { findComplaint } from "./find-complaint";
import { lockComplaint } from "./lock-complaint";
import { requireNoConflict } from "./require-no-conflict";

/**
 * Records that what a clock waits for has been done. The answer closes the complaint; so does
 * the last thing owed where no answer is. What is done while its clock stands still is met then:
 * the clock goes on for that moment, so that its date tells whether it was in time.
 *
 * @throws RegisterError `not-found`; `conflict-of-interest`; `step-already-recorded` when it was done before, when the
 *   complaint is closed, and when nothing of the kind is owed on it
 */
export async function recordStep(
  deps: Deps,
  caller: Caller,
  { id, clock }: RecordStep & { readonly id: string },
): Promise<Complaint> {
  await withRules(deps, caller, (book) =>
    deps.tenants.within(caller.orgId, async (tx) => {
      // The row is locked, so that two steps at once see each other when they look for what is left.
      const row = await lockComplaint(tx, caller.orgId, id);
      await requireNoConflict(tx, caller, [id]);
      if (row.closedAt !== null) throw new RegisterError("step-already-recorded");
      const terms = await readTerms(tx, book, caller, row);
      const now = deps.now();
      const owed = owedClocks(terms, book.calendar, caller.zone);
      if (!owed.includes(clock)) throw new RegisterError("step-already-recorded");
      if (unmetOwed(terms).some((due) => due.clock === clock))
        await meetClock(tx, caller.orgId, id, clock, now);
      else await meetStill(tx, caller, book, terms, clock, now);
      const closes = clock === "answer" || owed.length === 1;
      if (closes) await closeComplaint(tx, book, caller, terms, { at: now });
      await recordEvent(tx, caller, { kind: "step_recorded", complaintId: id, data: { clock, closes } });
    }),
  );
  return findComplaint(deps, caller, id);
}

async function meetStill(
  tx: Queryable,
  { orgId, zone }: Caller,
  book: RuleBook,
  terms: ComplaintTerms,
  clock: Clock,
  at: Date,
): Promise<void> {
  const due = expectedDates(withPauseEnded(terms, at), book.calendar, zone).running.get(clock);
  if (due === undefined) throw new RegisterError("step-already-recorded");
  const metAt = at.toISOString();
  await replaceDueDates(tx, orgId, [{ complaintId: terms.id, clock, due, metAt, cause: "resumed" }], at);
}
