import { describe, expect, it } from "vitest";
import type { MonthDay } from "../vocabulary";
import { calendarChanges } from "./calendar-changes";
import { daysOfYear } from "./days-of-year";
import { addDaysOff, type FileYear, mergeFileYear } from "./file-year";
import { russia } from "./russia";
import { sixDayWeek } from "./six-day-week";
import { type CalendarYear, dayKind, isShort, isWorked, type WorkCalendar } from "./work-calendar";

describe("mergeFileYear", () => {
  it.each(["2025", "2026", "2027"])("changes nothing when the file says of %s what is there", (year) => {
    expect(mergeFileYear(russia, fileOf(russia, year))).toEqual(russia);
    expect(mergeFileYear(sixDayWeek(russia), fileOf(sixDayWeek(russia), year))).toEqual(sixDayWeek(russia));
  });

  it.each(["2025", "2026", "2027"])("builds %s from the file alone, without act and not official", (year) => {
    const made = mergeFileYear({ ...russia, years: {} }, fileOf(russia, year));
    const { act: _act, status: _status, ...days } = yearOf(russia, year);
    expect(made?.years[year]).toEqual({ act: null, status: "provisional", ...days });
  });

  it("takes the act from a year whose days are others now, and leaves the other years", () => {
    const made = merged(russia, { ...fileOf(russia, "2026"), short: new Set() });
    expect(made.years[2026]).toMatchObject({ act: null, status: "provisional", short: [] });
    expect(made.years[2025]).toBe(russia.years[2025]);
  });

  it("learns from where days off were moved without taking the act away", () => {
    const { moved: _moved, ...unknown } = yearOf(russia, "2026");
    const before = { ...russia, years: { 2026: unknown } };
    expect(merged(before, fileOf(russia, "2026")).years[2026]).toEqual(russia.years[2026]);
  });

  it("reads a file of five days into a week of six by what was moved from a Sunday", () => {
    const into = { ...sixDayWeek(russia), years: {} };
    expect(calendarChanges(merged(into, fileOf(russia, "2025")), sixDayWeek(only("2025")))).toEqual([]);
  });

  it.each([
    ["six days into five", fileOf(sixDayWeek(russia), "2026"), russia],
    ["Saturday and Sunday into Friday and Saturday", fileOf(russia, "2026"), weekend([5, 6])],
    ["Friday and Saturday into six days", fileOf(weekend([5, 6]), "2026"), weekend([7])],
  ])("does not mix weeks: %s", (_rule, file, into) => {
    expect(mergeFileYear(into, file)).toBeNull();
  });

  it("keeps regional days, which a file for the whole country does not know", () => {
    const year = { ...yearOf(russia, "2026"), regional: { "08-31": "Law No. 1" } };
    const into = { ...russia, years: { ...russia.years, 2026: year } };
    const made = merged(into, { ...fileOf(russia, "2026"), short: new Set() });
    expect(dayKind("2026-08-31", made)).toBe("regionalDayOff");
    const named = fileOf(into, "2026");
    expect(merged(into, named)).toEqual(into);
  });

  it.each([
    [
      "a public holiday that the file has worked",
      { rest: without("2026-11-04") },
      "2026-11-04",
      "workingWeekend",
    ],
    [
      "a holiday of this year alone",
      { rest: and("05-06"), holidays: set("05-06") },
      "2026-05-06",
      "publicHoliday",
    ],
    ["a holiday that the same file has worked", { holidays: set("08-05") }, "2026-08-05", "working"],
    ["a weekend that is worked", { rest: without("2026-08-01") }, "2026-08-01", "workingWeekend"],
  ] as const)("%s", (_rule, changed, on, kind) => {
    expect(dayKind(on, merged(russia, { ...fileOf(russia, "2026"), ...changed }))).toBe(kind);
  });

  it("has no short day that is not worked", () => {
    const file = { ...fileOf(russia, "2026"), short: set("11-04", "11-07", "11-03") };
    expect(merged(russia, file).years[2026]?.short).toEqual(["11-03"]);
  });
});

describe("addDaysOff", () => {
  it("leaves an official year its act: what it does not grant is the organisation's", () => {
    const made = addDaysOff(
      russia,
      new Map([
        ["2026-08-05", "Day of the firm"],
        ["2026-11-04", "Unity Day"],
      ]),
    );
    expect(made.years[2026]).toEqual({
      ...yearOf(russia, "2026"),
      regional: { "08-05": "Day of the firm" },
    });
  });

  it("adds to a year that is not official, in order, and makes one that is not there", () => {
    const made = addDaysOff(
      russia,
      new Map([
        ["2028-05-08", "a"],
        ["2027-01-11", "b"],
        ["2027-08-05", "c"],
        ["2027-08-07", "a Saturday"],
      ]),
    );
    expect(made.years[2027]?.off).toEqual([...yearOf(russia, "2027").off, "01-11", "08-05"].sort());
    expect(made.years[2028]).toMatchObject({ status: "provisional", act: null, off: ["05-08"] });
  });

  it("changes nothing by days that are off already", () => {
    expect(addDaysOff(russia, new Map([["2030-01-01", "New Year"]]))).toEqual(russia);
  });
});

/** As a file would say it that names every day. */
function fileOf(calendar: WorkCalendar, year: string): FileYear {
  const days = daysOfYear(year);
  const isPublic = (day: MonthDay) => dayKind(`${year}-${day}`, calendar) === "publicHoliday";
  return {
    year,
    rest: new Set(days.filter((day) => !isWorked(`${year}-${day}`, calendar))),
    short: new Set(days.filter((day) => isShort(`${year}-${day}`, calendar))),
    holidays: new Set(days.filter(isPublic)),
    moved: calendar.years[year]?.moved ?? {},
  };
}

function merged(into: WorkCalendar, file: FileYear): WorkCalendar {
  const made = mergeFileYear(into, file);
  if (made === null) throw new Error("the weeks differ");
  return made;
}

function only(year: string): WorkCalendar {
  return { ...russia, years: { [year]: yearOf(russia, year) } };
}

function weekend(days: WorkCalendar["weekend"]): WorkCalendar {
  return { ...russia, weekend: days, years: {} };
}

function set(...days: MonthDay[]): ReadonlySet<MonthDay> {
  return new Set(days);
}

function without(on: string): ReadonlySet<MonthDay> {
  return new Set([...fileOf(russia, "2026").rest].filter((day) => day !== on.slice(5)));
}

function and(day: MonthDay): ReadonlySet<MonthDay> {
  return new Set([...fileOf(russia, "2026").rest, day]);
}

function yearOf(calendar: WorkCalendar, year: string): CalendarYear {
  const found = calendar.years[year];
  if (found === undefined) throw new Error(`no ${year}`);
  return found;
}
