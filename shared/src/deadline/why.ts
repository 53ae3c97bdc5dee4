import type { TraceStep } from "../complaint/complaint";
import type { WorkCalendar } from "./calendar/work-calendar";
import { countTerm, isClockUnit } from "./count/count-term";
import type { CountReason } from "./count/counted-term";
import type { DueDate } from "./due-date";
import type { Regulation } from "./regulation/regulation";
import { localDateOf } from "./time/zone";

/** Every reason that a trace can give; `run.clock` is a run of minutes or hours, round the clock. */
export type TraceReason = CountReason | "run.clock";

/**
 * How a due date was counted, day by day: the answer to "why this date?".
 *
 * @returns empty when the rule or the calendar given is of another version than the one that made
 *   the date, for a recount by them would explain another date
 */
export function traceOf(
  due: DueDate,
  regulation: Regulation,
  calendar: WorkCalendar,
  zone: string,
): TraceStep[] {
  const startOn = localDateOf(due.startAt, zone);
  const { id, unit } = due.rule;
  if (isClockUnit(unit)) return [{ on: startOn, reason: "run.clock", counted: true, act: null }];
  const limit = regulation.timeLimits.find((candidate) => candidate.id === id);
  const isSame =
    regulation.name === due.rule.regulation &&
    regulation.version === due.rule.regulationVersion &&
    calendar.version === due.calendarVersion;
  if (limit === undefined || !isSame) return [];
  return [...countTerm(unit, limit, startOn, calendar).days];
}
