import { addDays } from "../time/local-day";
import type { IsoDate } from "../vocabulary";
import { hoursOf } from "./hours-of-day";
import { isWorked, LONGEST_REST_DAYS, type WorkCalendar } from "./work-calendar";

/** Years without data, one of them a leap year: what a calendar says of all of them. */
const PLAIN_YEARS = [2098, 2104];

/**
 * Whether terms in days can be counted by a calendar: from every day the next worked one is within 60 days,
 * in the years that it has, in those next to them, and in years that it does not have.
 */
export function isCountable(calendar: WorkCalendar): boolean {
  return restsEnd(calendar, (day) => isWorked(day, calendar));
}

/** Whether terms in business hours can be counted by it: it opens again within 60 days, whenever it closes. */
export function opensAgain(calendar: WorkCalendar): boolean {
  return restsEnd(calendar, (day) => hoursOf(day, calendar).length > 0);
}

function restsEnd(calendar: WorkCalendar, endsRest: (day: IsoDate) => boolean): boolean {
  const named = [...Object.keys(calendar.years), ...Object.keys(calendar.hours.dates)];
  const known = new Set(named.map((key) => Number(key.slice(0, 4))));
  const years = new Set([...known, ...PLAIN_YEARS].flatMap((year) => [year - 1, year, year + 1]));
  return [...years].every((year) => restsOfYearEnd(String(year), endsRest));
}

/** The rests that begin in a year, also those that end in the next. */
function restsOfYearEnd(year: string, endsRest: (day: IsoDate) => boolean): boolean {
  let rest = 0;
  for (let on = `${year}-01-01`; rest > 0 || on.startsWith(year); on = addDays(on, 1)) {
    rest = endsRest(on) ? 0 : rest + 1;
    if (rest >= LONGEST_REST_DAYS) return false;
  }
  return true;
}
