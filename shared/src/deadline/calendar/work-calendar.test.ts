import { describe, expect, it } from "vitest";
import { addDays, weekdayOf } from "../time/local-day";
import { russia } from "./russia";
import {
  actOf,
  type CalendarYear,
  dayKind,
  isOfficial,
  isWorked,
  nextWorkedDay,
  workedDaysBetween,
} from "./work-calendar";

describe("dayKind by the calendar of Russia", () => {
  it.each([
    ["a plain Wednesday", "2026-11-25", "working", null],
    ["a plain Saturday", "2026-11-21", "weekend", null],
    [
      "a Saturday worked by decree",
      "2025-11-01",
      "workingWeekend",
      "Government decree No. 1335 of 2024-10-04",
    ],
    ["a Monday off by decree", "2025-11-03", "dayOff", "Government decree No. 1335 of 2024-10-04"],
    [
      "the day off that stands in for a Sunday holiday",
      "2026-03-09",
      "dayOff",
      "Government decree No. 1466 of 2025-09-24",
    ],
    ["a public holiday", "2025-11-04", "publicHoliday", "Labour Code art. 112"],
    ["a public holiday on a Sunday", "2026-03-08", "publicHoliday", "Labour Code art. 112"],
    ["31 December, off by decree", "2025-12-31", "dayOff", "Government decree No. 1335 of 2024-10-04"],
    ["a day off of a year without an act", "2027-11-05", "dayOff", null],
    ["a public holiday of a year without data", "2028-01-03", "publicHoliday", "Labour Code art. 112"],
    ["31 December of a year without data", "2029-12-31", "working", null],
    ["a Saturday of a year without data", "2028-01-15", "weekend", null],
  ])("%s: %s is %s", (_rule, day, kind, act) => {
    expect(dayKind(day, russia)).toBe(kind);
    expect(actOf(day, russia)).toBe(act);
  });

  it.each([
    ["2026-12-31", true],
    ["2027-01-01", false],
    ["2028-01-01", false],
    ["2024-12-31", false],
  ])("%s: official is %o", (day, official) => {
    expect(isOfficial(day, russia)).toBe(official);
  });
});

describe("the data of Russia", () => {
  const years = Object.entries(russia.years).map(([year, data]) => [year, data] as const);

  it.each(years)("%s has 247 working days", (year) => {
    expect(workedDaysBetween(`${Number(year) - 1}-12-31`, `${year}-12-31`, russia)).toBe(247);
  });

  it.each(years)(
    "%s: days off are weekdays, worked ones are of a weekend, short ones are worked",
    (year, data) => {
      expect(weekdays(year, data.off).every((weekday) => weekday <= 5)).toBe(true);
      expect(weekdays(year, data.work).every((weekday) => weekday > 5)).toBe(true);
      expect([...data.short].every((day) => isWorked(`${year}-${day}`, russia))).toBe(true);
    },
  );

  it.each(years)("%s: no public holiday is worked", (year) => {
    const worked = [...russia.publicHolidays.days].filter((day) => isWorked(`${year}-${day}`, russia));
    expect(worked).toEqual([]);
  });

  it.each(years)("%s names its act exactly when it is official", (_year, data) => {
    expect(data.act !== null).toBe(data.status === "official");
  });

  function weekdays(year: string, days: CalendarYear["off"]): number[] {
    return [...days].map((day) => weekdayOf(`${year}-${day}`));
  }
});

describe("nextWorkedDay", () => {
  it.each([
    ["the day itself is not looked at", "2026-11-24", 1, "2026-11-25"],
    ["backwards over a weekend", "2026-11-23", -1, "2026-11-20"],
    ["over the New Year", "2025-12-30", 1, "2026-01-12"],
    ["backwards over the New Year", "2026-01-12", -1, "2025-12-30"],
    ["to a Saturday that is worked", "2025-10-31", 1, "2025-11-01"],
  ] as const)("%s", (_rule, day, step, next) => {
    expect(nextWorkedDay(day, russia, step)).toBe(next);
  });

  it("says so when the calendar has no working day, instead of searching for ever", () => {
    const off = Array.from({ length: 366 }, (_, i) => addDays("2028-01-01", i).slice(5));
    const idle = { ...russia, version: "idle", years: {}, publicHolidays: { act: "", days: off } };
    expect(() => nextWorkedDay("2026-11-24", idle)).toThrow("calendar idle has no working day");
    expect(() => nextWorkedDay("2026-11-24", idle, -1)).toThrow(RangeError);
  });
});

describe("workedDaysBetween", () => {
  it.each([
    ["the first day is left out, the last is counted", "2026-11-23", "2026-11-24", 1],
    ["nothing on the same day", "2026-11-23", "2026-11-23", 0],
    ["nothing backwards", "2026-11-24", "2026-11-23", 0],
    ["nothing over a weekend", "2026-11-20", "2026-11-22", 0],
  ])("%s", (_rule, from, to, worked) => {
    expect(workedDaysBetween(from, to, russia)).toBe(worked);
  });
});
