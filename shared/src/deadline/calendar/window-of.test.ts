import { expect, it } from "vitest";
import { daysBetween } from "../time/local-day";
import { russia } from "./russia";
import { windowOf } from "./window-of";

const letter = (day: string, now = "2025-06-01T09:00:00Z") => {
  const { from, days } = windowOf(russia, now, "Europe/Moscow", false);
  return days[daysBetween(from, day)];
};

it.each([
  ["a working day", "2025-10-31", "w"],
  ["a working Saturday", "2025-11-01", "w"],
  ["a Sunday", "2025-11-02", "o"],
  ["a day off by decree", "2025-11-03", "o"],
  ["a public holiday", "2025-11-04", "h"],
  ["a public holiday on a Saturday", "2025-02-23", "h"],
])("%s, %s, is %s", (_what, day, expected) => {
  expect(letter(day)).toBe(expected);
});

it.each([
  ["a minute before midnight in Moscow", "2025-05-31T20:59:00Z", "2024-05-30"],
  ["at midnight in Moscow", "2025-05-31T21:00:00Z", "2024-05-31"],
])("%s begins on the day a leap year's length before the local one", (_when, now, from) => {
  const window = windowOf(russia, now, "Europe/Moscow", false);
  expect(window.from).toBe(from);
  expect(window.days).toHaveLength(366 + 1 + 366);
});

it("changes with the calendar, on the same day", () => {
  const year = russia.years[2025];
  if (year === undefined) throw new Error("no year 2025");
  const withoutSaturday = { ...russia, version: "other", years: { 2025: { ...year, work: [] } } };
  const now = "2025-06-01T09:00:00Z";
  const at = (window: { from: string; days: string }) => window.days[daysBetween(window.from, "2025-11-01")];
  expect([at(windowOf(russia, now, "UTC", false)), at(windowOf(withoutSaturday, now, "UTC", false))]).toEqual(
    ["w", "o"],
  );
});

it("tells the open hours from now to the end of the 31st day, where they are asked for", () => {
  // A Saturday that is worked; Monday and Tuesday are days off.
  const now = "2025-11-01T08:30:00.000Z";
  const { open } = windowOf(russia, now, "Europe/Moscow", true);
  expect(open.slice(0, 2)).toEqual([
    ["2025-11-01T08:30:00.000Z", "2025-11-01T14:00:00.000Z"],
    ["2025-11-05T06:00:00.000Z", "2025-11-05T15:00:00.000Z"],
  ]);
  expect(open.at(-1)).toEqual(["2025-12-02T06:00:00.000Z", "2025-12-02T15:00:00.000Z"]);
  expect(windowOf(russia, now, "Europe/Moscow", false).open).toEqual([]);
});
