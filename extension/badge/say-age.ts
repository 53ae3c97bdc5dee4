import type { Locale } from "@otklik/shared/people/locale";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/**
 * How long ago something was, in the largest whole unit: "12 minutes ago", «12 минут назад».
 *
 * @param ageMs below a minute it says a minute: nothing on the screen counts seconds
 */
export function sayAge(locale: Locale, ageMs: number): string {
  const words = new Intl.RelativeTimeFormat(locale, { numeric: "always" });
  if (ageMs >= DAY_MS) return words.format(-Math.floor(ageMs / DAY_MS), "day");
  if (ageMs >= HOUR_MS) return words.format(-Math.floor(ageMs / HOUR_MS), "hour");
  return words.format(-Math.max(1, Math.floor(ageMs / MINUTE_MS)), "minute");
}
