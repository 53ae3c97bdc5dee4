import { wallClockOf } from "@otklik/shared/deadline/time/wall-clock";
import type { IsoDate, MonthDay } from "@otklik/shared/deadline/vocabulary";
import type { Locale } from "@otklik/shared/people/locale";

/** Making a format is far dearer than using it, and a list of complaints uses it in every row. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** An instant with day and minute, in a zone: "4 Dec 2026, 10:30". The year is left out when it is the current one. */
export function formatInstant(locale: Locale, instant: string, zone: string, now: Date): string {
  const at = new Date(instant);
  const isThisYear = yearIn(at, zone) === yearIn(now, zone);
  return formatOf(locale, {
    day: "numeric",
    month: "short",
    ...(isThisYear ? {} : { year: "numeric" }),
    hour: "2-digit",
    minute: "2-digit",
    timeZone: zone,
  }).format(at);
}

/** The day of an instant, in a zone: "4 Dec". The year is left out when it is the current one. */
export function formatShortDay(locale: Locale, instant: string, zone: string, now: Date): string {
  const at = new Date(instant);
  const isThisYear = yearIn(at, zone) === yearIn(now, zone);
  return formatOf(locale, {
    day: "numeric",
    month: "short",
    ...(isThisYear ? {} : { year: "numeric" }),
    timeZone: zone,
  }).format(at);
}

/** The hour that an instant lies in, in a zone, 0 to 23: "9". */
export function formatHour(locale: Locale, instant: string, zone: string): string {
  const hour = { hour: "numeric", hourCycle: "h23", timeZone: zone } as const;
  const parts = formatOf(locale, hour).formatToParts(new Date(instant));
  return String(Number(parts.find(({ type }) => type === "hour")?.value));
}

/** An instant with day, year and minute, in a zone, as a document keeps it: "4 December 2026, 10:30". */
export function formatMoment(locale: Locale, instant: string, zone: string): string {
  return formatOf(locale, {
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: zone,
  }).format(new Date(instant));
}

/** An instant that stands without its surroundings: "4 December 2026 at 10:30 (Europe/Moscow, UTC+3)". */
export function formatMomentOfZone(locale: Locale, instant: string, zone: string): string {
  const moment = formatMoment(locale, instant, zone);
  if (zone === "UTC") return `${moment} UTC`;
  const parts = formatOf("en", { timeZone: zone, timeZoneName: "shortOffset" }).formatToParts(
    new Date(instant),
  );
  const offset = parts.find(({ type }) => type === "timeZoneName")?.value.replace("GMT", "UTC") ?? "";
  return `${moment} (${zone}, ${offset})`;
}

/** A time of day in a zone: "10:30". */
export function formatTime(locale: Locale, instant: string, zone: string): string {
  return formatOf(locale, { hour: "2-digit", minute: "2-digit", timeZone: zone }).format(new Date(instant));
}

/**
 * A stretch of time in a zone: "09:00–13:00", or with both days when it goes over midnight. An end at midnight
 * is the 24:00 of its day.
 *
 * @param to exclusive
 */
export function formatSpan(
  locale: Locale,
  { from, to }: { readonly from: string; readonly to: string },
  zone: string,
): string {
  const start = wallClockOf(from, zone);
  const last = wallClockOf(new Date(Date.parse(to) - 1).toISOString(), zone);
  const end = wallClockOf(to, zone).time;
  if (last.day === start.day) return `${start.time}–${end === "00:00" ? "24:00" : end}`;
  return formatOf(locale, {
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: zone,
  }).formatRange(new Date(from), new Date(to));
}

/** A local date that is not tied to a zone: "4 December 2026". */
export function formatDay(locale: Locale, day: IsoDate, month: "long" | "short" = "long"): string {
  return formatOf(locale, {
    day: "numeric",
    month,
    ...(month === "long" ? { year: "numeric" } : {}),
    timeZone: "UTC",
  }).format(asUtc(day));
}

/** Both ends of a run of days, as short as the language writes it: "1 – 8 Jan". */
export function formatDays(locale: Locale, from: IsoDate, to: IsoDate): string {
  return formatOf(locale, { day: "numeric", month: "short", timeZone: "UTC" }).formatRange(
    asUtc(from),
    asUtc(to),
  );
}

/** The month of a local date: "January 2031", or short without the year, "Jan". */
export function formatMonth(locale: Locale, day: IsoDate, width: "long" | "short" = "long"): string {
  return formatOf(locale, {
    month: width,
    ...(width === "long" ? { year: "numeric" } : {}),
    timeZone: "UTC",
  }).format(asUtc(day));
}

/** Both ends of a run of days with weekday and year, as a document keeps them: "Thu 1 – Thu 8 Jan 2026". */
export function formatDaysOfWeek(locale: Locale, from: IsoDate, to: IsoDate): string {
  return formatOf(locale, {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  }).formatRange(asUtc(from), asUtc(to));
}

/** Names of the days of the week, Monday first. */
export function weekdayNames(locale: Locale, width: "short" | "long"): string[] {
  const format = formatOf(locale, { weekday: width, timeZone: "UTC" });
  // 2024-01-01 was a Monday.
  return [1, 2, 3, 4, 5, 6, 7].map((day) => format.format(Date.UTC(2024, 0, day)));
}

/** A local date with its weekday: "Saturday, 1 November 2025", or short "Sat, 1 Nov 2025". */
export function formatDayOfWeek(locale: Locale, day: IsoDate, width: "long" | "short" = "long"): string {
  const said = formatOf(locale, {
    weekday: width,
    day: "numeric",
    month: width,
    year: "numeric",
    timeZone: "UTC",
  }).format(asUtc(day));
  // Russian ends with "2026 г.", which belongs together.
  return said.replace(/ (?=г\.$)/, "\u00a0");
}

/** A day of every year: "1 January". */
export function formatMonthDay(locale: Locale, day: MonthDay, month: "long" | "short" = "long"): string {
  // A leap year, so that 29 February is one.
  return formatOf(locale, { day: "numeric", month, timeZone: "UTC" }).format(asUtc(`2024-${day}`));
}

/** Names of the months, January first, as they stand alone. */
export function monthNames(locale: Locale): string[] {
  const format = formatOf(locale, { month: "long", timeZone: "UTC" });
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2024, month, 1)));
}

function asUtc(day: IsoDate): Date {
  return new Date(`${day}T00:00:00Z`);
}

function yearIn(at: Date, zone: string): string {
  return formatOf("en", { year: "numeric", timeZone: zone }).format(at);
}

function formatOf(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  // British order (day before month, 24 hours): the register's readers write dates so in English too.
  const made = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, options);
  formats.set(key, made);
  return made;
}
