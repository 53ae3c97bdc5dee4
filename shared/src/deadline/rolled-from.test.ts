import { expect, it } from "vitest";
import { russia } from "./calendar/russia";
import { rolledFrom } from "./rolled-from";

it.each([
  ["from a Saturday to Monday", "calendar_day", 30, "next", "2026-01-29", "2026-03-02", "2026-02-28"],
  ["over the New Year holidays", "calendar_day", 30, "next", "2025-12-02", "2026-01-12", "2026-01-01"],
  ["back to Friday", "calendar_day", 30, "previous", "2026-01-29", "2026-02-27", "2026-02-28"],
  ["not where the last day is worked", "calendar_day", 30, "next", "2026-02-02", "2026-03-04", null],
  ["not where the rule moves nothing", "calendar_day", 30, "none", "2026-01-29", "2026-02-28", null],
  ["not for working days", "working_day", 3, "next", "2026-02-27", "2026-03-04", null],
  ["not for hours", "hour", 24, "next", "2026-02-27", "2026-02-28", null],
  ["not a date that was agreed", "calendar_day", 30, "next", "2026-01-29", "2026-03-16", null],
] as const)("%s", (_rule, unit, n, roll, startOn, dueOn, from) => {
  expect(rolledFrom({ unit, n, roll }, startOn, dueOn, russia)).toBe(from);
});
