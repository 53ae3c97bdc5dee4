import { russia } from "@otklik/shared/deadline/calendar/russia";
import type { WorkCalendar } from "@otklik/shared/deadline/calendar/work-calendar";
import { describe, expect, it } from "vitest";
import { PLAIN_YEAR, withChoice } from "../edit/day-choice";
import { carryOver } from "./carry-over";
import { sameCalendar } from "./same-calendar";

const mine = withChoice(russia, "2026-11-25", "off");
const theirs = { ...withChoice(russia, "2026-11-26", "short"), version: "own-4" };
const openAt = (from: string): WorkCalendar["hours"] => ({
  ...russia.hours,
  week: [[{ from, to: "18:00" }], ...russia.hours.week.slice(1)],
});

describe("carryOver", () => {
  it("keeps the days of both", () => {
    const both = carryOver(russia, mine, theirs);
    expect(both).toEqual({
      ...withChoice(withChoice(russia, "2026-11-26", "short"), "2026-11-25", "off"),
      version: "own-4",
    });
  });

  it("is theirs where the person has changed nothing, and the person's own where they have not", () => {
    expect(carryOver(russia, russia, theirs)).toEqual(theirs);
    expect(sameCalendar(carryOver(russia, mine, russia), mine)).toBe(true);
  });

  it("takes a day out that the person has taken out", () => {
    const worked = withChoice(russia, "2026-05-11", "worked");
    expect(carryOver(russia, worked, theirs).years["2026"]?.off).not.toContain("05-11");
  });

  it.each([
    ["an opening hour", { hours: openAt("08:00") }, { hours: openAt("10:00") }],
    ["the weekend", { weekend: [7] }, { weekend: [5, 6] }],
    [
      "the hours of a date",
      { hours: { ...russia.hours, dates: { "2026-12-30": [] } } },
      { hours: { ...russia.hours, dates: { "2026-12-30": [{ from: "09:00", to: "12:00" }] } } },
    ],
  ] as const)("where both have changed %s, the person's change holds", (_what, my, their) => {
    expect(carryOver(russia, { ...russia, ...my }, { ...russia, ...their })).toMatchObject(my);
  });

  it("merges hours and days that are apart", () => {
    const both = carryOver(russia, { ...russia, hours: openAt("08:00") }, theirs);
    expect(both.hours).toEqual(openAt("08:00"));
    expect(both.years).toEqual(theirs.years);
  });

  it.each([
    ["a year that the person has added stays", { ...russia.years, 2028: PLAIN_YEAR }, russia.years, true],
    ["a year that they have added stays", russia.years, { ...russia.years, 2028: PLAIN_YEAR }, true],
  ] as const)("%s", (_rule, my, their, isThere) => {
    const both = carryOver(russia, { ...russia, years: my }, { ...russia, years: their });
    expect("2028" in both.years).toBe(isThere);
  });

  it("takes a year out that either has removed, unless the other has changed it", () => {
    const { 2027: _removed, ...without } = russia.years;
    expect(carryOver(russia, { ...russia, years: without }, russia).years).not.toHaveProperty("2027");
    expect(carryOver(russia, russia, { ...russia, years: without }).years).not.toHaveProperty("2027");
    const changed = withChoice(russia, "2027-04-01", "off");
    expect(carryOver(russia, changed, { ...russia, years: without }).years).toHaveProperty("2027");
  });
});

describe("sameCalendar", () => {
  it.each([
    ["another name", { ...russia, version: "own-1" }, true],
    ["another order of days", withOff([...(russia.years["2026"]?.off ?? [])].reverse()), true],
    ["another day", mine, false],
    ["a day changed and changed back", withChoice(mine, "2026-11-25", "worked"), true],
    ["other hours", { ...russia, hours: openAt("08:00") }, false],
  ])("%s", (_what, other, same) => {
    expect(sameCalendar(russia, other)).toBe(same);
  });

  function withOff(off: readonly string[]): WorkCalendar {
    const year = russia.years["2026"];
    if (year === undefined) throw new Error("no year");
    return { ...russia, years: { ...russia.years, 2026: { ...year, off } } };
  }
});
