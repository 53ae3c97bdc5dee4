import { daysOfYear } from "@otklik/shared/deadline/calendar/days-of-year";
import type { FileYear } from "@otklik/shared/deadline/calendar/file-year";
import { weekdayOf } from "@otklik/shared/deadline/time/local-day";
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
  yearOfFiveDays,
  yearOfMarks,
} from "./calendar-file";

/**
 * 4 is a working day that an act has freed with pay. It counts for terms: such days are not days of rest,
 * as the Supreme Court said of those of spring 2020 (review of 2020-04-21, answer 5).
 */
const MARKS: Readonly<Record<string, DayMark>> = { 0: "work", 1: "off", 2: "short", 4: "work", 8: "off" };
const HOLIDAY = "8";

/**
 * Reads a row of isdayoff.ru: a digit for each day of a year, with any sign between them or none.
 *
 * @throws RegisterError `calendar-year-unknown`; `calendar-unreadable`
 */
export function readIsdayoffRow(text: string, year: number | null): CalendarFile {
  if (year === null) throw new RegisterError("calendar-year-unknown");
  const key = checkYear(String(year), "year");
  const days = daysOfYear(key);
  const digits = text.replaceAll(/\D/g, "");
  if (digits.length !== days.length) throw unreadable("file", "row-length");
  const marks = new Map<MonthDay, DayMark>();
  const holidays = new Set<MonthDay>();
  for (const [place, day] of days.entries()) {
    const mark = MARKS[digits.charAt(place)];
    if (mark === undefined) throw unreadable("file", "unknown-mark");
    marks.set(day, mark);
    if (digits.charAt(place) === HOLIDAY) holidays.add(day);
  }
  const read = yearOfMarks(key, marks, { holidays, moved: {} }, () => false);
  return { format: "isdayoff", country: null, years: [read], daysOff: new Map() };
}

const daysSchema = z.array(z.string()).max(366).default([]);
const fileSchema = z.object({
  year: z.int(),
  countrycode: z.string().regex(/^[a-z]{2,3}(-[a-z]+)?$/i),
  dayoff: daysSchema,
  dayoff6: daysSchema,
  predayoff: daysSchema,
  predayoff6: daysSchema,
  workday: daysSchema,
  holiday: daysSchema,
});

/**
 * Reads the JSON of isdayoff.ru's calendars. It holds a week of five days and, where it is known, one of six.
 *
 * @param sixDays which of them is wanted; without data of its own a week of six is made from that of five
 * @throws RegisterError `calendar-unreadable`
 * @see https://github.com/isdayoff/calendars
 */
export function readIsdayoffJson(json: unknown, sixDays: boolean): CalendarFile {
  const parsed = fileSchema.safeParse(json);
  if (!parsed.success) {
    throw new RegisterError("calendar-unreadable", { errors: fieldProblemsIn(parsed.error) });
  }
  const { countrycode, dayoff6 } = parsed.data;
  const [country = "", region] = countrycode.toUpperCase().split("-");
  const ofSix = sixDays && dayoff6.length > 0;
  return {
    format: "isdayoff",
    country: country.length === 2 ? country : null,
    years: [ofSix ? readSixDays(parsed.data) : readFiveDays(parsed.data, region !== undefined)],
    daysOff: new Map(),
  };
}

/** What a region celebrates is a day off there, but not a public holiday by federal law. */
function readFiveDays(file: z.output<typeof fileSchema>, ofRegion: boolean): FileYear {
  const year = checkYear(String(file.year), "year");
  const marks = marksOf(year, file, ["dayoff", "predayoff", "workday"]);
  const holidays = new Set(ofRegion ? [] : file.holiday.map((day) => monthDayOf(year, day, "holiday")));
  return yearOfFiveDays(year, marks, { holidays, moved: {} });
}

function readSixDays(file: z.output<typeof fileSchema>): FileYear {
  const year = checkYear(String(file.year), "year");
  const marks = marksOf(year, file, ["dayoff6", "predayoff6"]);
  const holidays = new Set(file.holiday.map((day) => monthDayOf(year, day, "holiday")));
  const rests = (day: MonthDay) => {
    const weekday = weekdayOf(`${year}-${day}`);
    return weekday === 7 || (weekday === 6 && holidays.has(day));
  };
  return yearOfMarks(year, marks, { holidays, moved: {} }, rests);
}

const LISTS = {
  dayoff: "off",
  dayoff6: "off",
  predayoff: "short",
  predayoff6: "short",
  workday: "work",
} as const;

/** A day before a holiday may be listed as worked and as short: the second says more. */
function marksOf(
  year: string,
  file: z.output<typeof fileSchema>,
  lists: readonly (keyof typeof LISTS)[],
): Map<MonthDay, DayMark> {
  const marks = new Map<MonthDay, DayMark>();
  for (const list of lists) {
    for (const written of file[list]) {
      const day = monthDayOf(year, written, list);
      if (marks.get(day) !== "short") marks.set(day, LISTS[list]);
    }
  }
  return marks;
}

/** `MMDD`. */
function monthDayOf(year: string, written: string, path: string): MonthDay {
  const [, month, day] = /^(\d\d)(\d\d)$/.exec(written) ?? [];
  if (month === undefined || day === undefined) throw unreadable(path, "no-such-day");
  return checkDay(year, month, day, path);
}
