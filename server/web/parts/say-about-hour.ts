import type { Locale } from "@otklik/shared/people/locale";
import { sayDesk } from "../messages/index";
import { formatHour, formatShortDay } from "./format-when";

/**
 * An instant that is kept to the hour, as what was last used is, in a zone: "22 Nov, about 12". With minutes it
 * would claim to be exact. The year is left out when it is the current one.
 */
export function sayAboutHour(locale: Locale, instant: string, zone: string, now: Date): string {
  const day = formatShortDay(locale, instant, zone, now);
  return sayDesk(locale, "aboutHour", { day, hour: formatHour(locale, instant, zone) });
}
