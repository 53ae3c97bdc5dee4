import { daysOfYear } from "@otklik/shared/deadline/calendar/days-of-year";
import type { FileYear } from "@otklik/shared/deadline/calendar/file-year";
import { isoDateSchema } from "@otklik/shared/deadline/due-date";
import { weekdayOf } from "@otklik/shared/deadline/time/local-day";
import type { IsoDate, MonthDay } from "@otklik/shared/deadline/vocabulary";
import type { CalendarFormat } from "@otklik/shared/settings/calendar-settings";
import { RegisterError } from "../../../errors";

/** What was read from a file, before anything is made of it. */
export interface CalendarFile {
  readonly format: CalendarFormat;
  /** ISO 3166-1, two letters; null when the file does not say it, or names something that is not a country. */
  readonly country: string | null;
  /** Years of which the file says every day. */
  readonly years: readonly FileYear[];
  /** Days off by a file that does not say that all others are worked, with the name of each. */
  readonly daysOff: ReadonlyMap<IsoDate, string>;
}

/** What a file may say of a day that is not as the week has it. */
export type DayMark = "off" | "work" | "short";

/**
 * Why a file is not read.
 *
 * @param path where: `file`, `line.12`, `event.3`, or a key of the file's own JSON
 * @param reason a key of the problem messages
 */
export function unreadable(path: string, reason: string): RegisterError {
  return new RegisterError("calendar-unreadable", { errors: [{ path, reason }] });
}

const YEAR = /^(?:19|2[01])\d\d$/;

/** @throws RegisterError `calendar-unreadable` when it is not a year from 1900 to 2199 */
export function checkYear(year: string, path: string): string {
  if (!YEAR.test(year)) throw unreadable(path, "no-such-year");
  return year;
}

/** @throws RegisterError `calendar-unreadable` when the year has no such day */
export function checkDay(year: string, month: string, day: string, path: string): MonthDay {
  if (!isoDateSchema.safeParse(`${year}-${month}-${day}`).success) throw unreadable(path, "no-such-day");
  return `${month}-${day}`;
}

/** A year of the week from Monday to Friday with some days that are otherwise. */
export function yearOfFiveDays(
  year: string,
  marks: ReadonlyMap<MonthDay, DayMark>,
  said: Pick<FileYear, "holidays" | "moved">,
): FileYear {
  return yearOfMarks(year, marks, said, (day) => weekdayOf(`${year}-${day}`) > 5);
}

/** A year in which every day that is not marked is at rest or worked as `restsElse` says. */
export function yearOfMarks(
  year: string,
  marks: ReadonlyMap<MonthDay, DayMark>,
  said: Pick<FileYear, "holidays" | "moved">,
  restsElse: (day: MonthDay) => boolean,
): FileYear {
  const isOff = (day: MonthDay) => {
    const mark = marks.get(day);
    return mark === undefined ? restsElse(day) : mark === "off";
  };
  return {
    year,
    rest: new Set(daysOfYear(year).filter(isOff)),
    named: new Set(marks.keys()),
    short: new Set([...marks].filter(([, mark]) => mark === "short").map(([day]) => day)),
    ...said,
  };
}
