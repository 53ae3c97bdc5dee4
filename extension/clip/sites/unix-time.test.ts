import { expect, it } from "vitest";
import { unixTime } from "./unix-time";

it.each([
  ["seconds", "1795023605", "2026-11-18T17:40:05.000Z"],
  ["milliseconds", "1795023605123", "2026-11-18T17:40:05.123Z"],
  ["the first number of nine digits", "100000000", "1973-03-03T09:46:40.000Z"],
])("%s: %s is %s", (_what, number, at) => {
  expect(unixTime(number, "вчера")).toEqual({ at, precision: "exact", raw: "вчера" });
});

it.each([
  ["words", "вчера"],
  ["a date", "2026-11-18"],
  ["too few digits", "17950236"],
  ["nothing", ""],
])("%s are no number of seconds", (_what, value) => {
  expect(unixTime(value, "вчера")).toBeNull();
});
