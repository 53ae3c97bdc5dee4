import { sayDueWord } from "../../messages/due-words/index";
import type { Locale } from "../../people/locale";
import { weekdayOf } from "../time/local-day";
import type { IsoDate } from "../vocabulary";

/** "Wednesday 3 December", or with the year when it is not this one; Russian in the genitive, as after «до». */
export function sayLongDate(locale: Locale, day: IsoDate, today: IsoDate): string {
  const weekday = sayDueWord(locale, `weekday.${weekdayOf(day)}`);
  const { dayOfMonth, month, year } = partsOf(locale, day, "long");
  return isOfYear(day, today)
    ? sayDueWord(locale, "date.long", { weekday, day: dayOfMonth, month })
    : sayDueWord(locale, "date.longOfYear", { weekday, day: dayOfMonth, month, year });
}

/** "3 Dec", or with the year when it is not this one. */
export function sayShortDate(locale: Locale, day: IsoDate, today: IsoDate): string {
  const { dayOfMonth, month, year } = partsOf(locale, day, "short");
  return isOfYear(day, today)
    ? sayDueWord(locale, "date.short", { day: dayOfMonth, month })
    : sayDueWord(locale, "date.shortOfYear", { day: dayOfMonth, month, year });
}

/** "4 October 2024": with the year, without the weekday. */
export function sayPlainDate(locale: Locale, day: IsoDate): string {
  const { dayOfMonth, month, year } = partsOf(locale, day, "long");
  return sayDueWord(locale, "date.plain", { day: dayOfMonth, month, year });
}

function isOfYear(day: IsoDate, today: IsoDate): boolean {
  return day.slice(0, 4) === today.slice(0, 4);
}

function partsOf(locale: Locale, day: IsoDate, length: "long" | "short") {
  // Beside the day of the month Russian months stand in the genitive.
  const parts = formatFor(locale, length).formatToParts(new Date(`${day}T00:00:00Z`));
  const month = parts.find(({ type }) => type === "month")?.value ?? "";
  return { dayOfMonth: String(Number(day.slice(8))), month, year: day.slice(0, 4) };
}

/** Making one takes longer than using it a hundred times, and a list says many dates. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(locale: Locale, length: "long" | "short"): Intl.DateTimeFormat {
  const key = `${locale} ${length}`;
  const format =
    formats.get(key) ?? new Intl.DateTimeFormat(locale, { day: "numeric", month: length, timeZone: "UTC" });
  formats.set(key, format);
  return format;
}
