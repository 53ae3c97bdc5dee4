import { nextWorkedDay, type WorkCalendar } from "../calendar/work-calendar";
import { addDays } from "../time/local-day";
import type { IsoDate } from "../vocabulary";
import { asksForecast, type CountedTerm, checkLength, dayOfEvent, passedDay } from "./counted-term";

/**
 * A term in working days. The day of the event is not counted; working Saturdays are.
 *
 * @param startOn local date of the event
 * @param workingDays whole number from 1 to 3,660
 * @throws RangeError when the calendar has no working days, or an argument is not what it should be
 * @see Civil Code arts 191, 194
 */
export function countWorkingDays(startOn: IsoDate, workingDays: number, calendar: WorkCalendar): CountedTerm {
  checkLength(workingDays);
  const days = [dayOfEvent(startOn)];
  let dueOn = startOn;
  for (let counted = 0; counted < workingDays; counted++) {
    const worked = nextWorkedDay(dueOn, calendar);
    for (let rest = addDays(dueOn, 1); rest < worked; rest = addDays(rest, 1)) {
      days.push(passedDay(rest, false, calendar));
    }
    days.push(passedDay(worked, true, calendar));
    dueOn = worked;
  }
  const asked = days.slice(1).map((day) => day.on);
  return { dueOn, provisional: asksForecast(asked, calendar), days };
}
