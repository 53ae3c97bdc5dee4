import type { WorkCalendar } from "./calendar/work-calendar";
import { type DueFacts, dueDatesOf } from "./due";
import type { DueDate } from "./due-date";
import { type ApplicableRule, type Regulation, rulesFor } from "./regulation/regulation";
import { localDateOf, millisecondsOf } from "./time/zone";
import type { Instant } from "./vocabulary";

/** The clocks of a complaint while its complainant is waited for. */
export interface DueDatesInPause {
  /** Those that go on, the earliest first. */
  readonly running: readonly DueDate[];
  /** Those that stand still, with the date that each would have if nobody were waited for. */
  readonly still: readonly DueDate[];
}

/**
 * The due dates of a complaint whose complainant is waited for. A clock that may pause stands still, unless
 * its term had run out before. Where a rule that never pauses sets a term for the same clock, its date
 * holds.
 *
 * @param facts with the pauses that are over
 * @param since when the waiting began
 * @throws RangeError when zone, calendar, regulation or instants cannot be counted by
 */
export function dueDatesInPause(
  facts: DueFacts,
  since: Instant,
  regulation: Regulation,
  calendar: WorkCalendar,
  zone: string,
): DueDatesInPause {
  const rules = rulesFor(facts, regulation, localDateOf(facts.registeredAt, zone));
  if (!rules.some(({ rule }) => rule.pausable)) {
    return { running: dueDatesOf(facts, regulation, calendar, zone), still: [] };
  }
  const countOnly = (chosen: readonly ApplicableRule[]) =>
    dueDatesOf(facts, { ...regulation, timeLimits: chosen.map(({ limit }) => limit) }, calendar, zone);
  const pausable = countOnly(rules.filter(({ rule }) => rule.pausable));
  const candidates = [
    ...countOnly(rules.filter(({ rule }) => !rule.pausable)),
    ...pausable.filter((due) => !standsStill(due, since)),
  ].sort((one, other) => millisecondsOf(one.dueAt) - millisecondsOf(other.dueAt));
  const running = candidates.filter(
    ({ clock }, place) => candidates.findIndex((due) => due.clock === clock) === place,
  );
  const still = pausable.filter(
    (due) => standsStill(due, since) && !running.some(({ clock }) => clock === due.clock),
  );
  return { running, still };
}

function standsStill(due: DueDate, since: Instant): boolean {
  return millisecondsOf(due.dueAt) > millisecondsOf(since);
}
