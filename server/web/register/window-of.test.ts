import { expect, it } from "vitest";
import { scrollTopFor, windowOf } from "./window-of";

it.each([
  ["no rows", 0, 600, 0, { first: 0, end: 0 }],
  ["fewer rows than fit", 0, 600, 3, { first: 0, end: 3 }],
  ["the top of a long list", 0, 600, 10_000, { first: 0, end: 8 }],
  ["the middle, between two rows", 5_050, 600, 10_000, { first: 48, end: 59 }],
  ["the very end", 999_400, 600, 10_000, { first: 9_992, end: 10_000 }],
  ["pulled beyond the top", -80, 600, 10_000, { first: 0, end: 8 }],
  ["still scrolled far below after the list became short", 900_000, 600, 5, { first: 5, end: 5 }],
])("draws what is in view and two rows beyond: %s", (_case, scrollTop, height, count, rows) => {
  expect(windowOf({ scrollTop, height }, 100, count, 2)).toEqual(rows);
});

it.each([
  ["a row in view stays", 3, 200, null],
  ["a row that touches the upper edge stays", 2, 200, null],
  ["a row that touches the lower edge stays", 7, 200, null],
  ["a row above comes to the upper edge", 1, 200, 100],
  ["a row half above comes down", 2, 250, 200],
  ["a row below comes to the lower edge", 8, 200, 300],
])("%s", (_rule, index, scrollTop, expected) => {
  expect(scrollTopFor(index, { scrollTop, height: 600 }, 100)).toBe(expected);
});
