import { describe, expect, it } from "vitest";
import { type YearlyRule, yearlyDays } from "./yearly-rule";

const PLAIN: YearlyRule = { interval: 1, count: null, until: null, months: [], monthDays: [], weekdays: [] };

describe("yearlyDays", () => {
  it.each<[string, Partial<YearlyRule>, string, string[]]>([
    [
      "the same day of every year",
      {},
      "2020-05-01",
      ["2025-05-01", "2026-05-01", "2027-05-01", "2028-05-01"],
    ],
    ["nothing before the first time", {}, "2027-05-01", ["2027-05-01", "2028-05-01"]],
    ["29 February only where there is one", {}, "2020-02-29", ["2028-02-29"]],
    ["every second year", { interval: 2 }, "2020-05-01", ["2026-05-01", "2028-05-01"]],
    ["three times, counted from the first", { count: 3 }, "2024-05-01", ["2025-05-01", "2026-05-01"]],
    ["no more than counted before", { count: 2 }, "2020-05-01", []],
    ["until a day, that day included", { until: "2026-05-01" }, "2020-05-01", ["2025-05-01", "2026-05-01"]],
    ["until the day before", { until: "2026-04-30" }, "2020-05-01", ["2025-05-01"]],
    [
      "the fourth Thursday of November",
      { months: [11], weekdays: [{ weekday: 4, nth: 4 }] },
      "2020-11-26",
      ["2025-11-27", "2026-11-26", "2027-11-25", "2028-11-23"],
    ],
    [
      "the last Monday of May",
      { months: [5], weekdays: [{ weekday: 1, nth: -1 }] },
      "2020-05-25",
      ["2025-05-26", "2026-05-25", "2027-05-31", "2028-05-29"],
    ],
    [
      "the first Monday of the year",
      { weekdays: [{ weekday: 1, nth: 1 }] },
      "2020-01-06",
      ["2025-01-06", "2026-01-05", "2027-01-04", "2028-01-03"],
    ],
    [
      "the last Friday of the year",
      { weekdays: [{ weekday: 5, nth: -1 }] },
      "2020-12-25",
      ["2025-12-26", "2026-12-25", "2027-12-31", "2028-12-29"],
    ],
    [
      "the Tuesday after the first Monday of November",
      { months: [11], monthDays: [2, 3, 4, 5, 6, 7, 8], weekdays: [{ weekday: 2, nth: null }] },
      "2020-11-03",
      ["2025-11-04", "2026-11-03", "2027-11-02", "2028-11-07"],
    ],
    [
      "the last day of February",
      { months: [2], monthDays: [-1] },
      "2020-02-29",
      ["2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"],
    ],
    ["a day that no year has", { months: [2], monthDays: [30] }, "2020-01-01", []],
    ["a sixth Monday of a month", { months: [1], weekdays: [{ weekday: 1, nth: 6 }] }, "2020-01-01", []],
    [
      "another month than that of the first time",
      { months: [3, 4] },
      "2025-03-31",
      ["2025-03-31", "2026-03-31", "2027-03-31", "2028-03-31"],
    ],
  ])("%s", (_rule, rule, startOn, days) => {
    expect(yearlyDays({ ...PLAIN, ...rule }, startOn, 2025, 2028)).toEqual(days);
  });

  it("ends soon, however often a rule is asked for", () => {
    const rule = { ...PLAIN, count: 100_000, months: [2], monthDays: [30] };
    expect(yearlyDays(rule, "1900-01-01", 2025, 2199)).toEqual([]);
  });
});
