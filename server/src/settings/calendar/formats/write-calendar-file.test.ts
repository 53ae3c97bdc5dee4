import { russia } from "@otklik/shared/deadline/calendar/russia";
import { sixDayWeek } from "@otklik/shared/deadline/calendar/six-day-week";
import type { CalendarYear, WorkCalendar } from "@otklik/shared/deadline/calendar/work-calendar";
import { describe, expect, it } from "vitest";
import { readCalendarFile } from "./read-calendar-file";
import { writeIcalendar } from "./write-icalendar";
import { writeXmlcalendar } from "./write-xmlcalendar";

const year2026 = yearOf("2026");
const MADE_AT = "2026-11-21T10:20:30.456Z";

/** A week of Friday and Saturday, holidays of one year, regional days, an act with every sign that means something. */
const other: WorkCalendar = {
  ...russia,
  version: "own-3",
  weekend: [5, 6],
  publicHolidays: { act: 'Law "On <holidays>" & others, art. 1; 2\\3', days: ["01-01", "05-01"] },
  years: {
    2026: {
      ...year2026,
      holidays: ["04-13"],
      off: ["01-01", "01-05", "04-13"],
      moved: { "01-05": "01-02" },
      work: ["03-06"],
      short: ["03-06", "12-31"],
      regional: { "08-31": "Law, of the region; No. 1" },
    },
  },
};

const CALENDARS = [
  ["of Russia", russia],
  ["of six days", sixDayWeek(russia)],
  ["of another week", other],
] as const;

describe.each(CALENDARS)("the calendar %s", (_name, calendar) => {
  it.each(Object.keys(calendar.years))("is the same when the XML of %s is read back", (year) => {
    const text = writeXmlcalendar(calendar, Number(year), "2026-11-21");
    expect(readCalendarFile({ text, year: null, into: calendar }).calendar).toEqual(calendar);
  });

  it.each(["en", "ru"] as const)("is the same when its iCalendar in %s is read back", (locale) => {
    const text = writeIcalendar(calendar, locale, MADE_AT);
    expect(readCalendarFile({ text, year: null, into: calendar }).calendar).toEqual(calendar);
  });

  it("has the same days when it is read into a calendar without any", () => {
    const bare = { ...calendar, years: {} };
    const xml = Object.keys(calendar.years).reduce(
      (into, year) =>
        readCalendarFile({
          text: writeXmlcalendar(calendar, Number(year), "2026-11-21"),
          year: null,
          into,
        }).calendar,
      bare as WorkCalendar,
    );
    const ical = readCalendarFile({ text: writeIcalendar(calendar, "en", MADE_AT), year: null, into: bare });
    const days = Object.entries(calendar.years).map(([year, data]) => [year, withoutAct(data)]);
    expect(xml.years).toEqual(Object.fromEntries(days));
    expect(ical.calendar.years).toEqual(Object.fromEntries(days));
  });

  it("is the same when its own format is read back", () => {
    const text = JSON.stringify(calendar, null, 2);
    expect(readCalendarFile({ text, year: null, into: calendar }).calendar).toEqual(calendar);
  });
});

it("writes the XML of xmlcalendar as it is known: types, holidays, from where a day off was moved", () => {
  const lines = writeXmlcalendar(russia, 2026, "2026-11-21").split("\n");
  expect(lines.slice(0, 7)).toEqual([
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<calendar year="2026" lang="ru" date="2026.11.21" country="ru">',
    "    <holidays>",
    '        <holiday id="1" title="Labour Code art. 112"/>',
    "    </holidays>",
    "    <days>",
    '        <day d="01.01" t="1" h="1"/>',
  ]);
  expect(lines).toContain('        <day d="01.09" t="1" f="01.03"/>');
  expect(lines).toContain('        <day d="04.30" t="2"/>');
  expect(writeXmlcalendar(russia, 2027, "2026-11-21")).toContain('<day d="02.20" t="2"/>');
});

it("writes events that other programs show: whole days, named in the reader's language, lines not too long", () => {
  const text = writeIcalendar(russia, "ru", MADE_AT);
  expect(text).toContain(
    [
      "BEGIN:VEVENT",
      "UID:2026-03-09-ru-2026-11@otklik",
      "DTSTAMP:20261121T102030Z",
      "DTSTART;VALUE=DATE:20260309",
      "DTEND;VALUE=DATE:20260310",
    ].join("\r\n"),
  );
  expect(text).toContain("SUMMARY:сокращённый день\r\n");
  const lines = text.split("\r\n");
  expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
});

/** A regional day is a day off like others for whoever does not know the region. */
function withoutAct({ regional, ...data }: CalendarYear): CalendarYear {
  const off = [...data.off, ...Object.keys(regional)].sort();
  return { ...data, act: null, status: "provisional", off, regional: {} };
}

function yearOf(year: string): CalendarYear {
  const found = russia.years[year];
  if (found === undefined) throw new Error(`no ${year}`);
  return found;
}
