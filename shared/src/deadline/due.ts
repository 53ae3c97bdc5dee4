import type { WorkCalendar } from "./calendar/work-calendar";
import { countElapsed } from "./count/count-elapsed";
import { countTerm, isClockUnit } from "./count/count-term";
import type { DueDate } from "./due-date";
import { type Regulation, type RuleFacts, rulesFor, type TimeLimit } from "./regulation/regulation";
import { rememberTerm, type TermEnd } from "./term-memo";
import { endOfDay, localDateOf, millisecondsOf } from "./time/zone";
import { CLOCKS, type Instant } from "./vocabulary";

/** What of a complaint its due dates hang on. */
export interface DueFacts extends RuleFacts {
  readonly receivedAt: Instant;
  readonly registeredAt: Instant;
}

/**
 * Every due date of a complaint, the earliest first.
 *
 * @param zone IANA name of the organisation's zone, in which its days begin and end
 * @throws RangeError when zone, calendar, regulation or instants cannot be counted by
 */
export function dueDatesOf(
  facts: DueFacts,
  regulation: Regulation,
  calendar: WorkCalendar,
  zone: string,
): DueDate[] {
  const starts = { received: toUtc(facts.receivedAt), registered: toUtc(facts.registeredAt) };
  return rulesFor(facts, regulation)
    .map(({ limit, rule }) => ({
      clock: limit.clock,
      ...endOf(limit, starts[limit.from], regulation, calendar, zone),
      startAt: starts[limit.from],
      calendarVersion: calendar.version,
      rule,
    }))
    .sort(byUrgency);
}

function endOf(
  limit: TimeLimit,
  startAt: Instant,
  regulation: Regulation,
  calendar: WorkCalendar,
  zone: string,
): TermEnd {
  const { unit, n } = limit;
  if (isClockUnit(unit)) return { ...countElapsed(startAt, n, unit, zone), provisional: false };
  const startOn = localDateOf(startAt, zone);
  return rememberTerm(regulation, calendar, limit, startOn, zone, () => {
    const { dueOn, provisional } = countTerm(unit, limit, startOn, calendar);
    return { dueAt: endOfDay(dueOn, zone), dueOn, provisional };
  });
}

function byUrgency(one: DueDate, other: DueDate): number {
  // All in UTC with milliseconds, so their letters stand in the order of time.
  if (one.dueAt !== other.dueAt) return one.dueAt < other.dueAt ? -1 : 1;
  return CLOCKS.indexOf(one.clock) - CLOCKS.indexOf(other.clock);
}

function toUtc(instant: Instant): Instant {
  return new Date(millisecondsOf(instant)).toISOString();
}
