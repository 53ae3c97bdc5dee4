import { LIMITS } from "../../complaint/limits";
import { actOf, type DayKind, dayKind, isOfficial, type WorkCalendar } from "../calendar/work-calendar";
import type { IsoDate } from "../vocabulary";

/**
 * Why a day counted or not: what the day is, the day of the event, a day on which the clock stood still, where a
 * term in months or years ends, or where the term was moved to.
 */
export type CountReason =
  | `day.${DayKind}`
  | "day.event"
  | "day.paused"
  | "term.sameNumber"
  | "term.lastDayOfMonth"
  | "term.afterPause"
  | "roll.next"
  | "roll.previous";

/** One day that the count passed. */
export interface CountedDay {
  readonly on: IsoDate;
  readonly reason: CountReason;
  readonly counted: boolean;
  readonly act: string | null;
}

/** A term in days, counted. */
export interface CountedTerm {
  /** Last day, inclusive: in time until its 24:00. */
  readonly dueOn: IsoDate;
  /** The result hangs on a day of a year whose calendar is not official yet. */
  readonly provisional: boolean;
  /** Every day passed, in the order of the count, the day of the event first; of months and years only the ends. */
  readonly days: readonly CountedDay[];
}

/** Civil Code art. 191: a term begins on the day after its event. */
export function dayOfEvent(on: IsoDate): CountedDay {
  return { on, reason: "day.event", counted: false, act: "Civil Code art. 191" };
}

/** A day passed by the count, with what the calendar says of it. */
export function passedDay(on: IsoDate, counted: boolean, calendar: WorkCalendar): CountedDay {
  return { on, reason: `day.${dayKind(on, calendar)}`, counted, act: actOf(on, calendar) };
}

/** A day on which the clock stood still. */
export function pausedDay(on: IsoDate): CountedDay {
  return { on, reason: "day.paused", counted: false, act: null };
}

/** Whether a forecast was asked about any of the days. */
export function asksForecast(days: readonly IsoDate[], calendar: WorkCalendar): boolean {
  return days.some((day) => !isOfficial(day, calendar));
}

/** Ten years: a longer term in days is a mistake in the regulation, and counting it would take long. */
export const LONGEST_TERM_DAYS = LIMITS.termUnits;

/** @throws RangeError unless it is a whole number of units, from 1 to 3,660 */
export function checkLength(units: number): void {
  if (!Number.isInteger(units) || units < 1 || units > LIMITS.termUnits) {
    throw new RangeError(`not a length of a term: ${units}`);
  }
}
