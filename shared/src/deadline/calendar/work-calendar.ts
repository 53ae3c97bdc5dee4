import { addDays, type Weekday, weekdayOf } from "../time/local-day";
import type { IsoDate, MonthDay } from "../vocabulary";
import type { BusinessHours } from "./business-hours";

/**
 * How far a year is known: `provisional` until the act is published; `no_transfers_known` where only the
 * public holidays are, and days moved from and to weekends would have to be guessed.
 */
export const YEAR_STATUSES = ["official", "provisional", "no_transfers_known"] as const;
export type YearStatus = (typeof YEAR_STATUSES)[number];

/** One year of a calendar. */
export interface CalendarYear {
  /** The act that moved days off; null while there is none. */
  readonly act: string | null;
  readonly status: YearStatus;
  /** Public holidays of this year alone, such as Easter. */
  readonly holidays: readonly MonthDay[];
  /** Days outside the weekend that are not worked, public holidays among them. */
  readonly off: readonly MonthDay[];
  /**
   * For days of `off` that were moved there: the day that they were moved from, where that is known. Who works
   * six days a week has the days off that were moved from a Sunday, but not those from a Saturday.
   */
  readonly moved?: Readonly<Record<MonthDay, MonthDay>> | undefined;
  /** Days of a weekend that are worked. */
  readonly work: readonly MonthDay[];
  /** Working days that end an hour earlier. */
  readonly short: readonly MonthDay[];
  /** Days off of the region, each with the act that grants it. */
  readonly regional: Readonly<Record<MonthDay, string>>;
}

/**
 * Which days are worked, and during which hours. Plain data: it is stored, exported and compared as it
 * is. It is not changed in place: another content is another version.
 */
export interface WorkCalendar {
  /** Kept with every due date. */
  readonly version: string;
  /** ISO 3166-1, two letters. */
  readonly country: string;
  /** Days of the week that are not worked: Saturday and Sunday, or Sunday alone in a week of six days. */
  readonly weekend: readonly Weekday[];
  /** By year, `YYYY`. */
  readonly years: Readonly<Record<string, CalendarYear>>;
  /** Holidays set by law for every year: another set than the days that are not worked. */
  readonly publicHolidays: {
    readonly act: string;
    readonly days: readonly MonthDay[];
    /** Those of them that, on a weekend, move the day off to the next working day by the same act. */
    readonly moving?: readonly MonthDay[] | undefined;
  };
  readonly hours: BusinessHours;
}

/** What a day is. A public holiday that falls on a weekend is a public holiday. */
export const DAY_KINDS = [
  "working",
  "workingWeekend",
  "weekend",
  "dayOff",
  "regionalDayOff",
  "publicHoliday",
] as const;
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
  const index = indexOf(calendar);
  const year = index.years.get(day.slice(0, 4));
  const monthAndDay = day.slice(5);
  if (year?.work.has(monthAndDay)) return "workingWeekend";
  if (index.publicHolidays.has(monthAndDay) || year?.holidays.has(monthAndDay)) return "publicHoliday";
  if (index.weekend.has(weekday)) return "weekend";
  if (year?.regional.has(monthAndDay)) return "regionalDayOff";
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

/** Whether that day is worked and ends earlier. */
export function isShort(day: IsoDate, calendar: WorkCalendar): boolean {
  const year = indexOf(calendar).years.get(day.slice(0, 4));
  return year?.short.has(day.slice(5)) === true && isWorked(day, calendar);
}

/** The act that makes a day what it is; null for the plain week and where there is no act yet. */
export function actOf(day: IsoDate, calendar: WorkCalendar): string | null {
  const kind = dayKind(day, calendar);
  if (kind === "publicHoliday" && indexOf(calendar).publicHolidays.has(day.slice(5)))
    return calendar.publicHolidays.act;
  if (kind === "regionalDayOff") return yearOf(day, calendar)?.regional[day.slice(5)] ?? null;
  if (kind === "working" || kind === "weekend") return null;
  if (isMovedByLaw(day, calendar)) return calendar.publicHolidays.act;
  return yearOf(day, calendar)?.act ?? null;
}

/** Whether it stands in for a holiday on the weekend just before it: no yearly act is needed for that. */
function isMovedByLaw(day: IsoDate, calendar: WorkCalendar): boolean {
  const from = yearOf(day, calendar)?.moved?.[day.slice(5)];
  if (from === undefined || calendar.publicHolidays.moving?.includes(from) !== true) return false;
  return nextWorkedDay(`${day.slice(0, 4)}-${from}`, calendar) > day;
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
  return calendar.years[day.slice(0, 4)];
}

interface YearIndex {
  readonly holidays: ReadonlySet<MonthDay>;
  readonly off: ReadonlySet<MonthDay>;
  readonly work: ReadonlySet<MonthDay>;
  readonly short: ReadonlySet<MonthDay>;
  readonly regional: ReadonlySet<MonthDay>;
}

/** The lists of a calendar as sets: every day of every term is looked up in them. */
interface CalendarIndex {
  readonly weekend: ReadonlySet<Weekday>;
  readonly publicHolidays: ReadonlySet<MonthDay>;
  readonly years: ReadonlyMap<string, YearIndex>;
}

const indexes = new WeakMap<WorkCalendar, CalendarIndex>();

function indexOf(calendar: WorkCalendar): CalendarIndex {
  const known = indexes.get(calendar);
  if (known !== undefined) return known;
  const made: CalendarIndex = {
    weekend: new Set(calendar.weekend),
    publicHolidays: new Set(calendar.publicHolidays.days),
    years: new Map(
      Object.entries(calendar.years).map(([year, { holidays, off, work, short, regional }]) => [
        year,
        {
          holidays: new Set(holidays),
          off: new Set(off),
          work: new Set(work),
          short: new Set(short),
          regional: new Set(Object.keys(regional)),
        },
      ]),
    ),
  };
  indexes.set(calendar, made);
  return made;
}
