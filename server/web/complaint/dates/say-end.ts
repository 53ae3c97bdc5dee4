import type { DueEnd } from "@otklik/shared/complaint/term-changes";
import { sayShortDate } from "@otklik/shared/deadline/say/say-date";
import { wallClockOf } from "@otklik/shared/deadline/time/wall-clock";
import type { Locale } from "@otklik/shared/people/locale";
import { sayDates } from "../../messages/dates/index";
import { formatInstant } from "../../parts/format-when";

/** Where and when the organisation reads its dates. */
export interface Reading {
  /** IANA name of the organisation's zone. */
  readonly zone: string;
  readonly now: Date;
}

/** Whether a term runs to the end of its last day, and not to an hour of it. */
export function endsWithDay({ dueAt, dueOn }: Pick<DueEnd, "dueAt" | "dueOn">, zone: string): boolean {
  return wallClockOf(dueAt, zone).day !== dueOn;
}

/**
 * Where a due date lies, for speaking of dates that were or will be: "2 Feb", or "2 Feb, 18:00" when it ends
 * within its day; the year is left out when it is the current one.
 */
export function sayEnd(locale: Locale, end: DueEnd, { zone, now }: Reading): string {
  const said = endsWithDay(end, zone)
    ? sayShortDate(locale, end.dueOn, wallClockOf(now.toISOString(), zone).day)
    : formatInstant(locale, end.dueAt, zone, now);
  return end.provisional ? sayDates(locale, "end.provisional", { end: said }) : said;
}
