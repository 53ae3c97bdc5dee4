import type { TraceStep } from "../complaint/complaint";
import type { WorkCalendar } from "./calendar/work-calendar";
import { countDayTerm } from "./count/count-day-term";
import type { CountReason } from "./count/counted-term";
import { type Pause, standstillsFor } from "./count/pauses";
import { type TimeReason, traceBusinessTime, traceElapsed } from "./count/trace-time";
import { type CountedLimit, countLimit } from "./due";
import type { DueDate } from "./due-date";
import type { Regulation } from "./regulation/regulation";
import { localDateOf, millisecondsOf } from "./time/zone";

/** Every reason that a trace can give. */
export type TraceReason = CountReason | TimeReason;

/**
 * How a due date was counted, day by day or stretch by stretch of time: the answer to "why this date?". Of months
 * and years only event and end, and where the end moved.
 *
 * @param pauses those that the date was counted with
 * @returns empty when these would give another date: where the rule or the calendar is of another version than
 *   the one that made it, and where no rule made it but an extension
 */
export function traceOf(
  due: DueDate,
  regulation: Regulation,
  calendar: WorkCalendar,
  zone: string,
  pauses: readonly Pause[] = [],
): TraceStep[] {
  const limit = limitOf(due, regulation, calendar);
  if (limit === null) return [];
  const counted = countLimit(limit, due.startAt, { calendar, zone, pauses });
  const end = millisecondsOf(due.dueAt);
  if (counted.dueOn !== due.dueOn || millisecondsOf(counted.dueAt) !== end) return [];
  const standstills = standstillsFor(limit, pauses);
  const run = { from: millisecondsOf(due.startAt), to: end };
  const { unit } = limit;
  switch (unit) {
    case "minute":
    case "hour":
      return traceElapsed(run, zone, standstills);
    case "business_minute":
    case "business_hour":
      return traceBusinessTime(run, calendar, zone, standstills);
    default: {
      const startOn = localDateOf(due.startAt, zone);
      return [...countDayTerm({ ...limit, unit }, startOn, calendar, zone, standstills).days];
    }
  }
}

/** The rule that made a date, when it and the calendar are at hand. */
function limitOf(due: DueDate, regulation: Regulation, calendar: WorkCalendar): CountedLimit | null {
  const { rule } = due;
  // Round the clock neither calendar nor another version of the rule changes anything.
  if (rule.unit === "minute" || rule.unit === "hour") return rule;
  const isSame =
    regulation.name === rule.regulation &&
    regulation.version === rule.regulationVersion &&
    calendar.version === due.calendarVersion;
  return (isSame && regulation.timeLimits.find(({ id }) => id === rule.id)) || null;
}
