import type { BusinessHours, Interval } from "@otklik/shared/deadline/calendar/business-hours";
import type { Locale } from "@otklik/shared/people/locale";
import { saySettings } from "../../messages/settings/index";
import { weekdayNames } from "../../parts/format-when";
import { sameData } from "../calendar/draft/same-calendar";

const MINUTES_OF_DAY = 1_440;
const MINUTES_OF_WEEK = 7 * MINUTES_OF_DAY;

/** The hours of one day: "09:00–13:00, 14:00–18:00", "closed", "round the clock". */
export function sayIntervals(locale: Locale, intervals: readonly Interval[]): string {
  if (intervals.length === 0) return saySettings(locale, "hours.closed");
  if (isWholeDay(intervals)) return saySettings(locale, "hours.roundTheClock");
  return intervals
    .map(({ from, to }) => {
      const isNight = to <= from;
      return isNight ? saySettings(locale, "hours.night", { from, to }) : `${from}–${to}`;
    })
    .join(", ");
}

/** What the hours of the week mean: "Mon–Fri 09:00–18:00; Sat, Sun closed. Open 45 hours a week." */
export function sayHours(locale: Locale, { week }: Pick<BusinessHours, "week">): string {
  const minutes = openMinutes(week);
  if (minutes === 0) return saySettings(locale, "hours.sentence.never");
  if (minutes === MINUTES_OF_WEEK) return saySettings(locale, "hours.sentence.always");
  const names = weekdayNames(locale, "short");
  const runs = runsOf(week).map(({ from, to, intervals }) => {
    const days = from === to ? names[from] : `${names[from]}${to - from === 1 ? ", " : "–"}${names[to]}`;
    return `${days} ${sayIntervals(locale, intervals)}`;
  });
  const days = runs.join("; ");
  return saySettings(locale, "hours.sentence", {
    // Russian names of days are small, but not at the beginning.
    days: days.charAt(0).toLocaleUpperCase(locale) + days.slice(1),
    hours: saySettings(locale, "hours.perWeek", { count: minutes / 60 }),
  });
}

/** Minutes of a week during which somebody is there; a night that runs into the next morning counts once. */
export function openMinutes(week: BusinessHours["week"]): number {
  const spans = week
    .flatMap((intervals, day) => intervals.flatMap((interval) => spansOf(interval, day * MINUTES_OF_DAY)))
    .sort((one, other) => one.from - other.from);
  let open = 0;
  let until = 0;
  for (const { from, to } of spans) {
    open += Math.max(to - Math.max(from, until), 0);
    until = Math.max(until, to);
  }
  return open;
}

/** Sunday's night ends on Monday: it is cut where the week begins anew. */
function spansOf(interval: Interval, midnight: number): { from: number; to: number }[] {
  const from = midnight + minutesOf(interval.from);
  const length = minutesOf(interval.to) - minutesOf(interval.from);
  const to = from + (length > 0 ? length : length + MINUTES_OF_DAY);
  if (to <= MINUTES_OF_WEEK) return [{ from, to }];
  return [
    { from, to: MINUTES_OF_WEEK },
    { from: 0, to: to - MINUTES_OF_WEEK },
  ];
}

/** Days one after another with the same hours. */
function runsOf(week: BusinessHours["week"]): { from: number; to: number; intervals: readonly Interval[] }[] {
  const runs: { from: number; to: number; intervals: readonly Interval[] }[] = [];
  week.forEach((intervals, day) => {
    const last = runs.at(-1);
    if (last !== undefined && sameData(last.intervals, intervals)) last.to = day;
    else runs.push({ from: day, to: day, intervals });
  });
  return runs;
}

function isWholeDay([only, ...others]: readonly Interval[]): boolean {
  return others.length === 0 && only?.from === "00:00" && (only.to === "24:00" || only.to === "00:00");
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
