import { addDays, weekdayOf } from "../time/local-day";
import type { IsoDate } from "../vocabulary";

/** One year of an official calendar. Days are `MM-DD`. */
export interface CalendarYear {
  /** The act that moved days off; null while there is none. */
  readonly act: string | null;
  /** `provisional`: a forecast, until the act is published. */
  readonly status: "official" | "provisional";
  /** Weekdays that are not worked, public holidays among them. */
  readonly off: ReadonlySet<string>;
  /** Days of a weekend that are worked. */
  readonly work: ReadonlySet<string>;
  /** Working days that end an hour earlier. */
  readonly short: ReadonlySet<string>;
}

/** The working days of a country with a five-day week. */
export interface WorkCalendar {
  /** Kept with every due date; another content is another version. */
  readonly version: string;
  readonly years: Readonly<Record<number, CalendarYear>>;
  /** Holidays set by law for every year, `MM-DD`: another set than the days that are not worked. */
  readonly publicHolidays: { readonly act: string; readonly days: ReadonlySet<string> };
}

/** What a day is. A public holiday that falls on a weekend is a public holiday. */
export const DAY_KINDS = ["working", "workingWeekend", "weekend", "dayOff", "publicHoliday"] as const;
export type DayKind = (typeof DAY_KINDS)[number];

/** The longest run of days off that is believed: with a longer one the calendar is broken. */
export const LONGEST_REST_DAYS = 60;

/**
 * What a day is in a calendar. A year without data is taken by weekends and public holidays.
 *
 * @throws RangeError when the day is not a date
 */
export function dayKind(day: IsoDate, calendar: WorkCalendar): DayKind {
  const weekday = weekdayOf(day);
  const year = yearOf(day, calendar);
  const monthAndDay = day.slice(5);
  if (year?.work.has(monthAndDay)) return "workingWeekend";
  if (calendar.publicHolidays.days.has(monthAndDay)) return "publicHoliday";
  if (weekday > 5) return "weekend";
  return year?.off.has(monthAndDay) ? "dayOff" : "working";
}

/** Whether people work on that day, working Saturdays included. */
export function isWorked(day: IsoDate, calendar: WorkCalendar): boolean {
  const kind = dayKind(day, calendar);
  return kind === "working" || kind === "workingWeekend";
}

/** Whether the year of that day has a published calendar; otherwise what is counted there is a forecast. */
export function isOfficial(day: IsoDate, calendar: WorkCalendar): boolean {
  return yearOf(day, calendar)?.status === "official";
}

/** The act that makes a day what it is; null for the plain week and where there is no act yet. */
export function actOf(day: IsoDate, calendar: WorkCalendar): string | null {
  const kind = dayKind(day, calendar);
  if (kind === "publicHoliday") return calendar.publicHolidays.act;
  if (kind === "dayOff" || kind === "workingWeekend") return yearOf(day, calendar)?.act ?? null;
  return null;
}

/**
 * The nearest worked day after or before a day; the day itself is not looked at.
 *
 * @throws RangeError when none is found within 60 days: such a calendar cannot be counted by
 */
export function nextWorkedDay(day: IsoDate, calendar: WorkCalendar, step: 1 | -1 = 1): IsoDate {
  for (let distance = 1; distance <= LONGEST_REST_DAYS; distance++) {
    const candidate = addDays(day, distance * step);
    if (isWorked(candidate, calendar)) return candidate;
  }
  throw new RangeError(`calendar ${calendar.version} has no working day within 60 days of ${day}`);
}

/** Working days after `from` up to and including `to`; 0 when `to` is not later. */
export function workedDaysBetween(from: IsoDate, to: IsoDate, calendar: WorkCalendar): number {
  let worked = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isWorked(day, calendar)) worked++;
  }
  return worked;
}

function yearOf(day: IsoDate, calendar: WorkCalendar): CalendarYear | undefined {
  return calendar.years[Number(day.slice(0, 4))];
}
