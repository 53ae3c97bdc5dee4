import { dayKind, type WorkCalendar } from "../calendar/work-calendar";
import type { IsoDate, Roll } from "../vocabulary";
import { asksForecast, type CountedTerm, checkLength } from "./counted-term";
import { passDays } from "./pass-days";
import { NO_SUSPENSION, type Suspension } from "./pauses";
import { isAsked, rollLastDay } from "./roll";

const DAYS_OF_WEEK = 7;

/**
 * A term in calendar days. The day of the event is not counted.
 *
 * @param startOn local date of the event
 * @param calendarDays whole number from 1 to 3,660
 * @throws RangeError when the calendar has no working day to roll to, or an argument is not what it should be
 * @see Civil Code arts 191, 193
 */
export function countCalendarDays(
  startOn: IsoDate,
  calendarDays: number,
  roll: Roll,
  calendar: WorkCalendar,
  suspension: Suspension = NO_SUSPENSION,
): CountedTerm {
  checkLength(calendarDays);
  const passed = passDays(startOn, calendarDays, () => true, calendar, suspension);
  return rollLastDay(passed, roll, calendar, suspension);
}

/**
 * A term in weeks: it ends on the weekday of its event.
 *
 * @param weeks whole number from 1 to 3,660
 * @see Civil Code art. 192
 */
export function countWeeks(
  startOn: IsoDate,
  weeks: number,
  roll: Roll,
  calendar: WorkCalendar,
  suspension: Suspension = NO_SUSPENSION,
): CountedTerm {
  checkLength(weeks);
  const passed = passDays(startOn, weeks * DAYS_OF_WEEK, () => true, calendar, suspension);
  return rollLastDay(passed, roll, calendar, suspension);
}

/**
 * A term in calendar days that leaves public holidays out of the count, whatever day of the week
 * they fall on. Weekends and days moved by decree do count; the last day rolls like any other.
 * Every day passed is asked whether it is a holiday, so a forecast for any of them makes it provisional.
 *
 * @see Labour Code art. 112; Law 40-FZ art. 16.1
 */
export function countDaysWithoutPublicHolidays(
  startOn: IsoDate,
  days: number,
  roll: Roll,
  calendar: WorkCalendar,
  suspension: Suspension = NO_SUSPENSION,
): CountedTerm {
  checkLength(days);
  const counts = (day: IsoDate) => dayKind(day, calendar) !== "publicHoliday";
  const term = rollLastDay(passDays(startOn, days, counts, calendar, suspension), roll, calendar, suspension);
  const asked = term.days.filter(isAsked).map((day) => day.on);
  return { ...term, provisional: asksForecast(asked, calendar) };
}
