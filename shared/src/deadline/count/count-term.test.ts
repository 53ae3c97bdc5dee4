import { describe, expect, it } from "vitest";
import { russia } from "../calendar/russia";
import type { DayUnit, IsoDate, Roll } from "../vocabulary";
import { countTerm } from "./count-term";

describe("working days", () => {
  it.each([
    ["the day of the event is not counted", "2026-03-02", 1, "2026-03-03", false],
    ["a working Saturday counts", "2025-10-31", 1, "2025-11-01", false],
    ["1 day from a short day before May Day", "2025-04-30", 1, "2025-05-05", false],
    ["1 day from a working Saturday, over a day off and a holiday", "2025-11-01", 1, "2025-11-05", false],
    ["1 day over Unity Day", "2026-11-03", 1, "2026-11-05", false],
    ["3 days over Russia Day and its bridge", "2025-06-10", 3, "2025-06-17", false],
    ["3 days from a working Saturday", "2025-11-01", 3, "2025-11-07", false],
    ["3 days over Defender's Day on a Monday", "2026-02-19", 3, "2026-02-25", false],
    ["3 days over Unity Day in the middle of a week", "2026-11-02", 3, "2026-11-06", false],
    ["15 days over both May holidays", "2025-04-14", 15, "2025-05-07", false],
    ["25 days over the New Year", "2025-12-15", 25, "2026-01-29", false],
    ["the New Year is one gap", "2025-12-30", 1, "2026-01-12", false],
    ["the last official day is not provisional", "2026-12-29", 1, "2026-12-30", false],
    ["over the end of the last official year: provisional", "2026-12-30", 1, "2027-01-11", true],
    ["over the end of the last year with data: weekends and holidays", "2027-12-28", 3, "2028-01-10", true],
    ["29 February is a day like others", "2028-02-28", 1, "2028-02-29", true],
  ])("%s: %s + %i → %s", (_rule, startOn, n, dueOn, provisional) => {
    expect(counted("working_day", startOn, n)).toEqual({ dueOn, provisional });
  });
});

describe("calendar days, rolled to the next working day", () => {
  it.each([
    ["ends on a working day: no roll", "2026-11-02", 10, "2026-11-12", false],
    ["New Year's Day rolls to the end of the holidays", "2025-12-22", 10, "2026-01-12", false],
    ["30 days to the same end", "2025-12-02", 30, "2026-01-12", false],
    ["10 days into the holidays", "2025-12-30", 10, "2026-01-12", false],
    ["Victory Day on a Saturday, and the Monday off for it", "2026-04-29", 10, "2026-05-12", false],
    ["a Monday off by decree", "2025-10-04", 30, "2025-11-05", false],
    ["30 days to Victory Day", "2026-04-09", 30, "2026-05-12", false],
    ["Saturday rolls over Sunday", "2026-11-11", 10, "2026-11-23", false],
    ["a working Saturday does not roll", "2025-10-22", 10, "2025-11-01", false],
    ["holiday, bridge and weekend of a forecast year: provisional", "2027-10-25", 10, "2027-11-08", true],
    ["a plain Tuesday of a forecast year: provisional too", "2027-11-13", 10, "2027-11-23", true],
    ["from an official year into a forecast one", "2026-12-02", 30, "2027-01-11", true],
    ["ends in an official year after a start in one", "2026-11-30", 30, "2026-12-30", false],
  ])("%s: %s + %i → %s", (_rule, startOn, n, dueOn, provisional) => {
    expect(counted("calendar_day", startOn, n)).toEqual({ dueOn, provisional });
  });

  it.each<[string, Roll, IsoDate, boolean]>([
    ["back to the last working day", "previous", "2025-12-30", false],
    ["nowhere", "none", "2026-01-01", false],
  ])("rolls %s when the rule says so", (_rule, roll, dueOn, provisional) => {
    expect(counted("calendar_day", "2025-12-22", 10, roll)).toEqual({ dueOn, provisional });
  });

  it("is never provisional when it does not roll, for then no calendar is asked", () => {
    expect(counted("calendar_day", "2028-02-19", 10, "none")).toEqual({
      dueOn: "2028-02-29",
      provisional: false,
    });
  });
});

describe("calendar days without public holidays", () => {
  it.each([
    ["May Day is left out, decreed days off are not", "2025-04-25", 10, "2025-05-06", false],
    ["two holidays left out, then Sunday rolls over a Monday off", "2026-04-28", 10, "2026-05-12", false],
    ["a holiday that is the first day", "2025-11-03", 1, "2025-11-05", false],
    ["a holiday on a Sunday is left out", "2026-03-06", 2, "2026-03-10", false],
    ["weekends count", "2026-11-20", 3, "2026-11-23", false],
    ["New Year: eight holidays are left out", "2025-12-31", 1, "2026-01-12", false],
    ["a forecast year is provisional", "2027-06-10", 3, "2027-06-15", true],
  ])("%s: %s + %i → %s", (_rule, startOn, n, dueOn, provisional) => {
    expect(counted("calendar_day_without_public_holidays", startOn, n)).toEqual({ dueOn, provisional });
  });
});

describe("what cannot be counted", () => {
  it.each<[DayUnit]>([["working_day"], ["calendar_day"], ["calendar_day_without_public_holidays"]])(
    "%s: a length that is not a whole number from 1 to 3,660 is refused",
    (unit) => {
      for (const n of [0, -1, 1.5, 3_661, Number.NaN, Number.POSITIVE_INFINITY]) {
        expect(() => counted(unit, "2026-03-02", n)).toThrow(RangeError);
      }
    },
  );

  it("a start that is not a date is refused", () => {
    expect(() => counted("calendar_day", "2026-02-30", 1)).toThrow(RangeError);
  });

  it.each<[DayUnit]>([["working_day"], ["calendar_day"], ["calendar_day_without_public_holidays"]])(
    "%s: a calendar of holidays only is refused, not searched for ever",
    (unit) => {
      const everyDay = Array.from({ length: 366 }, (_, i) =>
        new Date(Date.UTC(2028, 0, 1 + i)).toISOString().slice(5, 10),
      );
      const idle = { ...russia, version: "idle", years: {}, publicHolidays: { act: "", days: everyDay } };
      expect(() => countTerm(unit, { n: 1, roll: "next" }, "2026-03-02", idle)).toThrow(/idle/);
    },
  );
});

function counted(unit: DayUnit, startOn: IsoDate, n: number, roll: Roll = "next") {
  const { dueOn, provisional } = countTerm(unit, { n, roll }, startOn, russia);
  return { dueOn, provisional };
}
