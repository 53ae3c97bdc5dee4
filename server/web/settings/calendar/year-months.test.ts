import { russia } from "@otklik/shared/deadline/calendar/russia";
import { describe, expect, it } from "vitest";
import { monthsOf, workedDaysOf } from "./year-months";

describe("monthsOf", () => {
  const months = monthsOf(2026);

  it("begins every week on a Monday", () => {
    // 1 November 2026 is a Sunday: alone in the first of six weeks.
    expect(months[10]?.weeks).toHaveLength(6);
    expect(months[10]?.weeks[0]).toEqual([null, null, null, null, null, null, "2026-11-01"]);
    expect(months[10]?.weeks[5]).toEqual(["2026-11-30", null, null, null, null, null, null]);
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
  [2025, { worked: 247, short: 4 }],
  [2026, { worked: 247, short: 4 }],
])("%i in Russia: %o", (year, days) => {
  expect(workedDaysOf(year, russia)).toEqual(days);
});
