import type { DueEnd } from "@otklik/shared/complaint/term-changes";
import { timeOf } from "@otklik/shared/deadline/say/say-due";
import type { Locale } from "@otklik/shared/people/locale";
import { sayDates } from "../../messages/dates/index";
import { formatDayOfWeek } from "../../parts/format-when";

/** The end of a term as a document keeps it: "Monday 12 January 2026, 24:00", and that it is provisional. */
export function sayLastMoment(locale: Locale, end: DueEnd, zone: string): string {
  const said = sayDates(locale, "file.end", {
    day: formatDayOfWeek(locale, end.dueOn),
    time: timeOf(end, zone),
  });
  return end.provisional ? sayDates(locale, "end.provisional", { end: said }) : said;
}
