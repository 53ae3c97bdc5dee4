import { expect, it } from "vitest";
import { sayLeft } from "./say-left";

/** The Monday after a plain week: days off are Saturday and Sunday. */
const window = { from: "2026-03-02", days: "wwwwwoowwwwwoo", open: [] };
const due = {
  dueAt: "2026-03-12T21:00:00.000Z",
  dueOn: "2026-03-12",
  provisional: true,
  rule: { unit: "working_day" },
} as const;

it.each([
  [
    "days before, in the unit of the clock, and not again that it is provisional",
    "2026-03-09T09:00:00Z",
    "3 working days left",
  ],
  ["on the last day the date says it all", "2026-03-12T09:00:00Z", ""],
  ["once it has run out too", "2026-03-12T21:00:00Z", ""],
])("%s", (_when, now, words) => {
  expect(sayLeft("en", due, new Date(now), "Europe/Moscow", window)).toBe(words);
});
