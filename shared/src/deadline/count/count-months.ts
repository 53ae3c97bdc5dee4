import { Temporal } from "temporal-polyfill";
import { isWorked, type WorkCalendar } from "../calendar/work-calendar";
import { addDays, daysBetween } from "../time/local-day";
import type { IsoDate, Roll } from "../vocabulary";
import {
  type CountedDay,
  type CountedTerm,
  checkLength,
  dayOfEvent,
  passedDay,
  pausedDay,
} from "./counted-term";
import { type PassedDays, passPause } from "./pass-days";
import { NO_SUSPENSION, type Suspension } from "./pauses";
import { rollLastDay } from "./roll";

const MONTHS_OF_YEAR = 12;

/**
 * A term in months: it ends on the day with the number of its event, or on the last day of a month that has
 * no such number. As many days as the clock stood still are added to it.
 *
 * @param startOn local date of the event
 * @param months whole number from 1 to 3,660
 * @throws RangeError when the calendar has no working day to roll to, or an argument is not what it should be
 * @see Civil Code arts 192, 193
 */
export function countMonths(
  startOn: IsoDate,
  months: number,
  roll: Roll,
  calendar: WorkCalendar,
  suspension: Suspension = NO_SUSPENSION,
): CountedTerm {
  checkLength(months);
  return countTo(addMonths(startOn, months), startOn, roll, calendar, suspension);
}

/** A term in years: a year after 29 February ends on 28 February. @see Civil Code art. 192 */
export function countYears(
  startOn: IsoDate,
  years: number,
  roll: Roll,
  calendar: WorkCalendar,
  suspension: Suspension = NO_SUSPENSION,
): CountedTerm {
  checkLength(years);
  return countTo(addMonths(startOn, years * MONTHS_OF_YEAR), startOn, roll, calendar, suspension);
}

function countTo(
  endsOn: IsoDate,
  startOn: IsoDate,
  roll: Roll,
  calendar: WorkCalendar,
  suspension: Suspension,
): CountedTerm {
  const end: CountedDay = {
    on: endsOn,
    reason: reasonFor(startOn, endsOn),
    counted: true,
    act: "Civil Code art. 192",
  };
  const passed =
    suspension === NO_SUSPENSION
      ? { lastDay: endsOn, days: [dayOfEvent(startOn), end] }
      : suspended(end, startOn, calendar, suspension);
  // What the last day is, where that is why the term does not end on it.
  const days =
    roll === "none" || isWorked(passed.lastDay, calendar)
      ? passed.days
      : [...passed.days, passedDay(passed.lastDay, false, calendar)];
  return rollLastDay({ ...passed, days }, roll, calendar, suspension);
}

/** The days between event and end, less those on which the clock stood still, and as many more after it. */
function suspended(
  end: CountedDay,
  startOn: IsoDate,
  calendar: WorkCalendar,
  suspension: Suspension,
): PassedDays {
  const paused: CountedDay[] = [];
  let moved = end.on;
  // Run by run: a term of years has more days than can be passed one by one.
  for (const { from, to } of suspension.runs) {
    const first = addDays(from < startOn ? startOn : from, 1);
    if (first > to || first > moved) continue;
    moved = addDays(moved, daysBetween(first, to) + 1);
    for (let day = first; day <= to; day = addDays(day, 1)) paused.push(pausedDay(day));
  }
  const passed = passPause({ lastDay: moved, days: paused }, () => true, calendar, suspension);
  const { lastDay } = passed;
  const last: CountedDay =
    lastDay === end.on ? end : { on: lastDay, reason: "term.afterPause", counted: true, act: null };
  const stood = passed.days.filter(({ reason }) => reason === "day.paused");
  return { lastDay, days: [dayOfEvent(startOn), ...stood, last] };
}

function reasonFor(startOn: IsoDate, endsOn: IsoDate): "term.sameNumber" | "term.lastDayOfMonth" {
  return startOn.slice(8) === endsOn.slice(8) ? "term.sameNumber" : "term.lastDayOfMonth";
}

function addMonths(day: IsoDate, months: number): IsoDate {
  return Temporal.PlainDate.from(day, { overflow: "reject" }).add({ months }).toString();
}
