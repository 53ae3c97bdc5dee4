import type { PostedAt } from "@otklik/shared/complaint/clip";
import { takeClock, takeNumericDay, type WrittenClock } from "./date-figures";
import {
  AGO,
  DAYS_AGO_OF,
  FILLERS,
  MONTH_OF,
  NOW,
  NUMBER_OF,
  ROUGHLY,
  type TimeUnit,
  UNIT_OF,
  WEEKDAY_OF,
} from "./date-word-tables";
import { instantOf, isDay, isoDay, wallAt } from "./zone-clock";

/** When and where a page is read: dates in words are reckoned from here. */
export interface Moment {
  readonly now: Date;
  /** IANA name of the zone in which the browser shows dates. */
  readonly zone: string;
}

/** What words tell of a time; without an instant it is the day. */
export type ToldTime = Omit<PostedAt, "raw">;

/** Longer words are a sentence and no date. */
const MAX_LENGTH = 100;
/** Of relative words: beyond this the words mean a year of the calendar. */
const MOST_YEARS_AGO = 100;
/** Clocks differ, and a post is not of tomorrow. */
const MOST_AHEAD_MS = 24 * 60 * 60 * 1_000;

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * Reads a date in Russian or English words: «вчера в 21:40», «2 ч. назад», «8 янв. 2025 г.», `Jan 8, 2025 at 9:40 PM`.
 *
 * - so long ago → the instant reckoned back from now, `relative`
 * - day and time → the instant, `minute` or `exact`, in the zone that the words name; else in the browser's, and
 *   `zoneKnown` is false
 * - a day → no instant, the local date
 *
 * A day without a year is the last such day; one that may be read two ways (03/04/2026), that lies ahead, or that has a
 * word in it which is not understood tells nothing.
 *
 * @returns null for words that tell nothing
 */
export function timeInWords(words: string, moment: Moment): ToldTime | null {
  if (words.length > 3 * MAX_LENGTH) return null;
  const plain = words.normalize("NFKC").toLowerCase().replaceAll("ё", "е").replace(/\s+/g, " ").trim();
  if (plain === "" || plain.length > MAX_LENGTH) return null;
  if (NOW.has(plain.replace(/\.$/, ""))) return relative(moment.now);
  return agoIn(tokensOf(plain), moment.now) ?? dateIn(plain, moment);
}

function relative(at: Date): ToldTime {
  return { at: at.toISOString(), precision: "relative" };
}

function tokensOf(text: string): string[] {
  return text.match(/\d+|\p{L}+|[^\s\d\p{L}.,·•|()'’–—-]/gu) ?? [];
}

/** «2 ч. 21 мин. назад», `about an hour ago`, `3h`. Every word has to be understood. */
function agoIn(tokens: readonly string[], now: Date): ToldTime | null {
  if (tokens.join(" ") === "полчаса назад") return relative(new Date(now.getTime() - 30 * 60_000));
  const isAgo = AGO.has(tokens.at(-1) ?? "");
  let at = now;
  let amount: number | null = null;
  let counted = 0;
  for (const token of isAgo ? tokens.slice(0, -1) : tokens) {
    const number = /^\d{1,4}$/.test(token) ? Number(token) : isAgo ? NUMBER_OF.get(token) : undefined;
    const unit = UNIT_OF.get(token);
    if (number !== undefined && amount === null) amount = number;
    else if (unit !== undefined) {
      // «час назад» is one hour; a bare «час» is no time.
      if (amount === null && !isAgo) return null;
      if (unit === "year" && (amount ?? 1) > MOST_YEARS_AGO) return null;
      at = earlier(at, amount ?? 1, unit);
      amount = null;
      counted++;
    } else if (!ROUGHLY.has(token)) return null;
  }
  return counted > 0 && amount === null ? relative(at) : null;
}

const UNIT_MS: Readonly<Partial<Record<TimeUnit, number>>> = {
  second: 1_000,
  minute: 60_000,
  hour: 3_600_000,
  day: 24 * 3_600_000,
  week: 7 * 24 * 3_600_000,
};

function earlier(from: Date, amount: number, unit: TimeUnit): Date {
  const length = UNIT_MS[unit];
  if (length !== undefined) return new Date(from.getTime() - amount * length);
  const [year, month] = [from.getUTCFullYear(), from.getUTCMonth() - amount * (unit === "year" ? 12 : 1)];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const timeOfDay = from.getTime() % (24 * 3_600_000);
  return new Date(Date.UTC(year, month, Math.min(from.getUTCDate(), last)) + timeOfDay);
}

function dateIn(plain: string, moment: Moment): ToldTime | null {
  // «Опубликовано: …»
  const clock = takeClock(
    plain.replace(/^(\p{L}+)(?: on)? ?: /u, (all, word) => (FILLERS.has(word) ? "" : all)),
  );
  if (clock === null) return null;
  const numeric = takeNumericDay(clock.rest, clock.time !== null);
  if (numeric === null) return null;
  const tokens = tokensOf(numeric.rest).filter((token) => !FILLERS.has(token));
  const today = wallAt(moment.now, clock.time?.zone ?? moment.zone);
  const day =
    numeric.day === null ? dayIn(tokens, today, clock.time) : tokens.every(isWeekday) ? numeric.day : null;
  if (day === null) return null;
  const whole = day.year === null ? lastSuch(day.month, day.day, today) : { ...day, year: day.year };
  if (!isDay(whole.year, whole.month, whole.day)) return null;
  return told(whole, clock.time, moment);
}

function isWeekday(token: string): boolean {
  return WEEKDAY_OF.has(token);
}

interface YearlessDay {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

/** «вчера», «8 янв 2025», `may 8 2021`, `tuesday` with a time. */
function dayIn(tokens: readonly string[], today: Day, time: WrittenClock | null): YearlessDay | null {
  const [only = ""] = tokens;
  const daysAgo = DAYS_AGO_OF.get(only);
  if (daysAgo !== undefined) return tokens.length === 1 ? daysBefore(today, daysAgo) : null;
  const weekday = WEEKDAY_OF.get(only);
  if (weekday !== undefined && tokens.length === 1) return time === null ? null : lastWeekday(weekday, today);
  const parts = tokens.filter((token) => !isWeekday(token));
  const month = parts.map((part) => MONTH_OF.get(part)).find((found) => found !== undefined);
  const numbers = parts.filter((part) => !MONTH_OF.has(part));
  const [day = "", year = null] = numbers;
  if (month === undefined || numbers.length > 2 || parts.length !== numbers.length + 1) return null;
  if (!/^\d{1,2}$/.test(day) || (year !== null && !/^(\d{2}|\d{4})$/.test(year))) return null;
  return { year: year === null ? null : fullYear(year, today.year), month, day: Number(day) };
}

/** Two digits are a year of this century, or of the last where that lies ahead. */
function fullYear(digits: string, thisYear: number): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  const near = Math.floor(thisYear / 100) * 100 + year;
  return near > thisYear ? near - 100 : near;
}

function daysBefore({ year, month, day }: Day, days: number): Day {
  const date = new Date(Date.UTC(year, month - 1, day - days));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** One of the six days before today: sites say «сегодня» of today, and the date of what is older. */
function lastWeekday(weekday: number, today: Day): Day | null {
  const now = new Date(Date.UTC(today.year, today.month - 1, today.day)).getUTCDay() || 7;
  const days = (now - weekday + 7) % 7;
  return days === 0 ? null : daysBefore(today, days);
}

/** This year's day, or that of an earlier year where it lies ahead or there is none. */
function lastSuch(month: number, day: number, today: Day): Day {
  const years = [0, 1, 2, 3, 4].map((back) => today.year - back);
  const isOver = (year: number) => isDay(year, month, day) && isoDay({ year, month, day }) <= isoDay(today);
  return { year: years.find(isOver) ?? today.year, month, day };
}

function told(day: Day, time: WrittenClock | null, { now, zone }: Moment): ToldTime | null {
  if (time === null) {
    const ahead = Date.UTC(day.year, day.month - 1, day.day) - now.getTime();
    return ahead > MOST_AHEAD_MS ? null : { at: null, precision: "day", day: isoDay(day) };
  }
  const { hour, minute, second, offsetMinutes } = time;
  const wall = { ...day, hour, minute, second: second ?? 0 };
  const at =
    offsetMinutes === null
      ? instantOf(wall, time.zone ?? zone)
      : new Date(instantOf(wall, "UTC").getTime() - offsetMinutes * 60_000);
  if (at.getTime() - now.getTime() > MOST_AHEAD_MS) return null;
  const isZoneKnown = offsetMinutes !== null || time.zone !== null;
  return {
    at: at.toISOString(),
    precision: second === null ? "minute" : "exact",
    ...(isZoneKnown ? {} : { zoneKnown: false }),
  };
}
