import { russia } from "@otklik/shared/deadline/calendar/russia";
import { dayKind, isShort } from "@otklik/shared/deadline/calendar/work-calendar";
import { describe, expect, it } from "vitest";
import { choiceOf, choicesOf, DAY_CHOICES, withChoice } from "./day-choice";

describe("withChoice", () => {
  it.each([
    ["a plain Wednesday is worked", "2026-11-25", "worked", "working", false],
    ["a plain Wednesday ends earlier", "2026-11-25", "short", "working", true],
    ["a plain Wednesday is off", "2026-11-25", "off", "dayOff", false],
    ["a plain Wednesday is a holiday of this year", "2026-11-25", "holiday", "publicHoliday", false],
    ["a region grants a Wednesday", "2026-11-25", "regional", "regionalDayOff", false],
    ["a day off is worked again", "2026-05-11", "worked", "working", false],
    ["a Saturday is worked", "2026-11-21", "worked", "workingWeekend", false],
    ["a Saturday is worked and ends earlier", "2026-11-21", "short", "workingWeekend", true],
    ["a worked Saturday is a weekend again", "2025-11-01", "off", "weekend", false],
    ["a short day is a plain one again", "2026-04-30", "worked", "working", false],
    ["a year without data is added", "2031-02-03", "off", "dayOff", false],
  ] as const)("%s", (_rule, day, choice, kind, short) => {
    const calendar = withChoice(russia, day, choice, "Act");
    expect([dayKind(day, calendar), isShort(day, calendar)]).toEqual([kind, short]);
    expect(choiceOf(day, calendar)).toBe(choice);
  });

  it.each(["2026-11-25", "2026-11-21", "2026-05-11", "2025-11-01", "2026-04-30"])(
    "%s: whatever was said before, the last choice holds",
    (day) => {
      for (const first of choicesOf(day, russia)) {
        for (const last of choicesOf(day, russia)) {
          const calendar = withChoice(withChoice(russia, day, first, "Act"), day, last, "Act");
          expect(choiceOf(day, calendar)).toBe(last);
        }
      }
    },
  );

  it("keeps the act of a regional day off, and drops it with the day", () => {
    const granted = withChoice(russia, "2026-11-25", "regional", "Law of the region No. 7");
    expect(granted.years["2026"]?.regional).toEqual({ "11-25": "Law of the region No. 7" });
    expect(withChoice(granted, "2026-11-25", "worked").years["2026"]?.regional).toEqual({});
  });

  it("forgets from where a day off was moved when it is none any more", () => {
    const year = { ...withChoice(russia, "2026-11-25", "off").years["2026"], moved: { "11-25": "11-28" } };
    const calendar = { ...russia, years: { ...russia.years, 2026: { ...russia.years["2026"], ...year } } };
    expect(withChoice(calendar as typeof russia, "2026-11-25", "worked").years["2026"]?.moved).toEqual({});
  });

  it("leaves the calendar that it was given as it was", () => {
    const before = structuredClone(russia);
    withChoice(russia, "2026-11-25", "off");
    expect(russia).toEqual(before);
  });

  it("adds a year that was lacking as provisional", () => {
    expect(withChoice(russia, "2031-02-03", "off").years["2031"]).toMatchObject({
      status: "provisional",
      act: null,
      off: ["02-03"],
    });
  });
});

describe("choicesOf", () => {
  it.each([
    ["a weekday may be anything", "2026-11-25", DAY_CHOICES],
    ["a region has nothing to grant on a weekend", "2026-11-21", ["off", "worked", "short", "holiday"]],
    ["a holiday of every year is one by law", "2026-11-04", []],
  ])("%s", (_rule, day, choices) => {
    expect(choicesOf(day, russia)).toEqual(choices);
  });

  it("a holiday of every year that is worked all the same may be one again", () => {
    const worked = withChoice(russia, "2026-11-04", "off");
    const year = worked.years["2026"];
    if (year === undefined) throw new Error("no year");
    const calendar = { ...worked, years: { ...worked.years, 2026: { ...year, work: ["11-04"] } } };
    expect(choicesOf("2026-11-04", calendar)).toEqual(["worked", "holiday"]);
    expect(choiceOf("2026-11-04", withChoice(calendar, "2026-11-04", "holiday"))).toBe("holiday");
  });
});
