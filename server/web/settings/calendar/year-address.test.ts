import { expect, it } from "vitest";
import { sameDayOf, yearIn } from "./year-address";

it.each([
  ["none asked for", undefined, 2026],
  ["a year", "2025", 2025],
  ["the first", "1990", 1990],
  ["before it", "1989", 2026],
  ["the last", "2100", 2100],
  ["after it", "2101", 2026],
  ["no year at all", "20x5", 2026],
  ["a longer number", "20255", 2026],
])("%s", (_case, asked, year) => {
  expect(yearIn(asked, "2026-11-21")).toBe(year);
});

it.each([
  ["2026-11-21", 2025, "2025-11-21"],
  ["2028-02-29", 2027, "2027-02-28"],
  ["2028-02-29", 2032, "2032-02-29"],
])("%s in %i is %s", (day, year, same) => {
  expect(sameDayOf(day, year)).toBe(same);
});
