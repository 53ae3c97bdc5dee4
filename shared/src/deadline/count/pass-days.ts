import { LONGEST_REST_DAYS, type WorkCalendar } from "../calendar/work-calendar";
import { addDays } from "../time/local-day";
import type { IsoDate } from "../vocabulary";
import { type CountedDay, dayOfEvent, passedDay, pausedDay } from "./counted-term";
import type { Suspension } from "./pauses";

/** Days passed so far; the last of them is the last day of the term. */
export interface PassedDays {
  readonly lastDay: IsoDate;
  readonly days: readonly CountedDay[];
}

/**
 * Passes so many days that count. The day of the event is none of them, nor are days on which the clock stands
 * still. The last of them does not end a term while the clock stands still: it goes on, on the first day that
 * counts and at whose end the clock runs again.
 *
 * @param length whole number of days
 * @throws RangeError when 60 days in a row do not count by the calendar
 */
export function passDays(
  startOn: IsoDate,
  length: number,
  counts: (day: IsoDate) => boolean,
  calendar: WorkCalendar,
  suspension: Suspension,
): PassedDays {
  const days: CountedDay[] = [dayOfEvent(startOn)];
  let lastDay = startOn;
  for (let counted = 0, rests = 0; counted < length; ) {
    lastDay = addDays(lastDay, 1);
    if (suspension.isSuspended(lastDay)) {
      days.push(pausedDay(lastDay));
      continue;
    }
    const isCounted = counts(lastDay);
    days.push(passedDay(lastDay, isCounted, calendar));
    if (isCounted) counted++;
    rests = isCounted ? 0 : rests + 1;
    checkRests(rests, startOn, calendar);
  }
  return passPause({ lastDay, days }, counts, calendar, suspension);
}

/** Moves a last day at whose end the clock stands still to the next one on which the term may end. */
export function passPause(
  { lastDay, days }: PassedDays,
  mayEndOn: (day: IsoDate) => boolean,
  calendar: WorkCalendar,
  suspension: Suspension,
): PassedDays {
  if (!suspension.standsAtEndOf(lastDay)) return { lastDay, days };
  const passed = [...days];
  for (let day = addDays(lastDay, 1), rests = 0; ; day = addDays(day, 1)) {
    if (suspension.standsAtEndOf(day)) {
      passed.push(pausedDay(day));
    } else if (mayEndOn(day)) {
      passed.push({ on: day, reason: "term.afterPause", counted: false, act: null });
      return { lastDay: day, days: passed };
    } else {
      passed.push(passedDay(day, false, calendar));
      checkRests(++rests, lastDay, calendar);
    }
  }
}

/** @throws RangeError when so many days that do not count in a row are not to be believed */
function checkRests(rests: number, from: IsoDate, calendar: WorkCalendar): void {
  if (rests < LONGEST_REST_DAYS) return;
  throw new RangeError(`calendar ${calendar.version} leaves no day to count within 60 days near ${from}`);
}
