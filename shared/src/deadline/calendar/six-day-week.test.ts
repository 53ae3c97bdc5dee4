import { describe, expect, it } from "vitest";
import { russia } from "./russia";
import { sixDayWeek } from "./six-day-week";
import { actOf, dayKind, isShort, type WorkCalendar, workedDaysBetween } from "./work-calendar";

const sixDays = sixDayWeek(russia);

describe("the calendar of Russia for six days a week", () => {
  it.each([
    ["a plain Saturday is worked", "2025-03-15", "working"],
    ["a plain Sunday is not", "2025-03-16", "weekend"],
    ["a Saturday worked by decree is like any other", "2025-11-01", "working"],
    ["a day off moved from a Saturday that is worked", "2025-11-03", "working"],
    ["a day off moved from a holiday on a Saturday", "2025-05-02", "working"],
    ["another one", "2025-06-13", "working"],
    ["a day off moved from a holiday on a Sunday", "2025-05-08", "dayOff"],
    ["31 December, moved from a Sunday", "2025-12-31", "dayOff"],
    ["the Monday after a holiday on a Sunday", "2026-03-09", "dayOff"],
    ["the Monday after a holiday on a Saturday", "2026-05-11", "working"],
    ["a public holiday on a Saturday", "2025-03-08", "publicHoliday"],
    ["a year without data", "2031-03-15", "working"],
  ])("%s: %s is %s", (_rule, on, kind) => {
    expect(dayKind(on, sixDays)).toBe(kind);
  });

  it.each([
    ["2025", "02-22 03-07 04-30 06-11 11-03"],
    ["2026", "03-07 04-30 05-08 06-11 11-03"],
    ["2027", "02-22 04-30 05-08 06-11 11-03"],
  ])("%s: a worked day right before a public holiday is short", (year, days) => {
    expect(sixDays.years[year]?.short).toEqual(days.split(" "));
  });

  it.each([
    ["2025", 299],
    ["2026", 299],
    ["2027", 299],
  ])("%s has %i working days", (year, worked) => {
    expect(workedDaysBetween(`${Number(year) - 1}-12-31`, `${year}-12-31`, sixDays)).toBe(worked);
  });

  it("stays official where it is known from where each day off was moved, and keeps its act", () => {
    expect(sixDays.years[2025]).toMatchObject({ status: "official", act: russia.years[2025]?.act });
    expect(actOf("2025-12-31", sixDays)).toBe("Government decree No. 1335 of 2024-10-04");
    expect(sixDays.years[2027]?.status).toBe("provisional");
  });

  it("is the same when it is made once more", () => {
    expect(sixDayWeek(sixDays)).toBe(sixDays);
  });
});

it("guesses nothing: without knowing from where a day off was moved, it is worked and the year is not official", () => {
  const { moved: _moved, ...unknown } = yearOf(russia, "2026");
  const made = sixDayWeek({ ...russia, years: { 2026: unknown } });
  expect(made.years[2026]).toMatchObject({ status: "no_transfers_known", act: null });
  expect(dayKind("2026-03-09", made)).toBe("working");
  expect(dayKind("2026-11-04", made)).toBe("publicHoliday");
});

it("keeps regional days, and invents no short day where there is none", () => {
  const year = { ...yearOf(russia, "2026"), short: [], regional: { "08-30": "Law of Tatarstan No. 1" } };
  const made = sixDayWeek({ ...russia, years: { 2026: year } });
  expect(made.years[2026]?.regional).toEqual(year.regional);
  expect(isShort("2026-11-03", made)).toBe(false);
});

it("gives a calendar of another weekend back as it is", () => {
  const israel: WorkCalendar = { ...russia, weekend: [5, 6] };
  expect(sixDayWeek(israel)).toBe(israel);
});

function yearOf(calendar: WorkCalendar, year: string) {
  const found = calendar.years[year];
  if (found === undefined) throw new Error(`no ${year}`);
  return found;
}
