import { isOfficial, type WorkCalendar } from "./calendar/work-calendar";
import { countBusinessTime } from "./count/count-business-time";
import { countDayTerm, type DayTerm, endOfTerm } from "./count/count-day-term";
import { countElapsed } from "./count/count-elapsed";
import { type Pause, standstillsFor } from "./count/pauses";
import type { DueDate } from "./due-date";
import { type Regulation, type RuleFacts, rulesFor, type TimeLimit } from "./regulation/regulation";
import { rememberTerm, type Term, type TermResult } from "./term-memo";
import { instantText } from "./time/instant-text";
import { localDayAt, millisecondsOf, type Span } from "./time/zone";
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
  const counting = { calendar, zone, pauses: facts.pauses };
  const registeredOn = localDayAt(starts.registered.milliseconds, zone);
  const earliest = new Map<Clock, DueDate>();
  for (const { limit, rule } of rulesFor(facts, regulation, registeredOn)) {
    const start = starts[limit.from];
    if (start === null) continue;
    const { clock } = limit;
    const { dueAt, dueOn, provisional } = countFrom(limit, start.milliseconds, counting);
    const other = earliest.get(clock);
    if (other !== undefined && other.dueAt <= dueAt) continue;
    const calendarVersion = calendar.version;
    earliest.set(clock, { clock, dueAt, dueOn, provisional, startAt: start.at, calendarVersion, rule });
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
  return countFrom(limit, millisecondsOf(startAt), counting);
}

/** @param start milliseconds since the epoch */
function countFrom(limit: CountedLimit, start: number, counting: Counting): TermResult {
  const { calendar, zone, pauses } = counting;
  const { unit, n } = limit;
  const standstills = standstillsFor(limit, pauses);
  switch (unit) {
    case "minute":
    case "hour": {
      const { dueAt, dueOn } = countElapsed(start, n, unit, zone, standstills);
      return { dueAt, dueOn, provisional: false };
    }
    case "business_minute":
    case "business_hour":
      return countBusinessTime(start, n, unit, calendar, zone, standstills);
    default: {
      const startOn = localDayAt(start, zone);
      // Pauses are each complaint's own, so what they give is not kept.
      if (standstills.length > 0) return countDays({ ...limit, unit }, startOn, counting, standstills);
      return rememberTerm(limit, startOn, counting, () =>
        countDays({ ...limit, unit }, startOn, counting, []),
      );
    }
  }
}

function countDays(
  term: DayTerm,
  startOn: IsoDate,
  { calendar, zone }: Counting,
  standstills: readonly Span[],
): TermResult {
  const { dueOn, provisional } = countDayTerm(term, startOn, calendar, zone, standstills);
  // When the day closes hangs on what the calendar makes of it.
  const asksHours = term.end === "close_of_business" && !isOfficial(dueOn, calendar);
  return {
    dueAt: endOfTerm(dueOn, term.end, calendar, zone),
    dueOn,
    provisional: provisional || asksHours,
  };
}

interface Start {
  /** In UTC. */
  readonly at: Instant;
  readonly milliseconds: number;
}

function startsOf(
  facts: DueFacts,
): Readonly<Record<StartEvent, Start | null>> & { readonly registered: Start } {
  const { requestSentAt, replyReceivedAt, closedAt } = facts;
  return {
    received: toStart(facts.receivedAt),
    registered: toStart(facts.registeredAt),
    request_sent: requestSentAt === undefined ? null : toStart(requestSentAt),
    reply_received: replyReceivedAt === undefined ? null : toStart(replyReceivedAt),
    closed: closedAt === undefined ? null : toStart(closedAt),
  };
}

function toStart(instant: Instant): Start {
  const milliseconds = millisecondsOf(instant);
  return { at: instantText(milliseconds), milliseconds };
}

function byUrgency(one: DueDate, other: DueDate): number {
  // All in UTC with milliseconds, so their letters stand in the order of time.
  if (one.dueAt !== other.dueAt) return one.dueAt < other.dueAt ? -1 : 1;
  return CLOCKS.indexOf(one.clock) - CLOCKS.indexOf(other.clock);
}
