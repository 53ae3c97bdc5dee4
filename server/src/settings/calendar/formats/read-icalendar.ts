import { LIMITS } from "@otklik/shared/complaint/limits";
import type { FileYear } from "@otklik/shared/deadline/calendar/file-year";
import { LONGEST_REST_DAYS } from "@otklik/shared/deadline/calendar/work-calendar";
import { dayRun } from "@otklik/shared/deadline/time/day-run";
import { daysBetween, weekdayOf } from "@otklik/shared/deadline/time/local-day";
import { yearlyDays } from "@otklik/shared/deadline/time/yearly-rule";
import type { IsoDate, MonthDay } from "@otklik/shared/deadline/vocabulary";
import {
  type CalendarFile,
  checkDay,
  checkYear,
  type DayMark,
  unreadable,
  yearOfMarks,
} from "./calendar-file";
import { OWN } from "./icalendar-names";
import { type ParsedCalendar, type Properties, parseJcal } from "./jcal";
import { readRecurrence } from "./recurrence";

/** Far above a calendar of fifty years; beyond it somebody means harm. */
const EVENTS = 5_000;
const RECURRING_EVENTS = 100;

/** A day that the file names. */
interface Named {
  readonly on: IsoDate;
  readonly name: string;
  /** What it is in a file that was exported from here, and from where it was moved. */
  readonly own: string | null;
  readonly movedFrom: string;
}

/**
 * Reads the all-day events of an iCalendar file as days off; what has a time of day is an appointment. Such
 * a file does not say that all other days are worked, so its days are added. Only one exported from here says
 * every day of its years.
 *
 * @param years in which an event that comes every year is looked for, beside those that the file names
 * @throws RegisterError `calendar-unreadable`
 */
export function readIcalendar(text: string, years: readonly number[]): CalendarFile {
  const calendars = parseJcal(text);
  const events = calendars.flatMap((calendar) => calendar.events);
  if (events.length > EVENTS) throw unreadable("file", "too-much");
  const named = namedDays(events, years);
  if (named.length === 0) throw unreadable("file", "no-days");
  const own = named.filter((day) => day.own !== null);
  return {
    format: "icalendar",
    country: ownProperty(calendars, OWN.country),
    years: ownYears(own, (ownProperty(calendars, OWN.weekend) ?? "6,7").split(",").map(Number)),
    daysOff: new Map(named.filter((day) => day.own === null).map(({ on, name }) => [on, name])),
  };
}

function namedDays(events: readonly Properties[], years: readonly number[]): Named[] {
  const replaced = replacedTimes(events);
  const single: Named[] = [];
  const yearly: { readonly event: Properties; readonly path: string }[] = [];
  for (const [place, event] of events.entries()) {
    const path = `event.${place + 1}`;
    if (!isAllDay(event, path)) continue;
    if (event.has("rrule")) yearly.push({ event, path });
    else single.push(...daysOfEvent(event, [startOf(event, path)], path));
  }
  if (yearly.length > RECURRING_EVENTS) throw unreadable("file", "too-much");
  const seen = [...new Set([...years, ...single.map(({ on }) => Number(on.slice(0, 4)))])].sort();
  const [from = 0, to = 0] = [seen[0], seen.at(-1)];
  const recurring = yearly.flatMap(({ event, path }) => {
    const without = replaced.get(textOf(event, "uid")) ?? new Set();
    const starts = recurrencesOf(event, path, from, to).filter((start) => !without.has(start));
    return daysOfEvent(event, starts, path);
  });
  return [...single, ...recurring];
}

function isAllDay(event: Properties, path: string): boolean {
  const [start] = event.get("dtstart") ?? [];
  if (start === undefined) throw unreadable(path, "no-such-day");
  return start.type === "date" && textOf(event, "status").toUpperCase() !== "CANCELLED";
}

function startOf(event: Properties, path: string): IsoDate {
  return toDay(event.get("dtstart")?.[0]?.value, path);
}

/** The times of a recurring event that another event of the same name takes the place of. */
function replacedTimes(events: readonly Properties[]): Map<string, Set<IsoDate>> {
  const replaced = new Map<string, Set<IsoDate>>();
  for (const event of events) {
    for (const { value } of event.get("recurrence-id") ?? []) {
      const uid = textOf(event, "uid");
      replaced.set(uid, (replaced.get(uid) ?? new Set()).add(String(value).slice(0, 10)));
    }
  }
  return replaced;
}

function recurrencesOf(event: Properties, path: string, from: number, to: number): IsoDate[] {
  const startOn = startOf(event, path);
  const days = new Set<IsoDate>();
  for (const { value } of event.get("rrule") ?? []) {
    const rule = readRecurrence(value);
    if (rule === null) throw unreadable(path, "recurrence-not-read");
    for (const on of yearlyDays(rule, startOn, from, to)) days.add(on);
  }
  for (const { value } of event.get("rdate") ?? []) days.add(toDay(value, path));
  for (const { value } of event.get("exdate") ?? []) days.delete(toDay(value, path));
  return [...days];
}

function daysOfEvent(event: Properties, starts: readonly IsoDate[], path: string): Named[] {
  const length = lengthOf(event, path);
  const name = [...textOf(event, "summary")].slice(0, LIMITS.actLength).join("") || "iCalendar";
  const own = event.has(OWN.day) ? textOf(event, OWN.day) : null;
  const movedFrom = textOf(event, OWN.moved);
  return starts.flatMap((start) => dayRun(start, length).map((on) => ({ on, name, own, movedFrom })));
}

/** In days. The end is exclusive; without an end it is one day, also where the end is not later. */
function lengthOf(event: Properties, path: string): number {
  const [end] = event.get("dtend") ?? [];
  const [, weeks, days] = /^P(?:(\d{1,3})W|(\d{1,3})D)$/.exec(textOf(event, "duration")) ?? [];
  const length =
    end === undefined
      ? Number(weeks ?? 0) * 7 + Number(days ?? 0)
      : daysBetween(startOf(event, path), toDay(end.value, path));
  if (length > LONGEST_REST_DAYS) throw unreadable(path, "event-too-long");
  return Math.max(length, 1);
}

function toDay(value: unknown, path: string): IsoDate {
  const [, year = "", month = "", day = ""] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(String(value)) ?? [];
  return `${checkYear(year, path)}-${checkDay(year, month, day, path)}`;
}

/** The first value of a property that is text, on one line. */
function textOf(properties: Properties, name: string): string {
  const value = properties.get(name)?.[0]?.value;
  return typeof value === "string"
    ? value
        .toWellFormed()
        .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ")
        .trim()
    : "";
}

function ownProperty(calendars: readonly ParsedCalendar[], name: string): string | null {
  return calendars.map(({ properties }) => textOf(properties, name)).find((value) => value !== "") ?? null;
}

const OWN_MARKS: Readonly<Record<string, DayMark>> = {
  off: "off",
  holiday: "off",
  work: "work",
  short: "short",
};

interface OwnYear {
  readonly marks: Map<MonthDay, DayMark>;
  readonly holidays: Set<MonthDay>;
  readonly moved: Record<MonthDay, MonthDay>;
}

function ownYears(days: readonly Named[], weekend: readonly number[]): FileYear[] {
  const years = new Map<string, OwnYear>();
  for (const { on, own, movedFrom } of days) {
    const mark = own !== null && Object.hasOwn(OWN_MARKS, own) ? OWN_MARKS[own] : undefined;
    if (mark === undefined) throw unreadable("file", "unknown-mark");
    const [key, day] = [on.slice(0, 4), on.slice(5)];
    const year: OwnYear = years.get(key) ?? { marks: new Map(), holidays: new Set(), moved: {} };
    years.set(key, year);
    year.marks.set(day, mark);
    if (own === "holiday") year.holidays.add(day);
    if (movedFrom !== "") year.moved[day] = toDay(`${key}-${movedFrom}`, "file").slice(5);
  }
  return [...years].map(([year, { marks, ...named }]) =>
    yearOfMarks(year, marks, named, (day) => weekend.includes(weekdayOf(`${year}-${day}`))),
  );
}
