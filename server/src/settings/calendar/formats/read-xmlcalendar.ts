import type { MonthDay } from "@otklik/shared/deadline/vocabulary";
import { SaxesParser, type SaxesTagPlain } from "saxes";
import { RegisterError } from "../../../errors";
import {
  type CalendarFile,
  checkDay,
  checkYear,
  type DayMark,
  unreadable,
  yearOfFiveDays,
} from "./calendar-file";

/** A day off; a worked day that ends earlier, of the week or of a weekend; a day of a weekend that is worked. */
const MARKS: Readonly<Record<string, DayMark>> = { 1: "off", 2: "short", 3: "work" };

/** Countries that the files name in their own way. */
const OWN_NAMES: Readonly<Record<string, string>> = { kaz: "KZ" };

/** What is gathered while the file is read from its beginning to its end. */
interface Reading {
  year: string | null;
  country: string | null;
  readonly marks: Map<MonthDay, DayMark>;
  readonly holidays: Set<MonthDay>;
  readonly moved: Map<MonthDay, MonthDay>;
}

/**
 * Reads the yearly file of xmlcalendar.ru: a week of five days, and the days that are otherwise.
 *
 * @param yearIfUnnamed for a file that does not name its year
 * @throws RegisterError `calendar-unreadable`, `calendar-year-unknown`
 * @see https://github.com/xmlcalendar/data
 */
export function readXmlcalendar(text: string, yearIfUnnamed: number | null): CalendarFile {
  const reading: Reading = {
    year: yearIfUnnamed === null ? null : String(yearIfUnnamed),
    country: null,
    marks: new Map(),
    holidays: new Set(),
    moved: new Map(),
  };
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false });
  const place = () => `line.${parser.line}`;
  // Declared entities could unfold into gigabytes, and no calendar needs any.
  parser.on("doctype", () => {
    throw unreadable(place(), "xml-doctype");
  });
  parser.on("error", () => {
    throw unreadable(place(), "not-well-formed");
  });
  let depth = 0;
  parser.on("opentag", (tag) => {
    if (depth++ === 0) readRoot(tag, reading, place());
    else if (tag.name === "day") readDay(tag, reading, place());
  });
  parser.on("closetag", () => {
    depth--;
  });
  parser.write(text).close();
  if (reading.year === null) throw new RegisterError("calendar-year-unknown");
  const { holidays, moved } = reading;
  const named = { holidays, moved: Object.fromEntries(moved) };
  return {
    format: "xmlcalendar",
    country: reading.country,
    years: [yearOfFiveDays(reading.year, reading.marks, named)],
    daysOff: new Map(),
  };
}

function readRoot({ name, attributes }: SaxesTagPlain, reading: Reading, place: string): void {
  if (name !== "calendar") throw unreadable(place, "not-a-calendar");
  const { year, country } = attributes;
  if (year !== undefined) reading.year = checkYear(year, place);
  if (reading.year === null) throw new RegisterError("calendar-year-unknown");
  if (country !== undefined) reading.country = countryOf(country);
}

/** The files of a region name the region instead, which is no country of two letters. */
function countryOf(name: string): string | null {
  return OWN_NAMES[name] ?? (/^[a-z]{2}$/i.test(name) ? name.toUpperCase() : null);
}

function readDay({ attributes }: SaxesTagPlain, reading: Reading, place: string): void {
  const { d = "", t = "", h, f } = attributes;
  const day = monthDayOf(d, reading, place);
  const mark = Object.hasOwn(MARKS, t) ? MARKS[t] : undefined;
  if (mark === undefined) throw unreadable(place, "unknown-mark");
  if (reading.marks.has(day)) throw unreadable(place, "day-twice");
  reading.marks.set(day, mark);
  if (mark !== "off") return;
  if (h !== undefined) reading.holidays.add(day);
  if (f !== undefined) reading.moved.set(day, monthDayOf(f, reading, place));
}

function monthDayOf(written: string, { year }: Reading, place: string): MonthDay {
  const [, month, day] = /^(\d\d)\.(\d\d)$/.exec(written) ?? [];
  if (year === null || month === undefined || day === undefined) throw unreadable(place, "no-such-day");
  return checkDay(year, month, day, place);
}
