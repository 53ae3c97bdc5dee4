import type { WorkCalendar } from "@otklik/shared/deadline/calendar/work-calendar";
import { dayRun } from "@otklik/shared/deadline/time/day-run";
import type { Weekday } from "@otklik/shared/deadline/time/local-day";
import type { IsoDate } from "@otklik/shared/deadline/vocabulary";
import type { HolidaysTypes } from "date-holidays";

/** The library brings the holidays of all countries and the course of the moon: only who asks pays for it. */
const library = () => import("date-holidays").then((module) => module.default);

/** What vouches for a holiday of another country. The library's data are under CC BY-SA 3.0, which wants to be named. */
export const HOLIDAYS_SOURCE = "date-holidays (CC BY-SA 3.0)";

const HOURS_OF_DAY = 24;
const MILLISECONDS_OF_HOUR = 3_600_000;

/** Countries whose holidays are known, ISO 3166-1, two letters, ascending. */
export async function countryCodes(): Promise<string[]> {
  const Holidays = await library();
  return Object.keys(new Holidays().getCountries("en"))
    .filter((code) => /^[A-Z]{2}$/.test(code))
    .sort();
}

/** Days that are not worked, ascending. */
export interface CountryYear {
  readonly holidays: readonly IsoDate[];
  /** Given for a holiday that falls on a weekend: as a day moved there, it is no holiday itself. */
  readonly substitutes: readonly IsoDate[];
}

/** The public holidays of a country that last the whole day, of one year; those of its parts are left out. */
export async function countryYearOf(country: string, year: number): Promise<CountryYear> {
  const Holidays = await library();
  const found = new Holidays(country, { types: ["public"] }).getHolidays(year);
  const ofYear = (days: readonly HolidaysTypes.Holiday[]) =>
    [...new Set(days.flatMap(wholeDaysOf))].filter((on) => on.startsWith(`${year}-`)).sort();
  const holidays = ofYear(found.filter(({ substitute }) => substitute !== true));
  const substitutes = ofYear(found.filter(({ substitute }) => substitute === true));
  return { holidays, substitutes: substitutes.filter((on) => !holidays.includes(on)) };
}

/** Some begin at sunset or at noon; the date that the library names is the day that is not worked. */
function wholeDaysOf({ date, start, end }: HolidaysTypes.Holiday): IsoDate[] {
  const hours = Math.round((end.getTime() - start.getTime()) / MILLISECONDS_OF_HOUR);
  const beginsAtMidnight = date.slice(11, 16) === "00:00";
  return beginsAtMidnight ? dayRun(date.slice(0, 10), Math.floor(hours / HOURS_OF_DAY)) : [];
}

/** By Unicode's data of regions, as this version of Node has them; Saturday and Sunday where it has none. */
export function weekendOf(country: string): WorkCalendar["weekend"] {
  const region: Intl.Locale & Partial<RegionWeek> = new Intl.Locale(`und-${country}`);
  const days = (region.getWeekInfo?.() ?? region.weekInfo)?.weekend ?? [6, 7];
  return [...days].sort();
}

/** Newer versions have the method, older ones the property. */
interface RegionWeek {
  readonly weekInfo: WeekInfo;
  getWeekInfo(): WeekInfo;
}

interface WeekInfo {
  readonly weekend: readonly Weekday[];
}
