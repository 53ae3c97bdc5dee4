import { describe, expect, it } from "vitest";
import { businessCalendar } from "../../../../tests/support/business-calendar";
import { countBusinessTime } from "./count-business-time";
import { standstillsOf } from "./pauses";

const SPLIT = "1-5 09:00-13:00 14:00-18:00";
const ALWAYS = "1-7 00:00-24:00";

describe("business time that stood still, in Moscow", () => {
  it.for<readonly [string, string, string, number, readonly [string, string][], string]>([
    [
      "an hour within the hours",
      SPLIT,
      "2026-11-23 09:00",
      120,
      [["2026-11-23 10:00", "2026-11-23 11:00"]],
      "2026-11-23 12:00",
    ],
    [
      "lunch within the pause is not given twice",
      SPLIT,
      "2026-11-23 12:00",
      120,
      [["2026-11-23 12:30", "2026-11-23 14:30"]],
      "2026-11-23 16:00",
    ],
    [
      "a weekend in the pause gives nothing",
      SPLIT,
      "2026-11-20 17:00",
      120,
      [["2026-11-20 18:00", "2026-11-23 09:00"]],
      "2026-11-23 10:00",
    ],
    [
      "from Friday afternoon to Monday morning two hours",
      SPLIT,
      "2026-11-20 16:00",
      180,
      [["2026-11-20 17:00", "2026-11-23 10:00"]],
      "2026-11-23 12:00",
    ],
    [
      "five days suspended are five days later",
      SPLIT,
      "2026-11-16 10:00",
      480,
      [["2026-11-16 12:00", "2026-11-23 12:00"]],
      "2026-11-24 10:00",
    ],
    [
      "a pause at night gives nothing",
      SPLIT,
      "2026-11-23 17:00",
      120,
      [["2026-11-23 20:00", "2026-11-24 06:00"]],
      "2026-11-24 10:00",
    ],
    [
      "two pauses that overlap count once",
      SPLIT,
      "2026-11-23 09:00",
      120,
      [
        ["2026-11-23 09:30", "2026-11-23 10:30"],
        ["2026-11-23 10:00", "2026-11-23 11:00"],
      ],
      "2026-11-23 12:30",
    ],
    [
      "in any order",
      SPLIT,
      "2026-11-23 09:00",
      120,
      [
        ["2026-11-23 11:00", "2026-11-23 11:30"],
        ["2026-11-23 09:30", "2026-11-23 10:00"],
      ],
      "2026-11-23 12:00",
    ],
    [
      "one that began before the start",
      SPLIT,
      "2026-11-23 09:00",
      60,
      [["2026-11-20 09:00", "2026-11-23 09:30"]],
      "2026-11-23 10:30",
    ],
    [
      "one that was over before the start",
      SPLIT,
      "2026-11-23 09:00",
      60,
      [["2026-11-20 09:00", "2026-11-20 18:00"]],
      "2026-11-23 10:00",
    ],
    [
      "one that began when the term was used up",
      SPLIT,
      "2026-11-23 09:00",
      60,
      [["2026-11-23 10:00", "2026-11-23 12:00"]],
      "2026-11-23 10:00",
    ],
    [
      "an empty one",
      SPLIT,
      "2026-11-23 09:00",
      60,
      [["2026-11-23 09:30", "2026-11-23 09:30"]],
      "2026-11-23 10:00",
    ],
    [
      "two hours round the clock, an hour and five minutes of it on hold",
      ALWAYS,
      "2026-11-23 08:00",
      120,
      [["2026-11-23 09:00", "2026-11-23 10:05"]],
      "2026-11-23 11:05",
    ],
  ])("%s: open %s, %s + %i min", ([_what, week, startAt, minutes, pauses, dueAt]) => {
    const stood = standstillsOf(
      pauses.map(([from, to]) => ({ from: inMoscow(from).toISOString(), to: inMoscow(to).toISOString() })),
    );
    const start = inMoscow(startAt).getTime();
    const calendar = businessCalendar(week);
    const term = countBusinessTime(start, minutes, "business_minute", calendar, "Europe/Moscow", stood);
    expect(term.dueAt).toBe(inMoscow(dueAt).toISOString());
  });
});

function inMoscow(time: string): Date {
  return new Date(`${time}+03:00`);
}
