import { describe, expect, it } from "vitest";
import { type BusinessCalendarParts, businessCalendar } from "../../../../tests/support/business-calendar";
import { hoursBeforeMidnight, hoursOf, type MinuteSpan } from "./hours-of-day";
import { russia } from "./russia";

/** Monday 2026-11-23 is the day, unless a row needs another. */
type Row = readonly [string, string, string, string, BusinessCalendarParts?];

describe("hoursOf", () => {
  it.for<Row>([
    ["a plain day", "1-5 09:00-18:00", "2026-11-23", "540-1080"],
    ["lunch", "1-5 09:00-13:00 14:00-18:00", "2026-11-23", "540-780 840-1080"],
    ["a day without hours", "2 09:00-18:00", "2026-11-23", ""],
    ["the whole day", "1-5 00:00-24:00", "2026-11-24", "0-1440"],
    ["the evening of a night", "1 22:00-06:00", "2026-11-23", "1320-1440"],
    ["its morning, on the next day", "1 22:00-06:00", "2026-11-24", "0-360"],
    ["a night until midnight leaves nothing", "1 22:00-00:00", "2026-11-24", ""],
    ["morning and evening of two nights", "1-5 22:00-06:00", "2026-11-24", "0-360 1320-1440"],
    [
      "a night that reaches into the day's own hours",
      "1-2 09:00-12:00 20:00-10:00",
      "2026-11-24",
      "0-720 1200-1440",
    ],
    ["a night that touches them", "1-2 06:00-12:00 20:00-06:00", "2026-11-24", "0-720 1200-1440"],
    ["a day off", "1-5 09:00-18:00", "2026-11-23", "", { off: ["2026-11-23"] }],
    [
      "a day off that stays open",
      "1-5 09:00-18:00",
      "2026-11-23",
      "540-1080",
      { off: ["2026-11-23"], onDaysOff: "open" },
    ],
    [
      "the morning after a night stays, though it is off",
      "7 22:00-06:00",
      "2026-11-23",
      "0-360",
      { off: ["2026-11-23"] },
    ],
    [
      "a worked Saturday",
      "1-5 09:00-18:00",
      "2026-11-21",
      "600-960",
      { work: ["2026-11-21"], workingWeekend: "10:00-16:00" },
    ],
    [
      "a Saturday, by its own hours",
      "1-6 09:00-18:00",
      "2026-11-21",
      "540-1080",
      { weekend: [6, 7], work: ["2026-11-21"] },
    ],
    ["a short day", "1-5 09:00-18:00", "2026-11-23", "540-1020", { short: ["2026-11-23"] }],
    [
      "a short day, by another length",
      "1-5 09:00-18:00",
      "2026-11-23",
      "540-1050",
      { short: ["2026-11-23"], shortDayMinutes: 30 },
    ],
    [
      "a short day that closes with lunch",
      "1-5 09:00-13:00 14:00-15:00",
      "2026-11-23",
      "540-780",
      { short: ["2026-11-23"] },
    ],
    ["a short day that is too short", "1-5 09:00-09:30", "2026-11-23", "", { short: ["2026-11-23"] }],
    ["a short night ends earlier", "7 22:00-06:00", "2026-11-23", "0-300", { short: ["2026-11-22"] }],
    [
      "own hours of a date",
      "1-5 09:00-18:00",
      "2026-11-23",
      "720-780",
      { dates: { "2026-11-23": "12:00-13:00" } },
    ],
    ["a date that is closed", "1-5 09:00-18:00", "2026-11-23", "", { dates: { "2026-11-23": "" } }],
    [
      "own hours are not short",
      "1-5 09:00-18:00",
      "2026-11-23",
      "720-780",
      { dates: { "2026-11-23": "12:00-13:00" }, short: ["2026-11-23"] },
    ],
  ])("%s: %s on %s", ([_what, week, day, hours, parts]) => {
    expect(said(hoursOf(day, businessCalendar(week, parts)))).toBe(hours);
  });

  it.each([
    ["2026-11-23", "540-1080"],
    ["2026-11-22", ""],
    ["2025-11-01", "540-1020"],
    ["2026-04-30", "540-1020"],
    ["2026-05-01", ""],
  ])("of Russia on %s", (day, hours) => {
    expect(said(hoursOf(day, russia))).toBe(hours);
  });
});

it("hoursBeforeMidnight leaves out the night of the day before, and cuts the day's own", () => {
  const nights = businessCalendar("1-5 09:00-12:00 22:00-06:00");
  expect(said(hoursBeforeMidnight("2026-11-24", nights))).toBe("540-720 1320-1440");
});

function said(spans: readonly MinuteSpan[]): string {
  return spans.map(({ from, to }) => `${from}-${to}`).join(" ");
}
