import type { CalendarWindow } from "../calendar/calendar-window";
import { openTimeIn, ordinaryDaysIn, workedDaysIn } from "../calendar/days-in-window";
import type { DueRule } from "../due-date";
import { daysBetween } from "../time/local-day";
import { wallClockOf } from "../time/wall-clock";
import type { Instant, IsoDate, TimeUnit } from "../vocabulary";

/** What telling the rest of a term needs of its due date. */
export interface RunningTerm {
  readonly dueAt: Instant;
  readonly dueOn: IsoDate;
  readonly rule: Pick<DueRule, "unit">;
}

/** How much of a term is left, in whole units, never more than there is. */
export interface Remaining {
  readonly unit: TimeUnit;
  /** 0 within the last minute of hours, and on the last day of days. */
  readonly count: number;
}

const MILLISECONDS_OF_MINUTE = 60_000;
const MINUTES_OF_HOUR = 60;
const DAYS_OF_WEEK = 7;
const MONTHS_OF_YEAR = 12;
/** Below two of them a finer unit is told: "1 month left" could hide another thirty days. */
const FEWEST_OF_COARSE_UNITS = 2;

/**
 * What is left of a term, in the unit of its clock: the day of today is not counted, the last day is.
 * Less than an hour is told in minutes. Days that the window does not reach are told as calendar days.
 *
 * @param window the organisation's calendar round now; null where it is not known
 * @returns null when the term has run out, or when business hours are not known
 */
export function remainingOf(
  term: RunningTerm,
  now: Date,
  zone: string,
  window: CalendarWindow | null,
): Remaining | null {
  const left = Date.parse(term.dueAt) - now.getTime();
  if (left <= 0) return null;
  const { unit } = term.rule;
  switch (unit) {
    case "minute":
      return { unit, count: minutesOf(left) };
    case "hour":
      return hoursOf(left, unit, "minute");
    case "business_minute":
    case "business_hour": {
      const open = window === null ? null : openTimeIn(window, now, term.dueAt);
      if (open === null) return null;
      if (unit === "business_minute") return { unit, count: minutesOf(open) };
      return hoursOf(open, unit, "business_minute");
    }
    default:
      return daysLeft(unit, wallClockOf(now.toISOString(), zone).day, term.dueOn, window);
  }
}

function minutesOf(milliseconds: number): number {
  return Math.floor(milliseconds / MILLISECONDS_OF_MINUTE);
}

function hoursOf<Hour extends TimeUnit, Minute extends TimeUnit>(left: number, hour: Hour, minute: Minute) {
  const minutes = minutesOf(left);
  if (minutes < MINUTES_OF_HOUR) return { unit: minute, count: minutes };
  return { unit: hour, count: Math.floor(minutes / MINUTES_OF_HOUR) };
}

function daysLeft(unit: TimeUnit, today: IsoDate, dueOn: IsoDate, window: CalendarWindow | null): Remaining {
  const days = Math.max(0, daysBetween(today, dueOn));
  const calendarDays: Remaining = { unit: "calendar_day", count: days };
  if (unit === "working_day" || unit === "calendar_day_without_public_holidays") {
    const daysIn = unit === "working_day" ? workedDaysIn : ordinaryDaysIn;
    const counted = window === null ? null : daysIn(window, today, dueOn);
    // A date that was moved may lie on a day that does not count: there are days left all the same.
    return counted === null || (counted === 0 && days > 0) ? calendarDays : { unit, count: counted };
  }
  const months = monthsBetween(today, dueOn);
  const coarse: readonly Remaining[] = [
    { unit: "year", count: unit === "year" ? Math.floor(months / MONTHS_OF_YEAR) : 0 },
    { unit: "month", count: unit === "year" || unit === "month" ? months : 0 },
    { unit: "week", count: unit === "week" ? Math.floor(days / DAYS_OF_WEEK) : 0 },
  ];
  return coarse.find(({ count }) => count >= FEWEST_OF_COARSE_UNITS) ?? calendarDays;
}

/** Whole months from one day to a later one. */
function monthsBetween(from: IsoDate, to: IsoDate): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split("-").map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split("-").map(Number);
  const months = (toYear - fromYear) * MONTHS_OF_YEAR + toMonth - fromMonth;
  return toDay < fromDay ? months - 1 : months;
}
