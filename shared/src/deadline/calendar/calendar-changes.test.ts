import { describe, expect, it } from "vitest";
import { calendarChanges } from "./calendar-changes";
import { russia } from "./russia";
import type { CalendarYear, WorkCalendar } from "./work-calendar";

const year2027 = yearOf("2027");

describe("calendarChanges", () => {
  it("is empty for the same calendar under another version", () => {
    expect(calendarChanges(russia, { ...russia, version: "own-1" })).toEqual([]);
  });

  it("names each day that is another, and each that has become short or is short no more, in order", () => {
    const after = with2027({
      off: [...year2027.off.filter((day) => day !== "02-22"), "05-07"],
      work: [],
      short: ["04-30", "11-03", "06-11", "12-30"],
    });
    expect(calendarChanges(russia, after)).toEqual([
      { on: "2027-02-20", before: "workingWeekend", after: "weekend", shortBefore: true, shortAfter: false },
      { on: "2027-02-22", before: "dayOff", after: "working", shortBefore: false, shortAfter: false },
      { on: "2027-05-07", before: "working", after: "dayOff", shortBefore: false, shortAfter: false },
      { on: "2027-12-30", before: "working", after: "working", shortBefore: false, shortAfter: true },
    ]);
  });

  it("takes a year that only one of them has by weekends and public holidays in the other", () => {
    const { 2027: _gone, ...years } = russia.years;
    const without = { ...russia, years };
    const gone = calendarChanges(russia, without).map(({ on }) => on);
    expect(gone).toContain("2027-12-31");
    expect(gone).not.toContain("2027-01-04");
    expect(calendarChanges(without, russia).map(({ on }) => on)).toEqual(gone);
  });

  it("tells a regional day from a day off, and a holiday of one year", () => {
    const after = with2027({ regional: { "08-30": "Law No. 1" }, holidays: ["05-06"] });
    expect(calendarChanges(russia, after).map(({ on, after }) => [on, after])).toEqual([
      ["2027-05-06", "publicHoliday"],
      ["2027-08-30", "regionalDayOff"],
    ]);
  });

  it("sees a list in another order as the same", () => {
    expect(calendarChanges(russia, with2027({ off: [...year2027.off].reverse() }))).toEqual([]);
  });

  it("follows a weekend that has become shorter through every year that is known", () => {
    const changes = calendarChanges(russia, { ...russia, weekend: [7] });
    expect(changes.every(({ before, after }) => before !== after)).toBe(true);
    expect(new Set(changes.map(({ on }) => on.slice(0, 4)))).toEqual(new Set(["2025", "2026", "2027"]));
  });
});

function with2027(changed: Partial<CalendarYear>): WorkCalendar {
  return { ...russia, version: "own-1", years: { ...russia.years, 2027: { ...year2027, ...changed } } };
}

function yearOf(year: string): CalendarYear {
  const found = russia.years[year];
  if (found === undefined) throw new Error(`no ${year}`);
  return found;
}
