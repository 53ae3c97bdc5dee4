import type { Complaint } from "@otklik/shared/complaint/complaint";
import type { Clock } from "@otklik/shared/deadline/vocabulary";
import { type ComplaintTerms, readTerms, runningPause } from "../deadlines/complaint-terms";
import { endPauseOf } from "../deadlines/end-pause-of";
import { type ExpectedDates, expectedDates } from "../deadlines/expected-dates";
import { movesOf, planDates } from "../deadlines/plan-dates";
import { replaceDueDates } from "../deadlines/replace-due-dates";
import { inForce } from "../deadlines/stored-due-dates";
import { withRules } from "../deadlines/with-rules";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";
import { recordDatedEvent } from "../journal/record-dated-event";
import { findComplaint } from "./find-complaint";
import { lockOpenComplaint } from "./lock-complaint";

/**
 * The complainant is waited for no longer: what stood still goes on, counted from its original start without
 * the time of all pauses.
 *
 * @throws RegisterError `not-found`, `conflict-of-interest`, `complaint-closed`, `complaint-merged`, `pause-not-running`
 */
export async function endPause(deps: Deps, caller: Caller, id: string): Promise<Complaint> {
  await withRules(deps, caller, (book) =>
    deps.tenants.within(caller.orgId, async (tx) => {
      const row = await lockOpenComplaint(tx, caller, id);
      const waiting = await readTerms(tx, book, caller, row);
      const pause = runningPause(waiting);
      if (pause === null) throw new RegisterError("pause-not-running");
      const now = deps.now();
      const terms = await endPauseOf(tx, caller.orgId, waiting, now);
      const expected = expectedDates(terms, book.calendar, caller.zone);
      const clocks = clocksThatGoOn(terms, expected);
      const replacements = planDates(terms, expected, { cause: "resumed", clocks });
      await replaceDueDates(tx, caller.orgId, replacements, now);
      const moves = movesOf(terms, replacements);
      await recordDatedEvent(tx, caller, id, { kind: "pause_ended", data: { from: pause.from, moves } });
    }),
  );
  return findComplaint(deps, caller, id);
}

/** Those that have no date, and those for which only a rule that never pauses has set one meanwhile. */
function clocksThatGoOn(terms: ComplaintTerms, { running }: ExpectedDates): Clock[] {
  const present = new Map(inForce(terms.dueDates).map((due) => [due.clock, due]));
  return [...running.values()]
    .filter(({ clock, rule }) => {
      const now = present.get(clock);
      const stood = now === undefined || !(now.rule.pausable || ["extended", "merged"].includes(now.cause));
      return rule.pausable && stood;
    })
    .map(({ clock }) => clock);
}
