import { describe, expect, it } from "vitest";
import { russia } from "../calendar/russia";
import type { DayUnit, IsoDate, Roll } from "../vocabulary";
import { countTerm } from "./count-term";

/** What is tried, unit, length, day of the event, where a last day that is not worked moves, due, provisional. */
type Row = readonly [string, DayUnit, number, IsoDate, Roll, IsoDate, boolean];

describe("weeks, months and years", () => {
  it.for<Row>([
    ["a week ends on its weekday", "week", 1, "2026-11-18", "next", "2026-11-25", false],
    ["two weeks into the holidays", "week", 2, "2025-12-22", "next", "2026-01-12", false],
    ["a week to a Saturday that is worked", "week", 1, "2025-10-25", "next", "2025-11-01", false],
    ["three weeks back from a holiday", "week", 3, "2026-10-14", "previous", "2026-11-03", false],
    ["a week that does not move", "week", 1, "2026-11-14", "none", "2026-11-21", false],
    ["a month has the same number", "month", 1, "2026-10-19", "next", "2026-11-19", false],
    ["a month to a Saturday", "month", 1, "2026-10-21", "next", "2026-11-23", false],
    ["a month to a Saturday, back", "month", 1, "2026-10-21", "previous", "2026-11-20", false],
    ["31 January has no number in February", "month", 1, "2026-01-31", "none", "2026-02-28", false],
    ["30 January has none either", "month", 1, "2026-01-30", "none", "2026-02-28", false],
    ["in a leap year there is one day more", "month", 1, "2028-01-31", "none", "2028-02-29", false],
    ["28 February has its number in March", "month", 1, "2026-02-28", "none", "2026-03-28", false],
    ["31 August in a month of 30 days", "month", 1, "2026-08-31", "none", "2026-09-30", false],
    ["two months go back to the number", "month", 2, "2025-12-31", "none", "2026-02-28", false],
    ["three months do too", "month", 3, "2025-12-31", "none", "2026-03-31", false],
    ["over the end of a year", "month", 2, "2025-11-12", "next", "2026-01-12", false],
    ["into New Year's holidays", "month", 1, "2025-12-02", "next", "2026-01-12", false],
    ["into a year without an official calendar", "month", 1, "2026-12-14", "next", "2027-01-14", true],
    ["the same when nothing can move it", "month", 1, "2026-12-14", "none", "2027-01-14", false],
    ["twelve months are a year", "month", 12, "2025-03-03", "next", "2026-03-03", false],
    ["a year has the same number", "year", 1, "2025-03-03", "next", "2026-03-03", false],
    ["a year to a holiday on a Sunday", "year", 1, "2025-03-08", "next", "2026-03-10", false],
    ["five years of a common day", "year", 5, "2026-11-23", "none", "2031-11-23", false],
  ])("%s: %s %i from %s, roll %s: %s", ([_rule, unit, n, startOn, roll, dueOn, provisional]) => {
    expect(countTerm(unit, { n, roll }, startOn, russia)).toMatchObject({ dueOn, provisional });
  });

  it.for<Row>([
    ["in a year: the last of February", "year", 1, "2028-02-29", "none", "2029-02-28", false],
    ["in twelve months: the same", "month", 12, "2028-02-29", "none", "2029-02-28", false],
    ["in four years: its own day", "year", 4, "2028-02-29", "none", "2032-02-29", false],
    ["in five years, as long as it is kept", "year", 5, "2028-02-29", "none", "2033-02-28", false],
    ["in 30 days", "calendar_day", 30, "2028-02-29", "none", "2028-03-30", false],
    ["in 30 days to it", "calendar_day", 30, "2028-01-30", "none", "2028-02-29", false],
    ["in a month", "month", 1, "2028-02-29", "none", "2028-03-29", false],
    ["in a week", "week", 1, "2028-02-29", "none", "2028-03-07", false],
    ["a year before it", "year", 1, "2027-02-28", "none", "2028-02-28", false],
    ["the next working day after it", "working_day", 1, "2028-02-28", "none", "2028-02-29", true],
  ])(
    "TIME-03 29 February, %s: %s %i from %s, roll %s: %s",
    ([_rule, unit, n, startOn, roll, dueOn, provisional]) => {
      expect(countTerm(unit, { n, roll }, startOn, russia)).toMatchObject({ dueOn, provisional });
    },
  );

  it("tells only the ends of months and years, and how the end moved", () => {
    expect(countTerm("month", { n: 1, roll: "next" }, "2026-01-31", russia).days).toEqual([
      { on: "2026-01-31", reason: "day.event", counted: false, act: "Civil Code art. 191" },
      { on: "2026-02-28", reason: "term.lastDayOfMonth", counted: true, act: "Civil Code art. 192" },
      { on: "2026-02-28", reason: "day.weekend", counted: false, act: null },
      { on: "2026-03-01", reason: "day.weekend", counted: false, act: null },
      { on: "2026-03-02", reason: "roll.next", counted: false, act: "Civil Code art. 193" },
    ]);
    expect(countTerm("year", { n: 1, roll: "none" }, "2026-01-31", russia).days.at(-1)).toEqual({
      on: "2027-01-31",
      reason: "term.sameNumber",
      counted: true,
      act: "Civil Code art. 192",
    });
  });

  it.each<[DayUnit]>([["week"], ["month"], ["year"]])("%s: a length that is none is refused", (unit) => {
    for (const n of [0, -1, 1.5, 3_661, Number.NaN]) {
      expect(() => countTerm(unit, { n, roll: "next" }, "2026-03-02", russia)).toThrow(RangeError);
    }
    expect(() => countTerm(unit, { n: 1, roll: "next" }, "2026-02-30", russia)).toThrow(RangeError);
  });

  it.each<[DayUnit, IsoDate]>([
    ["week", "2097-01-14"],
    ["month", "2331-11-23"],
    ["year", "5686-11-23"],
  ])("the longest term in %ss can be counted", (unit, dueOn) => {
    expect(countTerm(unit, { n: 3_660, roll: "none" }, "2026-11-23", russia).dueOn).toBe(dueOn);
  });
});
