import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, dayNumber, daysBetween, weekdayOf } from "./local-day";

describe("dayNumber", () => {
  it.each([
    "2026-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-1-5",
    "",
    "today",
    "2026-01-01T00:00",
    "+12026-01-01",
  ])("refuses %o, which is not a date", (day) => {
    expect(() => dayNumber(day)).toThrow(RangeError);
  });
});

describe("addDays", () => {
  it.each([
    ["over the end of a year", "2025-12-31", 1, "2026-01-01"],
    ["over 29 February of a leap year", "2028-02-28", 2, "2028-03-01"],
    ["over 28 February of another year", "2027-02-28", 1, "2027-03-01"],
    ["backwards", "2026-01-01", -1, "2025-12-31"],
    ["over 29 March 2026, which has 23 hours in Berlin", "2026-03-28", 2, "2026-03-30"],
  ])("%s", (_rule, day, days, later) => {
    expect(addDays(day, days)).toBe(later);
    expect(daysBetween(day, later)).toBe(days);
  });
});

describe("weekdayOf", () => {
  it.each([
    ["1969-12-31", 3],
    ["1970-01-01", 4],
    ["2025-11-01", 6],
    ["2026-11-22", 7],
    ["2028-02-29", 2],
  ])("%s is day %i of the week", (day, weekday) => {
    expect(weekdayOf(day)).toBe(weekday);
  });

  it("goes round every seven days, also before 1970", () => {
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 40_000 }), (days) => {
        const day = addDays("1970-01-01", days);
        expect(weekdayOf(addDays(day, 7))).toBe(weekdayOf(day));
        expect(weekdayOf(addDays(day, 1)) % 7).toBe((weekdayOf(day) + 1) % 7);
      }),
    );
  });
});
