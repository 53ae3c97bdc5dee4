import { isWorked, nextWorkedDay, type WorkCalendar } from "../calendar/work-calendar";
import { addDays } from "../time/local-day";
import type { IsoDate, Roll } from "../vocabulary";
import { asksForecast, type CountedDay, type CountedTerm, passedDay } from "./counted-term";

/**
 * Ends a calendar-day term: a last day that is not worked moves as the rule says. Only the days
 * from the last one to where it moves hang on the calendar, so only they can be provisional.
 *
 * @param days counted so far, the last day of the term last
 * @see Civil Code art. 193
 */
export function rollLastDay(
  lastDay: IsoDate,
  days: readonly CountedDay[],
  roll: Roll,
  calendar: WorkCalendar,
): CountedTerm {
  if (roll === "none") return { dueOn: lastDay, provisional: false, days };
  if (isWorked(lastDay, calendar)) {
    return { dueOn: lastDay, provisional: asksForecast([lastDay], calendar), days };
  }
  const step = roll === "next" ? 1 : -1;
  const dueOn = nextWorkedDay(lastDay, calendar, step);
  const passed: CountedDay[] = [];
  for (let rest = addDays(lastDay, step); rest !== dueOn; rest = addDays(rest, step)) {
    passed.push(passedDay(rest, false, calendar));
  }
  const asked = [lastDay, ...passed.map((day) => day.on), dueOn];
  const landed: CountedDay = {
    on: dueOn,
    reason: `roll.${roll}`,
    counted: false,
    act: "Civil Code art. 193",
  };
  return { dueOn, provisional: asksForecast(asked, calendar), days: [...days, ...passed, landed] };
}
