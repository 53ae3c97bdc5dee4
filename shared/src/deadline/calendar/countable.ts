import { addDays } from "../time/local-day";
import { isWorked, LONGEST_REST_DAYS, type WorkCalendar } from "./work-calendar";

/** Years without data, one of them a leap year: what a calendar says of all of them. */
const PLAIN_YEARS = ["2098", "2104"];

/**
 * Whether terms in days can be counted by a calendar: from every day the next worked one is within 60 days,
 * in the years that it has, in those next to them, and in years that it does not have.
 */
export function isCountable(calendar: WorkCalendar): boolean {
  const known = Object.keys(calendar.years).map(Number);
  const years = new Set([...known.flatMap((year) => [year - 1, year, year + 1]).map(String), ...PLAIN_YEARS]);
  return [...years].every((year) => hasWorkAllYear(year, calendar));
}

/** The rests that begin in a year, also those that end in the next. */
function hasWorkAllYear(year: string, calendar: WorkCalendar): boolean {
  let rest = 0;
  for (let on = `${year}-01-01`; rest > 0 || on.startsWith(year); on = addDays(on, 1)) {
    rest = isWorked(on, calendar) ? 0 : rest + 1;
    if (rest >= LONGEST_REST_DAYS) return false;
  }
  return true;
}
