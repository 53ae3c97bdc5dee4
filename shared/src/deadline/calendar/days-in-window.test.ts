import { describe, expect, it } from "vitest";
import type { CalendarWindow } from "./calendar-window";
import { openTimeIn, ordinaryDaysIn, workedDaysIn } from "./days-in-window";
import { russia } from "./russia";
import { windowOf } from "./window-of";
import { workedDaysBetween } from "./work-calendar";

/** Monday 2025-12-01 to Sunday 2025-12-14, with a holiday on the second Monday. */
const WINDOW: CalendarWindow = {
  from: "2025-12-01",
  days: "wwwwwoohwwwwoo",
  open: [
    ["2025-12-01T06:00:00.000Z", "2025-12-01T10:00:00.000Z"],
    ["2025-12-01T11:00:00.000Z", "2025-12-01T15:00:00.000Z"],
  ],
};

describe("workedDaysIn", () => {
  it.each([
    ["the first day is not counted", "2025-12-01", "2025-12-01", 0],
    ["the last one is", "2025-12-01", "2025-12-02", 1],
    ["over a weekend and a holiday", "2025-12-05", "2025-12-09", 1],
    ["to a day off", "2025-12-05", "2025-12-07", 0],
    ["backwards", "2025-12-09", "2025-12-01", 0],
    ["from the day before the first", "2025-11-30", "2025-12-01", 1],
    ["from earlier than the window knows", "2025-11-29", "2025-12-01", null],
    ["to the last day", "2025-12-12", "2025-12-14", 0],
    ["further than the window reaches", "2025-12-12", "2025-12-15", null],
  ])("%s", (_what, from, to, days) => {
    expect(workedDaysIn(WINDOW, from, to)).toBe(days);
  });

  it("counts as the calendar does from which the window was taken", () => {
    const window = windowOf(russia, "2025-12-20T09:00:00Z", "Europe/Moscow");
    for (const to of ["2025-12-20", "2025-12-31", "2026-01-12", "2026-05-12", "2026-12-21"]) {
      expect(workedDaysIn(window, "2025-12-20", to)).toBe(workedDaysBetween("2025-12-20", to, russia));
    }
  });
});

it("leaves public holidays out, and nothing else", () => {
  expect(ordinaryDaysIn(WINDOW, "2025-12-05", "2025-12-09")).toBe(3);
  expect(ordinaryDaysIn(WINDOW, "2025-12-05", "2025-12-15")).toBeNull();
});

describe("openTimeIn", () => {
  it.each([
    ["before opening", "2025-12-01T05:00:00.000Z", "2025-12-01T07:00:00.000Z", 60],
    ["while open, over lunch", "2025-12-01T09:30:00.000Z", "2025-12-01T11:30:00.000Z", 60],
    ["during lunch", "2025-12-01T10:15:00.000Z", "2025-12-01T11:30:00.000Z", 30],
    ["to the last moment that is known", "2025-12-01T14:00:00.000Z", "2025-12-01T15:00:00.000Z", 60],
    ["when it has passed", "2025-12-01T14:00:00.000Z", "2025-12-01T13:00:00.000Z", 0],
    ["further than the hours reach", "2025-12-01T14:00:00.000Z", "2025-12-01T15:00:00.001Z", null],
  ])("%s", (_what, from, to, minutes) => {
    const open = openTimeIn(WINDOW, new Date(from), to);
    expect(open === null ? null : open / 60_000).toBe(minutes);
  });

  it("knows nothing without hours", () => {
    expect(openTimeIn({ ...WINDOW, open: [] }, new Date(0), "1970-01-01T00:00:00.000Z")).toBeNull();
  });
});
