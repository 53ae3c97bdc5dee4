import { expect, it } from "vitest";
import { yearIn } from "./year-address";

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
