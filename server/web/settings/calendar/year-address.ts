import { addDays } from "@otklik/shared/deadline/time/local-day";
import type { IsoDate } from "@otklik/shared/deadline/vocabulary";

/** The years that a calendar may have, as its schema and the server's take them. */
export const FIRST_YEAR = 1990;
export const LAST_YEAR = 2100;

/** The year that an address asks for; this one when it asks for none, or for one that cannot be shown. */
export function yearIn(asked: string | undefined, today: IsoDate): number {
  const year = /^\d{4}$/.test(asked ?? "") ? Number(asked) : Number.NaN;
  return year >= FIRST_YEAR && year <= LAST_YEAR ? year : Number(today.slice(0, 4));
}

/** The same day in another year; 29 February becomes the 28th where there is none. */
export function sameDayOf(day: IsoDate, year: number): IsoDate {
  const monthDay = day.slice(5);
  const lastOfFebruary = addDays(`${year}-03-01`, -1).slice(5);
  return `${year}-${monthDay === "02-29" ? lastOfFebruary : monthDay}`;
}
