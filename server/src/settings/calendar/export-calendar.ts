import { localDateOf } from "@otklik/shared/deadline/time/zone";
import type { ExportCalendar } from "@otklik/shared/settings/calendar-settings";
import type { Caller, Deps } from "../../deps";
import { RegisterError } from "../../errors";
import { writeIcalendar } from "./formats/write-icalendar";
import { writeXmlcalendar } from "./formats/write-xmlcalendar";

export interface CalendarDownload {
  /** Latin letters, digits, full stops and hyphens. */
  readonly name: string;
  readonly mediaType: string;
  readonly text: string;
}

/**
 * The calendar in force as a file.
 *
 * @throws RegisterError `not-found` when a year is asked for that it does not have
 */
export async function exportCalendar(
  deps: Deps,
  caller: Caller,
  { format, year }: ExportCalendar,
): Promise<CalendarDownload> {
  const { calendar } = await deps.ruleBooks.of(caller.orgId, caller.rulesRevision);
  if (year !== undefined && calendar.years[year] === undefined) throw new RegisterError("not-found");
  const now = deps.now().toISOString();
  const ofYear = year === undefined ? calendar : { ...calendar, years: onlyYear(calendar.years, year) };
  const name = `calendar-${calendar.version.replaceAll(/[^A-Za-z0-9.-]/g, "-")}${year === undefined ? "" : `-${year}`}`;
  switch (format) {
    case "otklik":
      return {
        name: `${name}.json`,
        mediaType: "application/json",
        text: `${JSON.stringify(ofYear, null, 2)}\n`,
      };
    case "xmlcalendar": {
      const text = writeXmlcalendar(calendar, year ?? 0, localDateOf(now, caller.zone));
      return { name: `${name}.xml`, mediaType: "application/xml; charset=utf-8", text };
    }
    case "icalendar": {
      const text = writeIcalendar(ofYear, caller.locale, now);
      return { name: `${name}.ics`, mediaType: "text/calendar; charset=utf-8", text };
    }
  }
}

function onlyYear<Year>(years: Readonly<Record<string, Year>>, year: number): Record<string, Year> {
  return Object.fromEntries(Object.entries(years).filter(([key]) => key === String(year)));
}
