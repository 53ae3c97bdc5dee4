import { describe, expect, it } from "vitest";
import { dayMoved, lastOfMonth, monthsOf, sameDayOf } from "./year-days";

describe("monthsOf", () => {
  it("begins every week on a Monday", () => {
    // 1 November 2026 is a Sunday: alone in the first of six weeks.
    const november = monthsOf(2026)[10];
    expect(november?.weeks).toHaveLength(6);
    expect(november?.weeks[0]).toEqual([null, null, null, null, null, null, "2026-11-01"]);
    expect(november?.weeks[5]).toEqual(["2026-11-30", null, null, null, null, null, null]);
  });

  it("has no empty week where a month fits into four", () => {
    expect(monthsOf(2021)[1]?.weeks.flat()).toHaveLength(28);
  });

  it.each([
    [2026, 365],
    [2028, 366],
    [2100, 365],
  ])("%i has %i days", (year, days) => {
    const all = monthsOf(year).flatMap(({ weeks }) => weeks.flat().filter((day) => day !== null));
    expect(new Set(all).size).toBe(days);
  });
});

it.each([
  ["day_on", "2026-12-31", "2027-01-01"],
  ["day_back", "2026-03-01", "2026-02-28"],
  ["week_on", "2026-11-28", "2026-12-05"],
  ["week_back", "2026-11-02", "2026-10-26"],
  ["month_on", "2026-01-31", "2026-02-28"],
  ["month_on", "2026-12-15", "2027-01-15"],
  ["month_back", "2026-03-31", "2026-02-28"],
  ["month_back", "2026-01-15", "2025-12-15"],
  ["month_start", "2026-11-21", "2026-11-01"],
  ["month_end", "2028-02-03", "2028-02-29"],
  ["month_end", "2026-12-01", "2026-12-31"],
] as const)("%s from %s leads to %s", (move, day, reached) => {
  expect(dayMoved(day, move)).toBe(reached);
});

it.each([
  ["2026-11-21", 2025, "2025-11-21"],
  ["2028-02-29", 2027, "2027-02-28"],
  ["2028-02-29", 2032, "2032-02-29"],
])("%s in %i is %s", (day, year, same) => {
  expect(sameDayOf(day, year)).toBe(same);
});

it.each([
  ["2026-02-01", "2026-02-28"],
  ["2028-02-29", "2028-02-29"],
  ["2026-12-31", "2026-12-31"],
  ["2026-04-30", "2026-04-30"],
])("the last of the month of %s is %s", (day, last) => {
  expect(lastOfMonth(day)).toBe(last);
});
