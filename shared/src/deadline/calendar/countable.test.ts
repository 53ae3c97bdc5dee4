import { expect, it } from "vitest";
import { countBusinessTime } from "../count/count-business-time";
import { countWorkingDays } from "../count/count-working-days";
import { addDays } from "../time/local-day";
import type { BusinessHours } from "./business-hours";
import { isCountable, opensAgain } from "./countable";
import { russia } from "./russia";
import type { CalendarYear, WorkCalendar } from "./work-calendar";

const NINE_TO_SIX = [{ from: "09:00", to: "18:00" }];
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

it.each([
  ["the calendar of Russia", russia, true],
  ["a week without hours", withHours({ week: Array(7).fill([]) }), false],
  ["hours on Saturdays alone, which are worked", withHours({ week: onlySaturday() }), true],
  [
    "hours on Sundays alone, where days off are closed",
    withHours({ week: onlySunday(), workingWeekend: [] }),
    false,
  ],
  [
    "hours on Sundays alone, where days off are open",
    withHours({ week: onlySunday(), onDaysOff: "open" }),
    true,
  ],
  ["59 days closed by date", withHours({ dates: closed(59) }), true],
  ["60 days closed by date, in a year without other data", withHours({ dates: closed(60) }), false],
] as const)("opens again: %s", (_rule, calendar, opens) => {
  expect(opensAgain(calendar)).toBe(opens);
});

it("agrees with the count of business time", () => {
  const from = Date.UTC(2031, 1, 28, 20);
  const count = (length: number) =>
    countBusinessTime(from, 1, "business_hour", withHours({ dates: closed(length) }), "Asia/Tokyo");
  expect(count(59).dueOn).toBe(addDays("2031-03-01", 59));
  expect(() => count(62)).toThrow(RangeError);
});

function withHours(hours: Partial<BusinessHours>): WorkCalendar {
  return {
    ...everyDay,
    weekend: [7],
    hours: { ...russia.hours, week: Array(7).fill(NINE_TO_SIX), ...hours },
  };
}

function onlySaturday() {
  return [[], [], [], [], [], NINE_TO_SIX, []];
}

function onlySunday() {
  return [[], [], [], [], [], [], NINE_TO_SIX];
}

function closed(length: number): BusinessHours["dates"] {
  return Object.fromEntries(Array.from({ length }, (_, ahead) => [addDays("2031-03-01", ahead), []]));
}

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
