import { expect, it } from "vitest";
import { countWorkingDays } from "../count/count-working-days";
import { addDays } from "../time/local-day";
import { isCountable } from "./countable";
import { russia } from "./russia";
import type { CalendarYear, WorkCalendar } from "./work-calendar";

const EMPTY: CalendarYear = {
  act: null,
  status: "provisional",
  holidays: [],
  off: [],
  work: [],
  short: [],
  regional: {},
};
const everyDay: WorkCalendar = {
  ...russia,
  weekend: [],
  years: {},
  publicHolidays: { act: "An act", days: [] },
};

it.each([
  ["the calendar of Russia", russia, true],
  ["no day of rest at all", everyDay, true],
  ["59 days of rest", withOff("2030-03-01", 59), true],
  ["60 days of rest", withOff("2030-03-01", 60), false],
  ["59 days of rest over the end of a year", withOff("2030-12-01", 59), true],
  ["60 days of rest over the end of a year", withOff("2030-12-01", 60), false],
  ["the last day of a year before 60 days of public holidays", withHolidays(60), false],
  ["59 public holidays in every year, known or not", withHolidays(59), true],
  ["a weekend of six days", { ...russia, weekend: [1, 2, 3, 4, 5, 6] } as const, true],
])("%s", (_rule, calendar, countable) => {
  expect(isCountable(calendar)).toBe(countable);
});

it("agrees with the count: the longest rest that passes can be counted over, one day more cannot", () => {
  const from = "2030-02-28";
  expect(countWorkingDays(from, 1, withOff("2030-03-01", 59)).dueOn).toBe(addDays(from, 60));
  expect(() => countWorkingDays(from, 1, withOff("2030-03-01", 60))).toThrow(RangeError);
});

function withOff(first: string, length: number): WorkCalendar {
  const days = Array.from({ length }, (_, ahead) => addDays(first, ahead));
  const years: Record<string, CalendarYear> = {};
  for (const day of days) {
    const year = years[day.slice(0, 4)] ?? EMPTY;
    years[day.slice(0, 4)] = { ...year, off: [...year.off, day.slice(5)] };
  }
  return { ...everyDay, years };
}

function withHolidays(length: number): WorkCalendar {
  const days = Array.from({ length }, (_, ahead) => addDays("2030-06-01", ahead).slice(5));
  return { ...everyDay, publicHolidays: { act: "An act", days } };
}
