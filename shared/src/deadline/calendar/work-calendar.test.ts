import { describe, expect, it } from "vitest";
import { addDays, weekdayOf } from "../time/local-day";
import { russia } from "./russia";
import { sixDayWeek } from "./six-day-week";
import {
  actOf,
  type CalendarYear,
  dayKind,
  isOfficial,
  isShort,
  isWorked,
  nextWorkedDay,
  type WorkCalendar,
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
      "the day off that stands in for a Sunday holiday, by the Code itself",
      "2026-03-09",
      "dayOff",
      "Labour Code art. 112",
    ],
    [
      "one that the decree moves to another month",
      "2025-06-13",
      "dayOff",
      "Government decree No. 1335 of 2024-10-04",
    ],
    [
      "one moved from a holiday of January, which only a decree may",
      "2026-01-09",
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

describe("dayKind by other calendars", () => {
  const sixDays = sixDayWeek(russia);
  const own: WorkCalendar = {
    ...russia,
    weekend: [5, 6],
    years: {
      2026: {
        act: "Law No. 7",
        status: "official",
        holidays: ["04-13"],
        off: ["08-03"],
        work: ["11-06", "11-04"],
        short: ["11-05", "11-06", "08-03"],
        regional: { "08-31": "Law of the region No. 1", "08-03": "Order No. 2", "08-07": "Order No. 3" },
      },
    },
  };

  it.each<[string, string, WorkCalendar, string, string | null]>([
    ["a Saturday of six days", "2026-11-21", sixDays, "working", null],
    ["a Sunday of six days", "2026-11-22", sixDays, "weekend", null],
    ["a Saturday worked by decree, of six days", "2025-11-01", sixDays, "working", null],
    ["a Sunday where Friday and Saturday are the weekend", "2026-11-22", own, "working", null],
    ["a Friday there", "2026-11-20", own, "weekend", null],
    ["a Friday that is worked", "2026-11-06", own, "workingWeekend", "Law No. 7"],
    ["a public holiday that is worked this year", "2026-11-04", own, "workingWeekend", "Law No. 7"],
    ["a holiday of every year", "2026-05-01", own, "publicHoliday", "Labour Code art. 112"],
    ["a holiday of this year alone", "2026-04-13", own, "publicHoliday", "Law No. 7"],
    ["a regional day off", "2026-08-31", own, "regionalDayOff", "Law of the region No. 1"],
    ["a regional day off on a day off of all", "2026-08-03", own, "regionalDayOff", "Order No. 2"],
    ["a regional day off on a weekend", "2026-08-07", own, "weekend", null],
  ])("%s: %s", (_rule, day, calendar, kind, act) => {
    expect(dayKind(day, calendar)).toBe(kind);
    expect(actOf(day, calendar)).toBe(act);
  });

  it.each([
    ["a short day", "2026-11-05", true],
    ["a weekend day that is worked and short", "2026-11-06", true],
    ["a day off, which cannot be short", "2026-08-03", false],
    ["a plain day", "2026-11-08", false],
    ["the same day of a year without data", "2030-11-05", false],
  ])("isShort: %s", (_rule, day, short) => {
    expect(isShort(day, own)).toBe(short);
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

  it.each(years)(
    "%s: every day off that is no public holiday was moved from a weekend, and it is known from which day",
    (year, { off, moved = {} }) => {
      const movedTo = off.filter((day) => dayKind(`${year}-${day}`, russia) === "dayOff");
      expect(Object.keys(moved).sort()).toEqual(movedTo);
      expect(weekdays(year, Object.values(moved)).every((weekday) => weekday > 5)).toBe(true);
      expect(new Set(Object.values(moved)).size).toBe(movedTo.length);
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
