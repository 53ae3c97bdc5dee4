import { isWorked, type WorkCalendar } from "../calendar/work-calendar";
import { addDays } from "../time/local-day";
import type { IsoDate, Roll } from "../vocabulary";
import { asksForecast, type CountedDay, type CountedTerm, passedDay, pausedDay } from "./counted-term";
import { checkRests, type PassedDays, passPause } from "./pass-days";
import type { Suspension } from "./pauses";

/**
 * Ends a calendar-day term: a last day that is not worked moves as the rule says, backwards even where that
 * leads before the term. Only the days from the last one to where it moves hang on the calendar, so only
 * they can be provisional.
 *
 * @throws RangeError when there is no worked day within 60 days
 * @see Civil Code art. 193
 */
export function rollLastDay(
  passed: PassedDays,
  roll: Roll,
  calendar: WorkCalendar,
  suspension: Suspension,
): CountedTerm {
  const { lastDay, days } = passed;
  if (roll === "none") return { dueOn: lastDay, provisional: false, days };
  if (isWorked(lastDay, calendar)) {
    return { dueOn: lastDay, provisional: asksForecast([lastDay], calendar), days };
  }
  const rolled = passPause(
    rolledFrom(lastDay, roll, calendar, suspension),
    (day) => isWorked(day, calendar),
    calendar,
    suspension,
  );
  const asked = [lastDay, ...rolled.days.filter(isAsked).map((day) => day.on)];
  return {
    dueOn: rolled.lastDay,
    provisional: asksForecast(asked, calendar),
    days: [...days, ...rolled.days],
  };
}

/** Whether the calendar was asked what a day is: a day on which the clock stood still is passed in any case. */
export function isAsked({ reason }: CountedDay): boolean {
  return reason !== "day.paused" && reason !== "day.event";
}

/** The days passed from a day to the nearest worked one. */
function rolledFrom(
  lastDay: IsoDate,
  roll: "next" | "previous",
  calendar: WorkCalendar,
  suspension: Suspension,
): PassedDays {
  const step = roll === "next" ? 1 : -1;
  const days: CountedDay[] = [];
  let day = addDays(lastDay, step);
  for (let rests = 0; suspension.isSuspended(day) || !isWorked(day, calendar); day = addDays(day, step)) {
    if (suspension.isSuspended(day)) {
      days.push(pausedDay(day));
      continue;
    }
    days.push(passedDay(day, false, calendar));
    checkRests(++rests, lastDay, calendar);
  }
  days.push({ on: day, reason: `roll.${roll}`, counted: false, act: "Civil Code art. 193" });
  return { lastDay: day, days };
}
