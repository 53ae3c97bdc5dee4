import type { IsoDate } from "../vocabulary";
import { daysBetween, type Weekday, weekdayOf } from "./local-day";

/** A day that comes again in every year, or in every second, third. */
export interface YearlyRule {
  /** In every how many years, 1 or more. */
  readonly interval: number;
  /** How often at most; null for as often as one likes. */
  readonly count: number | null;
  /** The last day on which it may come, inclusive. */
  readonly until: IsoDate | null;
  /** 1 to 12; empty for the month of the first time, or all where days are named. */
  readonly months: readonly number[];
  /** 1 to 31; from the month's end where negative. */
  readonly monthDays: readonly number[];
  /** Weekdays of the month, or of the year where no month is named; `nth` counts them, from the end where negative. */
  readonly weekdays: readonly { readonly weekday: Weekday; readonly nth: number | null }[];
}

/**
 * The days of some years on which a rule comes. Every year is gone through once, so that a rule that
 * never comes ends like any other; a day that a year lacks is left out.
 *
 * @param startOn the first time at the earliest
 * @param from first year, inclusive
 * @param to last year, inclusive
 * @see RFC 5545, 3.3.10
 */
export function yearlyDays(rule: YearlyRule, startOn: IsoDate, from: number, to: number): IsoDate[] {
  const found: IsoDate[] = [];
  let left = rule.count ?? Number.POSITIVE_INFINITY;
  for (let year = Number(startOn.slice(0, 4)); year <= to && left > 0; year += rule.interval) {
    // Earlier times matter only where they are counted.
    if (year < from && rule.count === null) continue;
    for (const on of daysIn(year, rule, startOn)) {
      if (on < startOn || left === 0 || (rule.until !== null && on > rule.until)) continue;
      left--;
      if (year >= from) found.push(on);
    }
  }
  return found;
}

function daysIn(year: number, { months, monthDays, weekdays }: YearlyRule, startOn: IsoDate): IsoDate[] {
  const namesDays = monthDays.length > 0 || weekdays.length > 0;
  const wantedMonths = months.length > 0 || namesDays ? months : [Number(startOn.slice(5, 7))];
  const wantedDays = namesDays ? monthDays : [Number(startOn.slice(8))];
  const isWanted = (day: DayOfYear) =>
    (wantedMonths.length === 0 || wantedMonths.includes(day.month)) &&
    (wantedDays.length === 0 ||
      wantedDays.some((wanted) => wanted === day.ofMonth || wanted === day.fromEnd)) &&
    (weekdays.length === 0 || weekdays.some((wanted) => isNth(wanted, day, months.length > 0)));
  return daysOf(year)
    .filter(isWanted)
    .map(({ month, ofMonth }) => `${year}-${twoDigits(month)}-${twoDigits(ofMonth)}`);
}

interface DayOfYear {
  readonly month: number;
  readonly ofMonth: number;
  /** -1 for the last of the month. */
  readonly fromEnd: number;
  readonly weekday: Weekday;
  /** 0 for the first of January. */
  readonly place: number;
  readonly yearLength: number;
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** There are no more than fourteen, and a file may ask for thousands of years. */
const yearsOfShape = new Map<string, readonly DayOfYear[]>();

function daysOf(year: number): readonly DayOfYear[] {
  const firstWeekday = weekdayOf(`${year}-01-01`);
  const yearLength = daysBetween(`${year}-01-01`, `${year + 1}-01-01`);
  const shape = `${firstWeekday} ${yearLength}`;
  const days = yearsOfShape.get(shape) ?? layOut(firstWeekday, yearLength);
  yearsOfShape.set(shape, days);
  return days;
}

function layOut(firstWeekday: Weekday, yearLength: number): DayOfYear[] {
  const days: DayOfYear[] = [];
  for (const [before, commonLength] of MONTH_LENGTHS.entries()) {
    const length = before === 1 ? commonLength + yearLength - 365 : commonLength;
    for (let ofMonth = 1; ofMonth <= length; ofMonth++) {
      const place = days.length;
      // A remainder of 7 and 1 more: from 1 to 7.
      const weekday = (((firstWeekday - 1 + place) % 7) + 1) as Weekday;
      days.push({ month: before + 1, ofMonth, fromEnd: ofMonth - length - 1, weekday, place, yearLength });
    }
  }
  return days;
}

function isNth(
  { weekday, nth }: { readonly weekday: Weekday; readonly nth: number | null },
  day: DayOfYear,
  inMonth: boolean,
): boolean {
  if (day.weekday !== weekday) return false;
  if (nth === null) return true;
  const passed = inMonth ? day.ofMonth - 1 : day.place;
  const toCome = inMonth ? -day.fromEnd - 1 : day.yearLength - 1 - day.place;
  return nth === (nth > 0 ? Math.floor(passed / 7) + 1 : -Math.floor(toCome / 7) - 1);
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
