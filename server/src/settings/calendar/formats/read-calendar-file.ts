import { LIMITS } from "@otklik/shared/complaint/limits";
import { workCalendarSchema } from "@otklik/shared/deadline/calendar/calendar-schema";
import { addDaysOff, mergeFileYear } from "@otklik/shared/deadline/calendar/file-year";
import type { WorkCalendar } from "@otklik/shared/deadline/calendar/work-calendar";
import { fieldProblemsIn } from "@otklik/shared/field-problems";
import type { CalendarFormat, ImportCalendar } from "@otklik/shared/settings/calendar-settings";
import { RegisterError } from "../../../errors";
import { isNestedDeeperThan } from "../../../http/json-nesting";
import { type CalendarFile, unreadable } from "./calendar-file";
import { readIcalendar } from "./read-icalendar";
import { readIsdayoffJson, readIsdayoffRow } from "./read-isdayoff";
import { readXmlcalendar } from "./read-xmlcalendar";
import { readXmlcalendarJson } from "./read-xmlcalendar-json";

export interface ReadCalendar {
  readonly format: CalendarFormat;
  /** Ascending. */
  readonly years: readonly number[];
  readonly calendar: WorkCalendar;
}

/**
 * Reads a file into a calendar; which format it has is told by its text. A file of days changes the days of
 * its years; one exported from here takes the place of everything, also of hours.
 *
 * @throws RegisterError `calendar-unreadable` with what is wrong where; `calendar-year-unknown`
 */
export function readCalendarFile({ text, year, into }: ImportCalendar): ReadCalendar {
  const trimmed = text.replace(/^\uFEFF/, "").trim();
  if (/^BEGIN:VCALENDAR\b/i.test(trimmed)) {
    const years = Object.keys(into.years).map(Number);
    return merge(into, readIcalendar(trimmed, year === null ? years : [...years, year]));
  }
  if (trimmed.startsWith("<")) return merge(into, readXmlcalendar(trimmed, year));
  if (/^\d[\d\s,;:|.-]*$/.test(trimmed)) return merge(into, readIsdayoffRow(trimmed, year));
  if (/^[{[]/.test(trimmed)) return readJsonFile(trimmed, into);
  throw new RegisterError("calendar-unreadable");
}

function readJsonFile(text: string, into: WorkCalendar): ReadCalendar {
  const json = parseJson(text);
  if (Array.isArray(json) || has(json, "months")) return merge(into, readXmlcalendarJson(json));
  if (has(json, "dayoff")) return merge(into, readIsdayoffJson(json, into.weekend.join() === "7"));
  if (!has(json, "publicHolidays")) throw new RegisterError("calendar-unreadable");
  const parsed = workCalendarSchema.safeParse(json);
  if (!parsed.success) {
    throw new RegisterError("calendar-unreadable", { errors: fieldProblemsIn(parsed.error) });
  }
  const years = Object.keys(parsed.data.years).map(Number);
  return { format: "otklik", years, calendar: { ...parsed.data, version: into.version } };
}

function parseJson(text: string): unknown {
  if (isNestedDeeperThan(LIMITS.jsonDepth, text)) throw new RegisterError("calendar-unreadable");
  try {
    return JSON.parse(text);
  } catch {
    throw unreadable("file", "not-well-formed");
  }
}

function has(value: unknown, key: string): boolean {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key);
}

function merge(into: WorkCalendar, file: CalendarFile): ReadCalendar {
  if (file.country !== null && file.country !== into.country) throw unreadable("file", "other-country");
  let calendar = into;
  for (const year of file.years) {
    const merged = mergeFileYear(calendar, year);
    if (merged === null) throw unreadable("file", "other-week");
    calendar = merged;
  }
  calendar = addDaysOff(calendar, file.daysOff);
  const tooMany = Object.keys(calendar.years).length > LIMITS.calendarYears;
  if (tooMany) throw unreadable("file", "too-much");
  const named = [
    ...file.years.map(({ year }) => year),
    ...[...file.daysOff.keys()].map((on) => on.slice(0, 4)),
  ];
  return { format: file.format, years: [...new Set(named)].map(Number).sort(), calendar };
}
