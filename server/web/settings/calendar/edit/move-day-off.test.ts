import { russia } from "@otklik/shared/deadline/calendar/russia";
import { dayKind } from "@otklik/shared/deadline/calendar/work-calendar";
import { describe, expect, it } from "vitest";
import { moveDayOff, moveFault } from "./move-day-off";

describe("moveDayOff", () => {
  it.each([
    ["from a Saturday: it is worked", "2026-11-21", "2026-11-23", "workingWeekend", "dayOff"],
    ["from a holiday on a Sunday: it stays one", "2026-03-08", "2026-03-10", "publicHoliday", "dayOff"],
    ["from a day off: it is worked again", "2026-05-11", "2026-05-12", "working", "dayOff"],
    ["over the end of the year", "2026-12-26", "2027-01-11", "workingWeekend", "dayOff"],
    ["to a worked Saturday: it is a weekend again", "2025-11-03", "2025-11-01", "working", "weekend"],
  ])("%s", (_rule, from, to, kindOfFrom, kindOfTo) => {
    expect(moveFault(russia, from, to)).toBeNull();
    const calendar = moveDayOff(russia, from, to);
    expect([dayKind(from, calendar), dayKind(to, calendar)]).toEqual([kindOfFrom, kindOfTo]);
  });

  it("keeps from where it was moved, within one year", () => {
    const within = moveDayOff(russia, "2026-11-21", "2026-11-23").years["2026"];
    expect(within?.moved).toMatchObject({ "11-23": "11-21" });
    const over = moveDayOff(russia, "2026-12-26", "2027-01-11").years["2027"];
    expect(over?.moved ?? {}).not.toHaveProperty("01-11");
  });
});

it.each([
  ["a worked day has no day off to give", "2026-11-24", "2026-11-25", "from-worked"],
  ["a day off can take none", "2026-11-21", "2026-11-22", "to-not-worked"],
  ["nor can the day itself", "2026-11-21", "2026-11-21", "to-not-worked"],
])("%s", (_rule, from, to, fault) => {
  expect(moveFault(russia, from, to)).toBe(fault);
});
