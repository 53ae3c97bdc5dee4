import type { Locale } from "@otklik/shared/people/locale";
import type { CalendarSettings } from "@otklik/shared/settings/calendar-settings";
import { saySettings } from "../../messages/settings/index";
import { formatInstant } from "../../parts/format-when";

/** Which version is in force, since when and by whom: "own-3, 21 Nov, 10:30, Maria". */
export function sayVersion(
  locale: Locale,
  { versions, zone }: Pick<CalendarSettings, "versions" | "zone">,
  now = new Date(),
): string {
  const newest = versions[0];
  if (newest === undefined || newest.publishedAt === null) return saySettings(locale, "version.builtIn");
  const when = formatInstant(locale, newest.publishedAt, zone, now);
  return newest.publishedBy === null
    ? saySettings(locale, "version.at", { version: newest.version, when })
    : saySettings(locale, "version.by", { version: newest.version, when, who: newest.publishedBy.name });
}
