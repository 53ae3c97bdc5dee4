import { dayKind, LONGEST_REST_DAYS, type WorkCalendar } from "../calendar/work-calendar";
import { addDays } from "../time/local-day";
import type { IsoDate, Roll } from "../vocabulary";
import { type CountedDay, type CountedTerm, checkLength, dayOfEvent, passedDay } from "./counted-term";
import { rollLastDay } from "./roll";

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
): CountedTerm {
  return countDays(startOn, calendarDays, roll, calendar, () => true);
}

/**
 * A term in calendar days that leaves public holidays out of the count, whatever day of the week
 * they fall on. Weekends and days moved by decree do count; the last day rolls like any other.
 *
 * @see Labour Code art. 112; Law 40-FZ art. 16.1
 */
export function countDaysWithoutPublicHolidays(
  startOn: IsoDate,
  days: number,
  roll: Roll,
  calendar: WorkCalendar,
): CountedTerm {
  return countDays(startOn, days, roll, calendar, (day) => dayKind(day, calendar) !== "publicHoliday");
}

function countDays(
  startOn: IsoDate,
  length: number,
  roll: Roll,
  calendar: WorkCalendar,
  counts: (day: IsoDate) => boolean,
): CountedTerm {
  checkLength(length);
  const days: CountedDay[] = [dayOfEvent(startOn)];
  let lastDay = startOn;
  for (let counted = 0, skippedInARow = 0; counted < length; ) {
    lastDay = addDays(lastDay, 1);
    const isCounted = counts(lastDay);
    days.push(passedDay(lastDay, isCounted, calendar));
    if (isCounted) counted++;
    skippedInARow = isCounted ? 0 : skippedInARow + 1;
    if (skippedInARow > LONGEST_REST_DAYS) {
      throw new RangeError(`calendar ${calendar.version} leaves no day to count after ${startOn}`);
    }
  }
  return rollLastDay(lastDay, days, roll, calendar);
}
