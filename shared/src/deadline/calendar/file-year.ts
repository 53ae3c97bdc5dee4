import { type Weekday, weekdayOf } from "../time/local-day";
import type { IsoDate, MonthDay } from "../vocabulary";
import { calendarChanges } from "./calendar-changes";
import { daysOfYear } from "./days-of-year";
import { sixDayYear } from "./six-day-week";
import { type CalendarYear, dayKind, type WorkCalendar } from "./work-calendar";

/** All that a file says of one year. Whatever is not at rest is worked. */
export interface FileYear {
  /** `YYYY`. */
  readonly year: string;
  /** Days that are not worked, those of the weekend among them. */
  readonly rest: ReadonlySet<MonthDay>;
  readonly short: ReadonlySet<MonthDay>;
  /** Public holidays that it names. */
  readonly holidays: ReadonlySet<MonthDay>;
  /**
   * The days that it names, where it leaves the others to the week; all where this is not given. A public
   * holiday that it does not name is one all the same.
   */
  readonly named?: ReadonlySet<MonthDay>;
  /** From where a day off was moved. */
  readonly moved: Readonly<Record<MonthDay, MonthDay>>;
}

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/**
 * A calendar with the days of a file in it. The year has then neither an act nor official status until
 * somebody types the act; but a file that only confirms what is there changes nothing. Regional days stay:
 * a file for the whole country knows nothing of them.
 *
 * @returns null when the file is written for another week than the calendar's; one of five days is read
 *   into a calendar of six by `sixDayYear`
 */
export function mergeFileYear(into: WorkCalendar, file: FileYear): WorkCalendar | null {
  const written = weekendOf(file);
  const year = toCalendarYear(into, file, written);
  const fitted = fitToWeek(year, file.year, written, into);
  if (fitted === null) return null;
  const merged = { ...into, years: { ...into.years, [file.year]: fitted } };
  const before = into.years[file.year];
  if (before === undefined || calendarChanges(into, merged).length > 0) return merged;
  if (before.moved !== undefined || Object.keys(fitted.moved ?? {}).length === 0) return into;
  return { ...into, years: { ...into.years, [file.year]: { ...before, moved: fitted.moved } } };
}

/**
 * A calendar with more days off, each under the name that the file gives it. A year that is official keeps
 * its act: what it does not grant becomes a regional one.
 */
export function addDaysOff(into: WorkCalendar, days: ReadonlyMap<IsoDate, string>): WorkCalendar {
  const years: Record<string, CalendarYear> = { ...into.years };
  const added = [...days].filter(([on]) => dayKind(on, into) === "working");
  for (const key of new Set(added.map(([on]) => on.slice(0, 4)))) {
    const year = years[key] ?? EMPTY_YEAR;
    const ofYear = added
      .filter(([on]) => on.startsWith(key))
      .map(([on, name]) => [on.slice(5), name] as const);
    years[key] =
      year.status === "official"
        ? { ...year, regional: { ...year.regional, ...Object.fromEntries(ofYear) } }
        : { ...year, off: [...year.off, ...ofYear.map(([day]) => day)].sort() };
  }
  return { ...into, years };
}

const EMPTY_YEAR: CalendarYear = {
  act: null,
  status: "provisional",
  holidays: [],
  off: [],
  work: [],
  short: [],
  regional: {},
};

/** The weekdays that are at rest more often than not. */
function weekendOf(file: FileYear): Weekday[] {
  const resting = new Map<Weekday, number>();
  for (const day of daysOfYear(file.year)) {
    const weekday = weekdayOf(`${file.year}-${day}`);
    resting.set(weekday, (resting.get(weekday) ?? 0) + (file.rest.has(day) ? 1 : -1));
  }
  return WEEKDAYS.filter((weekday) => (resting.get(weekday) ?? 0) > 0);
}

function toCalendarYear(into: WorkCalendar, file: FileYear, weekend: readonly Weekday[]): CalendarYear {
  const regional = into.years[file.year]?.regional ?? {};
  const isPublic = new Set(into.publicHolidays.days);
  const days = daysOfYear(file.year);
  const inWeekend = (day: MonthDay) => weekend.includes(weekdayOf(`${file.year}-${day}`));
  const isNamed = (day: MonthDay) => file.named?.has(day) ?? true;
  const holidays = days.filter((day) => file.holidays.has(day) && file.rest.has(day));
  const off = days.filter(
    (day) => file.rest.has(day) && !inWeekend(day) && (regional[day] === undefined || file.holidays.has(day)),
  );
  return {
    ...EMPTY_YEAR,
    holidays: holidays.filter((day) => !isPublic.has(day)),
    off,
    moved: Object.fromEntries(Object.entries(file.moved).filter(([day]) => off.includes(day))),
    work: days.filter(
      (day) => !file.rest.has(day) && (inWeekend(day) || (isPublic.has(day) && isNamed(day))),
    ),
    short: days.filter((day) => file.short.has(day) && !file.rest.has(day)),
    regional,
  };
}

function fitToWeek(
  data: CalendarYear,
  year: string,
  written: readonly Weekday[],
  into: WorkCalendar,
): CalendarYear | null {
  const wanted = [...into.weekend].sort().join();
  if (wanted === written.join()) return data;
  return wanted === "7" && written.join() === "6,7" ? sixDayYear(year, data, into) : null;
}
