import type { WorkCalendar } from "../calendar/work-calendar";
import type { TimeLimit } from "../regulation/regulation";
import { CLOCK_UNITS, type ClockUnit, type DayUnit, type IsoDate, type TimeUnit } from "../vocabulary";
import { countCalendarDays, countDaysWithoutPublicHolidays, countWeeks } from "./count-calendar-days";
import { countMonths, countYears } from "./count-months";
import { countWorkingDays } from "./count-working-days";
import type { CountedTerm } from "./counted-term";
import { NO_SUSPENSION, type Suspension } from "./pauses";

/** Whether a unit is a length of time, not a number of days. */
export function isClockUnit(unit: TimeUnit): unit is ClockUnit {
  return CLOCK_UNITS.some((clockUnit) => clockUnit === unit);
}

/**
 * Counts a term in days by its unit.
 *
 * @param startOn local date of the event
 * @param suspension what pauses take out of it
 * @throws RangeError when the calendar cannot be counted by, or an argument is not what it should be
 */
export function countTerm(
  unit: DayUnit,
  { n, roll }: Pick<TimeLimit, "n" | "roll">,
  startOn: IsoDate,
  calendar: WorkCalendar,
  suspension: Suspension = NO_SUSPENSION,
): CountedTerm {
  switch (unit) {
    case "working_day":
      return countWorkingDays(startOn, n, calendar, suspension);
    case "calendar_day":
      return countCalendarDays(startOn, n, roll, calendar, suspension);
    case "calendar_day_without_public_holidays":
      return countDaysWithoutPublicHolidays(startOn, n, roll, calendar, suspension);
    case "week":
      return countWeeks(startOn, n, roll, calendar, suspension);
    case "month":
      return countMonths(startOn, n, roll, calendar, suspension);
    case "year":
      return countYears(startOn, n, roll, calendar, suspension);
  }
}
