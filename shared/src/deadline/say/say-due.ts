import { sayDeadline } from "../../messages/deadline/index";
import type { Locale } from "../../people/locale";
import { russia } from "../calendar/russia";
import { type WorkCalendar, workedDaysBetween } from "../calendar/work-calendar";
import type { DueDate } from "../due-date";
import { addDays, daysBetween } from "../time/local-day";
import { wallClockOf } from "../time/wall-clock";
import type { IsoDate } from "../vocabulary";
import { sayLongDate, sayShortDate } from "./say-date";

/** What saying a due date needs of it. */
export type SayableDue = Pick<DueDate, "dueAt" | "dueOn" | "provisional">;

const MILLISECONDS_OF_MINUTE = 60_000;
const MINUTES_OF_HOUR = 60;
const HOURS_OF_DAY = 24;

/**
 * A due date as people say it: "due today, 18:00", "due Wednesday 3 December", "overdue by 2
 * working days". A provisional date says so wherever it is said.
 *
 * @param zone the organisation's, IANA name
 * @param calendar by which days overdue are told
 */
export function sayDue(
  locale: Locale,
  due: SayableDue,
  now: Date,
  zone: string,
  calendar: WorkCalendar = russia,
): string {
  const today = wallClockOf(now.toISOString(), zone).day;
  const minutesLate = (now.getTime() - Date.parse(due.dueAt)) / MILLISECONDS_OF_MINUTE;
  const said =
    minutesLate >= 0
      ? sayOverdue(locale, due, minutesLate, today, zone, calendar)
      : sayComing(locale, due, today, zone);
  return due.provisional ? sayDeadline(locale, "due.provisional", { due: said }) : said;
}

/**
 * A due date in a word, for a list and after "answer due": "3 Dec", or "18:00" when a term in
 * hours ends today.
 */
export function sayDueShort(locale: Locale, due: SayableDue, now: Date, zone: string): string {
  const today = wallClockOf(now.toISOString(), zone).day;
  const time = timeOf(due, zone);
  const said = due.dueOn === today && time !== DAY_END ? time : sayShortDate(locale, due.dueOn, today);
  return due.provisional ? sayDeadline(locale, "due.short.provisional", { due: said }) : said;
}

function sayComing(locale: Locale, due: SayableDue, today: IsoDate, zone: string): string {
  const time = timeOf(due, zone);
  if (due.dueOn === today) return sayDeadline(locale, "due.todayAt", { time });
  const date = sayLongDate(locale, due.dueOn, today);
  if (time === DAY_END) return sayDeadline(locale, "due.on", { date });
  if (due.dueOn === addDays(today, 1)) return sayDeadline(locale, "due.tomorrowAt", { time });
  return sayDeadline(locale, "due.onAt", { date, time });
}

function sayOverdue(
  locale: Locale,
  due: SayableDue,
  minutesLate: number,
  today: IsoDate,
  zone: string,
  calendar: WorkCalendar,
): string {
  const hours = Math.floor(minutesLate / MINUTES_OF_HOUR);
  const isInDays = timeOf(due, zone) === DAY_END;
  if (isInDays || hours >= HOURS_OF_DAY) {
    const workingDays = workedDaysBetween(due.dueOn, today, calendar);
    if (workingDays > 0) return sayDeadline(locale, "overdue.workingDays", { count: workingDays });
    return sayDeadline(locale, "overdue.days", { count: daysBetween(due.dueOn, today) });
  }
  if (hours >= 1) return sayDeadline(locale, "overdue.hours", { count: hours });
  if (minutesLate >= 1) return sayDeadline(locale, "overdue.minutes", { count: Math.floor(minutesLate) });
  return sayDeadline(locale, "overdue.justNow");
}

const DAY_END = "24:00";

/** The time of day by which it is due; 24:00 when the whole of its last day is in time. */
function timeOf(due: SayableDue, zone: string): string {
  const end = wallClockOf(due.dueAt, zone);
  return end.day === due.dueOn ? end.time : DAY_END;
}
