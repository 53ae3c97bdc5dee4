import type { IsoDate } from "../vocabulary";
import { addDays, weekdayOf } from "./local-day";

/** A month as it is drawn: weeks from Monday, null where a day is another month's. */
export interface MonthWeeks {
  /** Its first day. */
  readonly from: IsoDate;
  readonly weeks: readonly (readonly (IsoDate | null)[])[];
}

/** The twelve months of a year, from 1 to 9999. */
export function monthsOf(year: number): readonly MonthWeeks[] {
  return Array.from({ length: 12 }, (_, index) => {
    const from = `${String(year).padStart(4, "0")}-${String(index + 1).padStart(2, "0")}-01`;
    const days: (IsoDate | null)[] = Array.from({ length: weekdayOf(from) - 1 }, () => null);
    for (let day = from; day.startsWith(from.slice(0, 8)); day = addDays(day, 1)) days.push(day);
    while (days.length % 7 > 0) days.push(null);
    const weeks = Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
    return { from, weeks };
  });
}

/** From a day to another on the page of a calendar. */
export const DAY_MOVES = [
  "day_back",
  "day_on",
  "week_back",
  "week_on",
  "month_back",
  "month_on",
  "month_start",
  "month_end",
] as const;
export type DayMove = (typeof DAY_MOVES)[number];

/** The day to which a move leads. A month that lacks the day's number is reached at its last day. */
export function dayMoved(day: IsoDate, move: DayMove): IsoDate {
  switch (move) {
    case "day_back":
      return addDays(day, -1);
    case "day_on":
      return addDays(day, 1);
    case "week_back":
      return addDays(day, -7);
    case "week_on":
      return addDays(day, 7);
    case "month_back":
      return inMonthOf(addDays(firstOfMonth(day), -1), day);
    case "month_on":
      return inMonthOf(addDays(firstOfMonth(day), 31), day);
    case "month_start":
      return firstOfMonth(day);
    case "month_end":
      return lastOfMonth(day);
  }
}

/** The same day in another year; 29 February becomes the 28th where there is none. */
export function sameDayOf(day: IsoDate, year: number): IsoDate {
  return inMonthOf(`${String(year).padStart(4, "0")}-${day.slice(5, 7)}-01`, day);
}

/** The last day of the month of a day. */
export function lastOfMonth(day: IsoDate): IsoDate {
  return addDays(firstOfMonth(addDays(firstOfMonth(day), 31)), -1);
}

function firstOfMonth(day: IsoDate): IsoDate {
  return `${day.slice(0, 8)}01`;
}

/** The number of a day in the month of another, or that month's last. */
function inMonthOf(other: IsoDate, day: IsoDate): IsoDate {
  const last = lastOfMonth(other);
  return day.slice(8) < last.slice(8) ? other.slice(0, 8) + day.slice(8) : last;
}
