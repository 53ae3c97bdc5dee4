import type { WorkCalendar } from "./calendar/work-calendar";
import { countElapsed } from "./count/count-elapsed";
import { countTerm, isClockUnit } from "./count/count-term";
import type { DueDate } from "./due-date";
import { type Regulation, type RuleFacts, rulesFor, type TimeLimit } from "./regulation/regulation";
import { rememberTerm, type TermEnd } from "./term-memo";
import { endOfDay, localDateOf, millisecondsOf } from "./time/zone";
import { CLOCKS, type Clock, type Instant, type StartEvent } from "./vocabulary";

/** What of a complaint its due dates hang on. */
export interface DueFacts extends RuleFacts {
  readonly receivedAt: Instant;
  readonly registeredAt: Instant;
  /** A clock whose event has not come yet does not run. */
  readonly requestSentAt?: Instant | undefined;
  readonly replyReceivedAt?: Instant | undefined;
  readonly closedAt?: Instant | undefined;
  /** When the complainant was waited for, in order and over; a service clock that may pause stood still. */
  readonly pauses?: readonly Pause[] | undefined;
}

/** From when, inclusive, to when, exclusive. A clock that stands still now has no due date, so it is not counted. */
export interface Pause {
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * The due date of every clock of a complaint, the earliest first. Where several rules of one priority
 * apply to a clock, the earliest date holds.
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
  const starts = startsOf(facts);
  const earliest = new Map<Clock, DueDate>();
  const registeredOn = localDateOf(facts.registeredAt, zone);
  for (const { limit, rule } of rulesFor(facts, regulation, registeredOn)) {
    const startAt = starts[limit.from];
    if (startAt === null) continue;
    const end = endOf(limit, startAt, regulation, calendar, zone);
    const other = earliest.get(limit.clock);
    if (other !== undefined && other.dueAt <= end.dueAt) continue;
    earliest.set(limit.clock, {
      clock: limit.clock,
      ...end,
      startAt,
      calendarVersion: calendar.version,
      rule,
    });
  }
  return [...earliest.values()].sort(byUrgency);
}

function startsOf(facts: DueFacts): Readonly<Record<StartEvent, Instant | null>> {
  const { requestSentAt, replyReceivedAt, closedAt } = facts;
  return {
    received: toUtc(facts.receivedAt),
    registered: toUtc(facts.registeredAt),
    request_sent: requestSentAt === undefined ? null : toUtc(requestSentAt),
    reply_received: replyReceivedAt === undefined ? null : toUtc(replyReceivedAt),
    closed: closedAt === undefined ? null : toUtc(closedAt),
  };
}

function endOf(
  limit: TimeLimit,
  startAt: Instant,
  regulation: Regulation,
  calendar: WorkCalendar,
  zone: string,
): TermEnd {
  const { unit, n } = limit;
  if (unit === "business_minute" || unit === "business_hour")
    throw new RangeError(`not counted yet: ${unit}`);
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
