import { russia } from "@otklik/shared/deadline/calendar/russia";
import { countCalendarDays } from "@otklik/shared/deadline/count/count-calendar-days";
import { countMonths } from "@otklik/shared/deadline/count/count-months";
import { expect, it } from "vitest";
import { sampleDue } from "../../../../tests/support/sample-due";
import { type TracedDue, toExplained } from "./explained-due";

const explain = (trace: TracedDue["trace"]) =>
  toExplained({ ...sampleDue({ startAt: "2025-12-29T22:30:00.000Z" }), trace }, "Europe/Moscow");

it("begins on the local day of its event", () => {
  expect(explain([]).startOn).toBe("2025-12-30");
});

it.each([
  ["a term that rolled on", countCalendarDays("2025-12-30", 10, "next", russia).days, "2026-01-09"],
  ["a term that rolled back", countCalendarDays("2026-03-02", 5, "previous", russia).days, "2026-03-07"],
  ["a month that rolled on", countMonths("2026-01-31", 1, "next", russia).days, "2026-02-28"],
  ["a term that stayed", countCalendarDays("2026-03-02", 1, "next", russia).days, null],
  ["a trace that is not known", [], null],
])("knows the last day of %s", (_what, trace, day) => {
  expect(explain(trace).rolledFrom).toBe(day);
});
