import { daysOfYear } from "@otklik/shared/deadline/calendar/days-of-year";
import {
  actOf,
  type DayKind,
  dayKind,
  isShort,
  type WorkCalendar,
} from "@otklik/shared/deadline/calendar/work-calendar";
import { sayReason } from "@otklik/shared/deadline/say/say-reason";
import { dayRun } from "@otklik/shared/deadline/time/day-run";
import type { IsoDate } from "@otklik/shared/deadline/vocabulary";
import { sayDeadline } from "@otklik/shared/messages/deadline/index";
import type { Locale } from "@otklik/shared/people/locale";
import { OWN } from "./icalendar-names";

type OwnMark = "off" | "holiday" | "work" | "short";

/** A day of the plain week is not written. */
const MARKS: Readonly<Record<DayKind, OwnMark | null>> = {
  working: null,
  weekend: null,
  dayOff: "off",
  regionalDayOff: "off",
  publicHoliday: "holiday",
  workingWeekend: "work",
};

/**
 * Every day of a calendar's years that is not as in its week, as all-day events in the reader's language.
 *
 * @param madeAt instant in UTC, told with every event
 */
export function writeIcalendar(calendar: WorkCalendar, locale: Locale, madeAt: string): string {
  const stamp = madeAt.replaceAll(/[-:]|\.\d+/g, "");
  const events = Object.keys(calendar.years)
    .flatMap((year) => daysOfYear(year).map((day) => `${year}-${day}`))
    .flatMap((on) => eventOf(on, calendar, locale, stamp));
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Otklik//Production calendar//EN",
    property(OWN.weekend, calendar.weekend.join()),
    property(OWN.country, calendar.country),
    ...events,
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}

function eventOf(on: IsoDate, calendar: WorkCalendar, locale: Locale, stamp: string): string[] {
  const kind = dayKind(on, calendar);
  const mark = isShort(on, calendar) ? "short" : MARKS[kind];
  if (mark === null) return [];
  const moved = calendar.years[on.slice(0, 4)]?.moved?.[on.slice(5)];
  return [
    "BEGIN:VEVENT",
    `UID:${on}-${calendar.version.replaceAll(/[^\w.-]/g, "-")}@otklik`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${plain(on)}`,
    `DTEND;VALUE=DATE:${plain(dayRun(on, 2)[1] ?? on)}`,
    `SUMMARY:${escaped(summaryOf(on, kind, mark, calendar, locale))}`,
    property(OWN.day, mark),
    ...(mark === "off" && moved !== undefined ? [property(OWN.moved, moved)] : []),
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

function summaryOf(
  on: IsoDate,
  kind: DayKind,
  mark: OwnMark,
  calendar: WorkCalendar,
  locale: Locale,
): string {
  if (mark === "short") return sayDeadline(locale, "day.short");
  return sayReason(locale, { reason: `day.${kind}`, act: actOf(on, calendar) });
}

function property(name: string, value: string): string {
  return `${name.toUpperCase()}:${value}`;
}

function plain(on: IsoDate): string {
  return on.replaceAll("-", "");
}

function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`);
}

const LINE_BYTES = 75;

/** No line is longer than 75 bytes; it goes on in the next one after a space, and no letter is cut in two. */
function folded(line: string): string {
  const rows: string[] = [];
  let row = "";
  for (const letter of line) {
    if (Buffer.byteLength(row + letter) > LINE_BYTES) {
      rows.push(row);
      row = " ";
    }
    row += letter;
  }
  return [...rows, row].join("\r\n");
}
