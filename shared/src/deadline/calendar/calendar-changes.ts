import { addDays } from "../time/local-day";
import type { IsoDate } from "../vocabulary";
import { type DayKind, dayKind, isShort, type WorkCalendar } from "./work-calendar";

/** A day that two calendars see differently. */
export interface CalendarDayChange {
  readonly on: IsoDate;
  readonly before: DayKind;
  readonly after: DayKind;
  /** Ends earlier, before and after. */
  readonly shortBefore: boolean;
  readonly shortAfter: boolean;
}

/**
 * The days of which two calendars say something else, ascending, over every year that either of them has.
 * A year that one of them lacks is taken in it by weekends and public holidays, as it is counted.
 */
export function calendarChanges(before: WorkCalendar, after: WorkCalendar): CalendarDayChange[] {
  const years = new Set([...Object.keys(before.years), ...Object.keys(after.years)]);
  return [...years].sort().flatMap((year) => changesOf(year, before, after));
}

function changesOf(year: string, before: WorkCalendar, after: WorkCalendar): CalendarDayChange[] {
  const changes: CalendarDayChange[] = [];
  for (let on = `${year}-01-01`; on.startsWith(year); on = addDays(on, 1)) {
    const change = {
      on,
      before: dayKind(on, before),
      after: dayKind(on, after),
      shortBefore: isShort(on, before),
      shortAfter: isShort(on, after),
    };
    if (change.before !== change.after || change.shortBefore !== change.shortAfter) changes.push(change);
  }
  return changes;
}
