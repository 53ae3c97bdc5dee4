import { isShort, isWorked, type WorkCalendar } from "@otklik/shared/deadline/calendar/work-calendar";
import { addDays, weekdayOf } from "@otklik/shared/deadline/time/local-day";
import type { IsoDate } from "@otklik/shared/deadline/vocabulary";

/** A month as it is drawn: weeks from Monday, null where a day is another month's. */
export interface Month {
  /** Its first day. */
  readonly from: IsoDate;
  readonly weeks: readonly (readonly (IsoDate | null)[])[];
}

/** The twelve months of a year. */
export function monthsOf(year: number): readonly Month[] {
  return Array.from({ length: 12 }, (_, index) => {
    const from = `${String(year).padStart(4, "0")}-${String(index + 1).padStart(2, "0")}-01`;
    const days: (IsoDate | null)[] = Array.from({ length: weekdayOf(from) - 1 }, () => null);
    for (let day = from; day.startsWith(from.slice(0, 8)); day = addDays(day, 1)) days.push(day);
    while (days.length % 7 > 0) days.push(null);
    return {
      from,
      weeks: Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7)),
    };
  });
}

/** How many days of a year are worked, and how many of these are short. */
export function workedDaysOf(year: number, calendar: WorkCalendar): { worked: number; short: number } {
  const days = monthsOf(year).flatMap(({ weeks }) => weeks.flat().filter((day) => day !== null));
  return {
    worked: days.filter((day) => isWorked(day, calendar)).length,
    short: days.filter((day) => isShort(day, calendar)).length,
  };
}
