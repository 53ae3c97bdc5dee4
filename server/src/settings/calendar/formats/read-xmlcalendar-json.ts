import { daysOfYear } from "@otklik/shared/deadline/calendar/days-of-year";
import type { FileYear } from "@otklik/shared/deadline/calendar/file-year";
import type { MonthDay } from "@otklik/shared/deadline/vocabulary";
import { fieldProblemsIn } from "@otklik/shared/field-problems";
import { z } from "zod";
import { RegisterError } from "../../../errors";
import {
  type CalendarFile,
  checkDay,
  checkYear,
  type DayMark,
  unreadable,
  yearOfMarks,
} from "./calendar-file";

const MONTHS = 12;
const yearSchema = z.object({
  year: z.int(),
  months: z.array(z.object({ month: z.int().min(1).max(MONTHS), days: z.string() })).max(MONTHS),
  transitions: z
    .array(z.object({ from: z.string(), to: z.string() }))
    .max(366)
    .default([]),
});
const fileSchema = z.array(yearSchema).min(1);
type Year = z.output<typeof yearSchema>;

/**
 * Reads the JSON of xmlcalendar.ru, of one year or of all. It lists every day that is not worked, weekends
 * too; `*` marks a worked day that ends earlier, `+` a day off that was moved there.
 *
 * @throws RegisterError `calendar-unreadable`
 */
export function readXmlcalendarJson(json: unknown): CalendarFile {
  const parsed = fileSchema.safeParse(Array.isArray(json) ? json : [json]);
  if (!parsed.success) {
    throw new RegisterError("calendar-unreadable", { errors: fieldProblemsIn(parsed.error) });
  }
  return { format: "xmlcalendar", country: null, years: parsed.data.map(readYear), daysOff: new Map() };
}

function readYear({ year, months, transitions }: Year): FileYear {
  const key = checkYear(String(year), "year");
  // A month that is missing would be a month without a weekend.
  if (new Set(months.map(({ month }) => month)).size < MONTHS) throw unreadable("months", "months-missing");
  const marks = new Map<MonthDay, DayMark>(daysOfYear(key).map((day) => [day, "work"]));
  for (const { month, days } of months) {
    for (const [day, mark] of readMonth(key, month, days)) marks.set(day, mark);
  }
  const moved = transitions.map(({ from, to }) => [pointed(key, to), pointed(key, from)] as const);
  const named = { holidays: new Set<MonthDay>(), moved: Object.fromEntries(moved) };
  return yearOfMarks(key, marks, named, () => false);
}

function readMonth(year: string, month: number, days: string): [MonthDay, DayMark][] {
  const path = `months.${month - 1}.days`;
  return days.split(",").map((written) => {
    const [, day, sign] = /^(\d{1,2})([*+]?)$/.exec(written.trim()) ?? [];
    if (day === undefined) throw unreadable(path, "unknown-mark");
    const on = checkDay(year, String(month).padStart(2, "0"), day.padStart(2, "0"), path);
    return [on, sign === "*" ? "short" : "off"];
  });
}

/** `MM.DD`. */
function pointed(year: string, written: string): MonthDay {
  const [month = "", day = ""] = written.split(".");
  return checkDay(year, month, day, "transitions");
}
