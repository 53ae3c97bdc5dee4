import { russia } from "@otklik/shared/deadline/calendar/russia";
import type { WorkCalendar } from "@otklik/shared/deadline/calendar/work-calendar";
import { describe, expect, it } from "vitest";
import { PLAIN_YEAR, withChoice } from "./edit/day-choice";
import { otherChanges } from "./other-changes";

const year = russia.years["2027"] ?? PLAIN_YEAR;
const withYear = (change: Partial<typeof year>): WorkCalendar => ({
  ...russia,
  years: { ...russia.years, 2027: { ...year, ...change } },
});
const { hours } = russia;

describe("otherChanges", () => {
  it.each([
    ["status", withYear({ status: "official" }), ["2027: how far it is known", "provisional", "official"]],
    [
      "act",
      withYear({ act: "Government decree No. 1 of 2026-10-01" }),
      ["2027: act", "none", "Government decree No. 1 of 1 October 2026"],
    ],
    [
      "a year added",
      { ...russia, years: { ...russia.years, 2028: PLAIN_YEAR } },
      ["2028: how far it is known", "no data", "provisional"],
    ],
    ["the week", { ...russia, weekend: [7] }, ["Not worked", "Sat, Sun", "Sun"]],
    [
      "hours of a weekday",
      { ...russia, hours: { ...hours, week: [[], ...hours.week.slice(1)] } },
      ["Hours: Monday", "09:00–18:00", "closed"],
    ],
    [
      "days off",
      { ...russia, hours: { ...hours, onDaysOff: "open" } },
      ["Days off and holidays", "closed", "open by the hours of their day of the week"],
    ],
    [
      "short days",
      { ...russia, hours: { ...hours, shortDayMinutes: 90 } },
      ["A short day ends earlier by, minutes", "60 minutes", "90 minutes"],
    ],
    [
      "a date of its own, closed",
      { ...russia, hours: { ...hours, dates: { "2026-12-30": [] } } },
      ["Hours: 30 December 2026", "as usual", "closed"],
    ],
    [
      "a public holiday",
      { ...russia, publicHolidays: { ...russia.publicHolidays, days: ["01-01"] } },
      ["Public holidays of every year", expect.stringContaining("9 May"), "none"],
    ],
  ] as const)("%s", (_what, changed, [what, before, after]) => {
    expect(otherChanges("en", russia, changed as WorkCalendar)).toEqual([{ what, before, after }]);
  });

  it("says nothing of days, nor of an order that is another", () => {
    const days = [...russia.publicHolidays.days].reverse();
    const changed = withChoice(
      { ...russia, publicHolidays: { ...russia.publicHolidays, days } },
      "2026-11-25",
      "off",
    );
    expect(otherChanges("ru", russia, changed)).toEqual([]);
  });

  it("tells the act of a regional day that was given another", () => {
    const before = withChoice(russia, "2026-11-25", "regional", "Law of the region No. 7");
    const after = withChoice(before, "2026-11-25", "regional", "Law of the region No. 8");
    expect(otherChanges("ru", before, after)).toEqual([
      {
        what: "2026: акты региональных дней",
        before: "25 ноября: Law of the region No. 7",
        after: "25 ноября: Law of the region No. 8",
      },
    ]);
  });
});
