import type { IsoDate } from "../vocabulary";

/** A day of 24 hours. A local day may have 23 or 25: where one ends, `zone.ts` knows. */
export const MILLISECONDS_OF_DAY = 86_400_000;

/** Dates are asked for over and over, day by day of every term, and reading one takes a microsecond. */
const numbers = new Map<IsoDate, number>();
const days = new Map<number, IsoDate>();
const KEPT_DAYS = 20_000;

/**
 * Days from 1970-01-01 to a local date. Dates are counted as if in UTC, where every day has
 * 24 hours, so that a zone's clock changes cannot lose or double one.
 *
 * @throws RangeError when it is not a date of the calendar, such as 2026-02-30
 */
export function dayNumber(day: IsoDate): number {
  const known = numbers.get(day);
  if (known !== undefined) return known;
  const number = Date.parse(`${day}T00:00:00.000Z`) / MILLISECONDS_OF_DAY;
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || dayOf(number) !== day) throw new RangeError(`no such date: ${day}`);
  if (numbers.size >= KEPT_DAYS) numbers.clear();
  numbers.set(day, number);
  return number;
}

/** The local date that lies so many days after 1970-01-01; "" when the number is not one. */
export function dayOf(number: number): IsoDate {
  const known = days.get(number);
  if (known !== undefined) return known;
  const date = new Date(number * MILLISECONDS_OF_DAY);
  const day = Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 10);
  if (days.size >= KEPT_DAYS) days.clear();
  days.set(number, day);
  return day;
}

/** The local date so many days later; a negative number goes back. */
export function addDays(day: IsoDate, count: number): IsoDate {
  return dayOf(dayNumber(day) + count);
}

/** Whole days from one local date to another; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Day of the week of a local date. */
export function weekdayOf(day: IsoDate): Weekday {
  // 1970-01-01 was a Thursday; the second remainder keeps days before it positive, so 1 to 7 it is.
  return (((((dayNumber(day) + 3) % 7) + 7) % 7) + 1) as Weekday;
}
