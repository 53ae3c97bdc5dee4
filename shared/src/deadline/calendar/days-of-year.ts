import { addDays } from "../time/local-day";
import type { MonthDay } from "../vocabulary";

/** Every day of a year, ascending. @param year `YYYY` */
export function daysOfYear(year: string): MonthDay[] {
  const days: MonthDay[] = [];
  for (let on = `${year}-01-01`; on.startsWith(year); on = addDays(on, 1)) days.push(on.slice(5));
  return days;
}
