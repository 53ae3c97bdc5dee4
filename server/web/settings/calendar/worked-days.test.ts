import { russia } from "@otklik/shared/deadline/calendar/russia";
import { expect, it } from "vitest";
import { withChoice } from "./edit/day-choice";
import { workedDaysOf } from "./worked-days";

it.each([
  ["2025 in Russia", 2025, russia, { worked: 247, short: 4 }],
  ["2026 in Russia", 2026, russia, { worked: 247, short: 4 }],
  ["with a day off more", 2026, withChoice(russia, "2026-11-25", "off"), { worked: 246, short: 4 }],
  [
    "a short day that is off is none",
    2026,
    withChoice(russia, "2026-04-30", "off"),
    { worked: 246, short: 3 },
  ],
  [
    "a year without data",
    2031,
    { ...russia, publicHolidays: { act: "", days: [] } },
    { worked: 261, short: 0 },
  ],
])("%s", (_what, year, calendar, days) => {
  expect(workedDaysOf(year, calendar)).toEqual(days);
});
