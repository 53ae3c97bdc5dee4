import type { Locale } from "@otklik/shared/people/locale";

/** English as the rest of Otklik writes it: day before month, 24 hours. */
const TAGS: Readonly<Record<Locale, string>> = { ru: "ru", en: "en-GB" };

/** A time of day on this computer's clock: "14:05". */
export function sayTime(locale: Locale, instant: string): string {
  return new Intl.DateTimeFormat(TAGS[locale], { timeStyle: "short" }).format(new Date(instant));
}

/** The same with seconds, for waits shorter than a minute: "14:05:30". */
export function sayTimeToTheSecond(locale: Locale, instant: string): string {
  return new Intl.DateTimeFormat(TAGS[locale], { timeStyle: "medium" }).format(new Date(instant));
}

/** A day on this computer's calendar: "21 November 2026". */
export function sayDay(locale: Locale, instant: string): string {
  return new Intl.DateTimeFormat(TAGS[locale], { dateStyle: "long" }).format(new Date(instant));
}
