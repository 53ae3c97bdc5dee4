import { russia } from "@otklik/shared/deadline/calendar/russia";
import { dayKind, type WorkCalendar } from "@otklik/shared/deadline/calendar/work-calendar";
import { expect, it } from "vitest";
import { RegisterError } from "../../../errors";
import { readCalendarFile } from "./read-calendar-file";

/** 2026 is official, 2027 is not. */
const into = russia;

const calendar = (...events: string[]) =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", ...events.map(event), "END:VCALENDAR"].join("\r\n");
const event = (lines: string) => ["BEGIN:VEVENT", ...lines.split("\n"), "END:VEVENT"].join("\r\n");

function read(text: string, draft: WorkCalendar = into) {
  return readCalendarFile({ text, year: null, into: draft });
}

/** The days of the file that have become days off. */
function daysOff(text: string, draft = into) {
  const made = read(text, draft);
  return Object.entries(made.calendar.years).flatMap(([year, data]) => {
    const before = draft.years[year];
    const off = data.off.filter((day) => !before?.off.includes(day));
    const own = Object.keys(data.regional).filter((day) => before?.regional[day] === undefined);
    return [...off, ...own].map((day) => `${year}-${day}`).sort();
  });
}

it("takes an all-day event for a day off, under its name where the year is official", () => {
  const text = calendar("DTSTART;VALUE=DATE:20260805\nSUMMARY:День фирмы\\, и праздник");
  const made = read(text);
  expect(made).toMatchObject({ format: "icalendar", years: [2026] });
  expect(made.calendar.years[2026]).toMatchObject({
    status: "official",
    regional: { "08-05": "День фирмы, и праздник" },
  });
  expect(dayKind("2026-08-05", made.calendar)).toBe("regionalDayOff");
});

it.each([
  ["one day without an end", "DTSTART;VALUE=DATE:20270811", ["2027-08-11"]],
  [
    "an end that is not counted",
    "DTSTART;VALUE=DATE:20270811\nDTEND;VALUE=DATE:20270814",
    ["2027-08-11", "2027-08-12", "2027-08-13"],
  ],
  ["an end on the same day", "DTSTART;VALUE=DATE:20270811\nDTEND;VALUE=DATE:20270811", ["2027-08-11"]],
  ["a length in days", "DTSTART;VALUE=DATE:20270811\nDURATION:P2D", ["2027-08-11", "2027-08-12"]],
  [
    "a length in weeks, weekends left out",
    "DTSTART;VALUE=DATE:20270809\nDURATION:P1W",
    ["2027-08-09", "2027-08-10", "2027-08-11", "2027-08-12", "2027-08-13"],
  ],
  [
    "days over the end of a year",
    "DTSTART;VALUE=DATE:20261230\nDTEND;VALUE=DATE:20270113",
    ["2026-12-30", "2027-01-11", "2027-01-12"],
  ],
  [
    "every year, in the years of the calendar",
    "DTSTART;VALUE=DATE:20100805\nRRULE:FREQ=YEARLY",
    ["2025-08-05", "2026-08-05", "2027-08-05"],
  ],
  [
    "every year until one",
    "DTSTART;VALUE=DATE:20100805\nRRULE:FREQ=YEARLY;UNTIL=20260101T000000Z",
    ["2025-08-05"],
  ],
  [
    "a weekday of a month",
    "DTSTART;VALUE=DATE:20101125\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH",
    ["2025-11-27", "2026-11-26", "2027-11-25"],
  ],
  [
    "times taken out and put in",
    "DTSTART;VALUE=DATE:20100805\nRRULE:FREQ=YEARLY\nEXDATE;VALUE=DATE:20260805\nRDATE;VALUE=DATE:20260806,20260807",
    ["2025-08-05", "2026-08-06", "2026-08-07", "2027-08-05"],
  ],
  [
    "what was called off",
    "DTSTART;VALUE=DATE:20270811\nSTATUS:CONFIRMED\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20270812\nSTATUS:CANCELLED",
    ["2027-08-11"],
  ],
  [
    "an appointment beside it",
    "DTSTART;VALUE=DATE:20270811\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART:20270812T090000Z\nDTEND:20270812T100000Z",
    ["2027-08-11"],
  ],
  [
    "a time that another event takes the place of",
    "UID:a\nDTSTART;VALUE=DATE:20100805\nRRULE:FREQ=YEARLY\nEND:VEVENT\nBEGIN:VEVENT\nUID:a\nRECURRENCE-ID;VALUE=DATE:20270805\nDTSTART;VALUE=DATE:20270806",
    ["2025-08-05", "2026-08-05", "2027-08-06"],
  ],
  ["a day in a year that is not known yet", "DTSTART;VALUE=DATE:20300513", ["2030-05-13"]],
  ["lines that are folded", "DTSTART;VALUE=DATE:2027\n 0811\nSUMMARY:a\n b", ["2027-08-11"]],
] as const)("%s", (_rule, lines, days) => {
  expect(daysOff(calendar(lines))).toEqual(days);
});

it("finds nothing to change in days that are off already", () => {
  const text = calendar("DTSTART;VALUE=DATE:20261104\nSUMMARY:Unity", "DTSTART;VALUE=DATE:20260801");
  expect(read(text).calendar).toEqual(into);
});

it("gives a day without a name that of the format", () => {
  expect(read(calendar("DTSTART;VALUE=DATE:20260805")).calendar.years[2026]?.regional).toEqual({
    "08-05": "iCalendar",
  });
});

it.each([
  ["no event", calendar(), "file", "no-days"],
  ["appointments alone", calendar("DTSTART:20270812T090000Z"), "file", "no-days"],
  ["an event without a beginning", calendar("SUMMARY:a"), "event.1", "no-such-day"],
  [
    "30 February",
    calendar("DTSTART;VALUE=DATE:20270101", "DTSTART;VALUE=DATE:20270230"),
    "event.2",
    "no-such-day",
  ],
  ["29 February of a common year", calendar("DTSTART;VALUE=DATE:20270229"), "event.1", "no-such-day"],
  [
    "an end that does not exist",
    calendar("DTSTART;VALUE=DATE:20270228\nDTEND;VALUE=DATE:20270231"),
    "event.1",
    "no-such-day",
  ],
  ["a year long past", calendar("DTSTART;VALUE=DATE:18990101"), "event.1", "no-such-year"],
  ["a year far ahead", calendar("DTSTART;VALUE=DATE:99990101"), "event.1", "no-such-year"],
  [
    "half a year off",
    calendar("DTSTART;VALUE=DATE:20270101\nDTEND;VALUE=DATE:20270701"),
    "event.1",
    "event-too-long",
  ],
  [
    "every day that never comes",
    calendar("DTSTART;VALUE=DATE:20250101\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"),
    "event.1",
    "recurrence-not-read",
  ],
  [
    "every second",
    calendar("DTSTART;VALUE=DATE:20250101\nRRULE:FREQ=SECONDLY"),
    "event.1",
    "recurrence-not-read",
  ],
  [
    "an interval of a thousand years",
    calendar("DTSTART;VALUE=DATE:20250101\nRRULE:FREQ=YEARLY;INTERVAL=1000"),
    "event.1",
    "recurrence-not-read",
  ],
  [
    "a part of a rule that would change its days",
    calendar("DTSTART;VALUE=DATE:20250101\nRRULE:FREQ=YEARLY;BYSETPOS=1"),
    "event.1",
    "recurrence-not-read",
  ],
  [
    "a rule that is none",
    calendar("DTSTART;VALUE=DATE:20250101\nRRULE:FREQ=FORTNIGHTLY"),
    "file",
    "not-well-formed",
  ],
  ["a calendar that does not end", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT", "file", "not-well-formed"],
  ["lines that are none", "BEGIN:VCALENDAR\r\nfoo", "file", "not-well-formed"],
  [
    "events without end",
    `BEGIN:VCALENDAR\r\n${"BEGIN:VEVENT\r\n".repeat(30_000)}`,
    "file",
    "not-well-formed",
  ],
  [
    "more events than fifty years have",
    calendar(...Array(5_001).fill("DTSTART;VALUE=DATE:20270811")),
    "file",
    "too-much",
  ],
  [
    "more recurrences than a calendar has",
    calendar(...Array(101).fill("DTSTART;VALUE=DATE:20270811\nRRULE:FREQ=YEARLY")),
    "file",
    "too-much",
  ],
  [
    "more years than are kept",
    calendar(
      ...Array.from({ length: 60 }, (_, year) => `DTSTART;VALUE=DATE:${2030 + year}0513\nDURATION:P3D`),
    ),
    "file",
    "too-much",
  ],
  [
    "an unknown mark of our own",
    calendar("DTSTART;VALUE=DATE:20270811\nX-OTKLIK-DAY:constructor"),
    "file",
    "unknown-mark",
  ],
] as const)("refuses %s", (_what, text, path, reason) => {
  const refusal = refusalOf(text);
  expect({ code: refusal.code, errors: refusal.errors }).toEqual({
    code: "calendar-unreadable",
    errors: [{ path, reason }],
  });
});

it("is done soon with the worst that it accepts", () => {
  const rule = "DTSTART;VALUE=DATE:19000101\nRRULE:FREQ=YEARLY;COUNT=10000;BYDAY=-53SU";
  const text = calendar("DTSTART;VALUE=DATE:21990513", ...Array(100).fill(rule));
  const began = performance.now();
  expect(read(text).years).toContain(2199);
  expect(performance.now() - began).toBeLessThan(10_000);
});

function refusalOf(text: string): RegisterError {
  try {
    read(text);
  } catch (error) {
    if (error instanceof RegisterError) return error;
    throw error;
  }
  throw new Error("it was read");
}
