import { sayDueWord } from "../../messages/due-words/index";
import type { Locale } from "../../people/locale";
import type { CalendarWindow } from "../calendar/calendar-window";
import { workedDaysIn } from "../calendar/days-in-window";
import type { DueDate } from "../due-date";
import { addDays, daysBetween } from "../time/local-day";
import { wallClockOf } from "../time/wall-clock";
import type { IsoDate } from "../vocabulary";
import { type RunningTerm, remainingOf } from "./remaining";
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
 * @param window its calendar round now, by which days overdue are told; null where it is not known
 */
export function sayDue(
  locale: Locale,
  due: SayableDue,
  now: Date,
  zone: string,
  window: CalendarWindow | null,
): string {
  return withProvision(locale, due, sayEnd(locale, due, now, zone, window));
}

/**
 * What is left of a term, in the unit of its clock: "3 working days left", "in 40 minutes"; on its last
 * day, and where that is not known, when it is due; once it has run out, by how much it is overdue.
 *
 * @param zone the organisation's, IANA name
 * @param window its calendar round now; null where it is not known
 */
export function sayRemaining(
  locale: Locale,
  due: SayableDue & RunningTerm,
  now: Date,
  zone: string,
  window: CalendarWindow | null,
): string {
  const left = remainingOf(due, now, zone, window);
  const said =
    left === null || (left.count === 0 && left.unit !== "minute")
      ? sayEnd(locale, due, now, zone, window)
      : left.count === 0
        ? sayDueWord(locale, "left.underMinute")
        : sayDueWord(locale, `left.${left.unit}`, { count: left.count });
  return withProvision(locale, due, said);
}

/**
 * A due date in a word, for a list and after "answer due": "3 Dec", or "18:00" when a term in
 * hours ends today.
 */
export function sayDueShort(locale: Locale, due: SayableDue, now: Date, zone: string): string {
  const today = wallClockOf(now.toISOString(), zone).day;
  const time = timeOf(due, zone);
  const said = due.dueOn === today && time !== DAY_END ? time : sayShortDate(locale, due.dueOn, today);
  return due.provisional ? sayDueWord(locale, "due.short.provisional", { due: said }) : said;
}

function withProvision(locale: Locale, { provisional }: SayableDue, said: string): string {
  return provisional ? sayDueWord(locale, "due.provisional", { due: said }) : said;
}

function sayEnd(
  locale: Locale,
  due: SayableDue,
  now: Date,
  zone: string,
  window: CalendarWindow | null,
): string {
  const today = wallClockOf(now.toISOString(), zone).day;
  const minutesLate = (now.getTime() - Date.parse(due.dueAt)) / MILLISECONDS_OF_MINUTE;
  return minutesLate >= 0
    ? sayOverdue(locale, due, minutesLate, today, zone, window)
    : sayComing(locale, due, today, zone);
}

function sayComing(locale: Locale, due: SayableDue, today: IsoDate, zone: string): string {
  const time = timeOf(due, zone);
  if (due.dueOn === today) return sayDueWord(locale, "due.todayAt", { time });
  const date = sayLongDate(locale, due.dueOn, today);
  if (time === DAY_END) return sayDueWord(locale, "due.on", { date });
  if (due.dueOn === addDays(today, 1)) return sayDueWord(locale, "due.tomorrowAt", { time });
  return sayDueWord(locale, "due.onAt", { date, time });
}

function sayOverdue(
  locale: Locale,
  due: SayableDue,
  minutesLate: number,
  today: IsoDate,
  zone: string,
  window: CalendarWindow | null,
): string {
  const hours = Math.floor(minutesLate / MINUTES_OF_HOUR);
  const isInDays = timeOf(due, zone) === DAY_END;
  if (isInDays || hours >= HOURS_OF_DAY) {
    const workingDays = window === null ? null : workedDaysIn(window, due.dueOn, today);
    if (workingDays) return sayDueWord(locale, "overdue.workingDays", { count: workingDays });
    return sayDueWord(locale, "overdue.days", { count: daysBetween(due.dueOn, today) });
  }
  if (hours >= 1) return sayDueWord(locale, "overdue.hours", { count: hours });
  if (minutesLate >= 1) return sayDueWord(locale, "overdue.minutes", { count: Math.floor(minutesLate) });
  return sayDueWord(locale, "overdue.justNow");
}

const DAY_END = "24:00";

/** The time of day by which it is due; 24:00 when the whole of its last day is in time. */
export function timeOf(due: Pick<SayableDue, "dueAt" | "dueOn">, zone: string): string {
  const end = wallClockOf(due.dueAt, zone);
  return end.day === due.dueOn ? end.time : DAY_END;
}
