import { isShort, isWorked, type WorkCalendar } from "@otklik/shared/deadline/calendar/work-calendar";
import { monthsOf } from "@otklik/shared/deadline/time/year-days";

/** How many days of a year are worked, and how many of these are short. */
export function workedDaysOf(year: number, calendar: WorkCalendar): { worked: number; short: number } {
  const days = monthsOf(year).flatMap(({ weeks }) => weeks.flat().filter((day) => day !== null));
  return {
    worked: days.filter((day) => isWorked(day, calendar)).length,
    short: days.filter((day) => isShort(day, calendar)).length,
  };
}
