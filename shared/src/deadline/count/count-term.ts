import type { WorkCalendar } from "../calendar/work-calendar";
import type { TimeLimit } from "../regulation/regulation";
import { CLOCK_UNITS, type ClockUnit, type DayUnit, type IsoDate, type TimeUnit } from "../vocabulary";
import { countCalendarDays, countDaysWithoutPublicHolidays } from "./count-calendar-days";
import { countWorkingDays } from "./count-working-days";
import type { CountedTerm } from "./counted-term";

/** Whether a unit is a length of time, not a number of days. */
export function isClockUnit(unit: TimeUnit): unit is ClockUnit {
  return CLOCK_UNITS.some((clockUnit) => clockUnit === unit);
}

/** Counts a term in days by its unit. @param startOn local date of the event */
export function countTerm(
  unit: DayUnit,
  { n, roll }: Pick<TimeLimit, "n" | "roll">,
  startOn: IsoDate,
  calendar: WorkCalendar,
): CountedTerm {
  switch (unit) {
    case "working_day":
      return countWorkingDays(startOn, n, calendar);
    case "calendar_day":
      return countCalendarDays(startOn, n, roll, calendar);
    case "calendar_day_without_public_holidays":
      return countDaysWithoutPublicHolidays(startOn, n, roll, calendar);
    case "week":
    case "month":
    case "year":
      throw new RangeError(`not counted yet: ${unit}`);
  }
}
