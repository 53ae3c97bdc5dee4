import { isOfficial, type WorkCalendar } from "./calendar/work-calendar";
import { countBusinessTime } from "./count/count-business-time";
import { countDayTerm, type DayTerm, endOfTerm } from "./count/count-day-term";
import { countElapsed } from "./count/count-elapsed";
import { type Pause, standstillsFor } from "./count/pauses";
import type { DueDate } from "./due-date";
import { type Regulation, type RuleFacts, rulesFor, type TimeLimit } from "./regulation/regulation";
import { rememberTerm, type Term, type TermResult } from "./term-memo";
import { localDateOf, millisecondsOf, type Span, toInstant } from "./time/zone";
import { CLOCKS, type Clock, type Instant, type IsoDate, type StartEvent } from "./vocabulary";

/** What of a complaint its due dates hang on. */
export interface DueFacts extends RuleFacts {
  readonly receivedAt: Instant;
  readonly registeredAt: Instant;
  /** A clock whose event has not come yet does not run. */
  readonly requestSentAt?: Instant | undefined;
  readonly replyReceivedAt?: Instant | undefined;
  readonly closedAt?: Instant | undefined;
  /** When the complainant was waited for, and is no more; a service clock that may pause stood still. */
  readonly pauses?: readonly Pause[] | undefined;
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
    const end = countLimit(limit, startAt, { calendar, zone, pauses: facts.pauses });
    const other = earliest.get(limit.clock);
    if (other !== undefined && other.dueAt <= end.dueAt) continue;
    const { clock } = limit;
    earliest.set(clock, { clock, ...end, startAt, calendarVersion: calendar.version, rule });
  }
  return [...earliest.values()].sort(byUrgency);
}

/** By what a rule is counted. */
export interface Counting {
  readonly calendar: WorkCalendar;
  /** IANA name of the organisation's zone. */
  readonly zone: string;
  /** All of the complaint, in any order; a clock that may not pause goes on. */
  readonly pauses?: readonly Pause[] | undefined;
}

/** What of a rule counting needs. */
export type CountedLimit = Term & Pick<TimeLimit, "family" | "pausable">;

/**
 * When a rule's term ends that runs from an event: the one way in which a due date is counted, at
 * registration and whenever it is counted anew.
 *
 * @returns `dueAt` is exclusive, `dueOn` the local date of the last moment in time
 * @throws RangeError when zone, calendar, instants or the length of the term cannot be counted by
 */
export function countLimit(limit: CountedLimit, startAt: Instant, counting: Counting): TermResult {
  const { calendar, zone } = counting;
  const { unit, n } = limit;
  const standstills = standstillsFor(limit, counting.pauses);
  switch (unit) {
    case "minute":
    case "hour":
      return { ...countElapsed(startAt, n, unit, zone, standstills), provisional: false };
    case "business_minute":
    case "business_hour":
      return countBusinessTime(startAt, n, unit, calendar, zone, standstills);
    default: {
      const startOn = localDateOf(startAt, zone);
      const count = () => countDays({ ...limit, unit }, startOn, counting, standstills);
      // Pauses are each complaint's own, so what they give is not kept.
      return standstills.length > 0 ? count() : rememberTerm(limit, startOn, calendar, zone, count);
    }
  }
}

function countDays(
  limit: DayTerm,
  startOn: IsoDate,
  { calendar, zone }: Counting,
  standstills: readonly Span[],
): TermResult {
  const { dueOn, provisional } = countDayTerm(limit, startOn, calendar, zone, standstills);
  // By whose hours the day closes hangs on what the calendar makes of it.
  const asksHours = limit.end === "close_of_business" && !isOfficial(dueOn, calendar);
  return {
    dueAt: endOfTerm(dueOn, limit.end, calendar, zone),
    dueOn,
    provisional: provisional || asksHours,
  };
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

function byUrgency(one: DueDate, other: DueDate): number {
  // All in UTC with milliseconds, so their letters stand in the order of time.
  if (one.dueAt !== other.dueAt) return one.dueAt < other.dueAt ? -1 : 1;
  return CLOCKS.indexOf(one.clock) - CLOCKS.indexOf(other.clock);
}

function toUtc(instant: Instant): Instant {
  return toInstant(millisecondsOf(instant));
}
