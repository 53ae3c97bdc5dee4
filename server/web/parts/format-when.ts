import type { IsoDate } from "@otklik/shared/deadline/vocabulary";
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

/** A time of day in a zone: "10:30". */
export function formatTime(locale: Locale, instant: string, zone: string): string {
  return formatOf(locale, { hour: "2-digit", minute: "2-digit", timeZone: zone }).format(new Date(instant));
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

/** Names of the days of the week, Monday first. */
export function weekdayNames(locale: Locale, width: "short" | "long"): string[] {
  const format = formatOf(locale, { weekday: width, timeZone: "UTC" });
  // 2024-01-01 was a Monday.
  return [1, 2, 3, 4, 5, 6, 7].map((day) => format.format(Date.UTC(2024, 0, day)));
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
