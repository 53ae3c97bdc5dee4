import { isWorked, type WorkCalendar } from "../calendar/work-calendar";
import type { IsoDate } from "../vocabulary";
import { asksForecast, type CountedTerm, checkLength } from "./counted-term";
import { passDays } from "./pass-days";
import { NO_SUSPENSION, type Suspension } from "./pauses";
import { isAsked } from "./roll";

/**
 * A term in working days. The day of the event is not counted; working Saturdays are.
 *
 * @param startOn local date of the event
 * @param workingDays whole number from 1 to 3,660
 * @throws RangeError when the calendar has no working days, or an argument is not what it should be
 * @see Civil Code arts 191, 194
 */
export function countWorkingDays(
  startOn: IsoDate,
  workingDays: number,
  calendar: WorkCalendar,
  suspension: Suspension = NO_SUSPENSION,
): CountedTerm {
  checkLength(workingDays);
  const counts = (day: IsoDate) => isWorked(day, calendar);
  const { lastDay, days } = passDays(startOn, workingDays, counts, calendar, suspension);
  const asked = days.filter(isAsked).map((day) => day.on);
  return { dueOn: lastDay, provisional: asksForecast(asked, calendar), days };
}
