import { isWorked, nextWorkedDay, type WorkCalendar } from "../calendar/work-calendar";
import { addDays } from "../time/local-day";
import type { IsoDate, Roll } from "../vocabulary";
import { asksForecast, type CountedDay, type CountedTerm, passedDay } from "./counted-term";
import { type PassedDays, passPause } from "./pass-days";
import type { Suspension } from "./pauses";

/**
 * Ends a calendar-day term: a last day that is not worked moves as the rule says, backwards even where that
 * leads before the term, but not to an end at which the clock stands still. Only the days from the last one to
 * where it moves hang on the calendar, so only they can be provisional.
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
    rolledFrom(lastDay, roll, calendar),
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
function rolledFrom(lastDay: IsoDate, roll: "next" | "previous", calendar: WorkCalendar): PassedDays {
  const step = roll === "next" ? 1 : -1;
  const landed = nextWorkedDay(lastDay, calendar, step);
  const days: CountedDay[] = [];
  for (let rest = addDays(lastDay, step); rest !== landed; rest = addDays(rest, step)) {
    days.push(passedDay(rest, false, calendar));
  }
  days.push({ on: landed, reason: `roll.${roll}`, counted: false, act: "Civil Code art. 193" });
  return { lastDay: landed, days };
}
