import { dayKind, isWorked, type WorkCalendar } from "@otklik/shared/deadline/calendar/work-calendar";
import type { IsoDate } from "@otklik/shared/deadline/vocabulary";
import { withChoice } from "./day-choice";

/** Why a day off cannot be moved so. */
export type MoveFault = "from-worked" | "to-not-worked";

/** @returns null when it can be moved */
export function moveFault(calendar: WorkCalendar, from: IsoDate, to: IsoDate): MoveFault | null {
  if (isWorked(from, calendar)) return "from-worked";
  return isWorked(to, calendar) ? null : "to-not-worked";
}

/**
 * A day off is moved to a worked day. What it was moved from is worked then, except a public holiday: of one that
 * falls on a weekend only the lost day of rest is moved (Labour Code art. 112).
 */
export function moveDayOff(calendar: WorkCalendar, from: IsoDate, to: IsoDate): WorkCalendar {
  const isHoliday = dayKind(from, calendar) === "publicHoliday";
  const left = isHoliday ? calendar : withChoice(calendar, from, "worked");
  const moved = withChoice(left, to, "off");
  const key = to.slice(0, 4);
  const year = moved.years[key];
  if (year === undefined || !from.startsWith(key)) return moved;
  const kept = { ...year, moved: { ...year.moved, [to.slice(5)]: from.slice(5) } };
  return { ...moved, years: { ...moved.years, [key]: kept } };
}
