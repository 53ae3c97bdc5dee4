import { describe, expect, it } from "vitest";
import { russia } from "../calendar/russia";
import type { DayUnit, IsoDate, Roll } from "../vocabulary";
import { countTerm } from "./count-term";

/** Unit, how many, day of the event, where a last day that is not worked moves, due, provisional. */
type Vector = readonly [DayUnit, number, IsoDate, Roll, IsoDate, boolean];

/** Checked examples, by the production calendar of Russia. */
const CHECKED: readonly Vector[] = [
  ["working_day", 1, "2025-04-30", "next", "2025-05-05", false],
  ["working_day", 1, "2025-11-01", "next", "2025-11-05", false],
  ["working_day", 1, "2026-11-03", "next", "2026-11-05", false],
  ["working_day", 3, "2025-06-10", "next", "2025-06-17", false],
  ["working_day", 3, "2025-11-01", "next", "2025-11-07", false],
  ["working_day", 3, "2026-02-19", "next", "2026-02-25", false],
  ["working_day", 3, "2026-11-02", "next", "2026-11-06", false],
  ["working_day", 15, "2025-04-14", "next", "2025-05-07", false],
  ["working_day", 25, "2025-12-15", "next", "2026-01-29", false],
  ["calendar_day", 10, "2025-12-22", "next", "2026-01-12", false],
  ["calendar_day", 10, "2026-04-29", "next", "2026-05-12", false],
  ["calendar_day", 30, "2025-10-04", "next", "2025-11-05", false],
  ["calendar_day", 30, "2026-04-09", "next", "2026-05-12", false],
  ["calendar_day_without_public_holidays", 10, "2025-04-25", "next", "2025-05-06", false],
  ["calendar_day_without_public_holidays", 10, "2026-04-28", "next", "2026-05-12", false],
  ["working_day", 3, "2027-12-28", "next", "2028-01-10", true],
  ["calendar_day", 10, "2027-10-25", "next", "2027-11-08", true],
];

/** More of the kind, from a count of another make: over every holiday of 2025 to 2028, with each roll. */
const COUNTED: readonly Vector[] = [
  ["working_day", 1, "2025-01-01", "next", "2025-01-09", false],
  ["working_day", 1, "2025-03-07", "next", "2025-03-10", false],
  ["working_day", 3, "2025-03-06", "next", "2025-03-11", false],
  ["working_day", 10, "2025-04-25", "next", "2025-05-15", false],
  ["working_day", 1, "2025-05-07", "next", "2025-05-12", false],
  ["working_day", 2, "2025-06-11", "next", "2025-06-17", false],
  ["working_day", 1, "2025-10-31", "next", "2025-11-01", false],
  ["working_day", 2, "2025-10-31", "next", "2025-11-05", false],
  ["working_day", 1, "2025-12-30", "next", "2026-01-12", false],
  ["working_day", 1, "2025-12-31", "next", "2026-01-12", false],
  ["working_day", 10, "2025-12-19", "next", "2026-01-14", false],
  ["working_day", 247, "2024-12-31", "next", "2025-12-30", false],
  ["working_day", 1, "2026-01-08", "next", "2026-01-12", false],
  ["working_day", 1, "2026-02-20", "next", "2026-02-24", false],
  ["working_day", 1, "2026-03-06", "next", "2026-03-10", false],
  ["working_day", 10, "2026-04-24", "next", "2026-05-12", false],
  ["working_day", 15, "2026-04-20", "next", "2026-05-13", false],
  ["working_day", 1, "2026-05-08", "next", "2026-05-12", false],
  ["working_day", 5, "2026-06-05", "next", "2026-06-15", false],
  ["working_day", 10, "2026-12-16", "next", "2026-12-30", false],
  ["working_day", 11, "2026-12-16", "next", "2027-01-11", true],
  ["working_day", 1, "2026-12-30", "next", "2027-01-11", true],
  ["working_day", 30, "2026-11-23", "next", "2027-01-13", true],
  ["working_day", 1, "2027-02-19", "next", "2027-02-20", true],
  ["working_day", 1, "2027-02-20", "next", "2027-02-24", true],
  ["working_day", 5, "2027-04-30", "next", "2027-05-11", true],
  ["working_day", 1, "2027-06-11", "next", "2027-06-15", true],
  ["working_day", 1, "2027-11-03", "next", "2027-11-08", true],
  ["working_day", 1, "2027-12-30", "next", "2028-01-10", true],
  ["working_day", 1, "2028-02-28", "next", "2028-02-29", true],
  ["working_day", 3, "2028-04-28", "next", "2028-05-04", true],
  ["working_day", 1, "2028-11-03", "next", "2028-11-06", true],
  ["calendar_day", 1, "2025-01-01", "next", "2025-01-09", false],
  ["calendar_day", 30, "2025-12-02", "next", "2026-01-12", false],
  ["calendar_day", 10, "2025-12-30", "next", "2026-01-12", false],
  ["calendar_day", 7, "2025-10-25", "next", "2025-11-01", false],
  ["calendar_day", 30, "2025-10-02", "next", "2025-11-01", false],
  ["calendar_day", 60, "2025-11-05", "next", "2026-01-12", false],
  ["calendar_day", 10, "2025-06-03", "next", "2025-06-16", false],
  ["calendar_day", 30, "2026-01-29", "next", "2026-03-02", false],
  ["calendar_day", 10, "2026-10-25", "next", "2026-11-05", false],
  ["calendar_day", 30, "2026-11-30", "next", "2026-12-30", false],
  ["calendar_day", 30, "2026-12-01", "next", "2027-01-11", true],
  ["calendar_day", 30, "2026-12-02", "next", "2027-01-11", true],
  ["calendar_day", 7, "2027-02-13", "next", "2027-02-20", true],
  ["calendar_day", 10, "2027-02-11", "next", "2027-02-24", true],
  ["calendar_day", 30, "2028-01-30", "next", "2028-02-29", true],
  ["calendar_day", 365, "2025-11-04", "next", "2026-11-05", false],
  ["calendar_day", 10, "2025-12-22", "previous", "2025-12-30", false],
  ["calendar_day", 30, "2025-12-02", "previous", "2025-12-30", false],
  ["calendar_day", 7, "2025-10-25", "previous", "2025-11-01", false],
  ["calendar_day", 30, "2025-10-04", "previous", "2025-11-01", false],
  ["calendar_day", 10, "2026-04-29", "previous", "2026-05-08", false],
  ["calendar_day", 30, "2026-04-09", "previous", "2026-05-08", false],
  ["calendar_day", 30, "2026-12-02", "previous", "2026-12-30", true],
  ["calendar_day", 10, "2027-10-25", "previous", "2027-11-03", true],
  ["calendar_day", 14, "2028-02-20", "previous", "2028-03-03", true],
  ["calendar_day", 10, "2025-12-22", "none", "2026-01-01", false],
  ["calendar_day", 30, "2026-04-09", "none", "2026-05-09", false],
  ["calendar_day", 30, "2026-12-02", "none", "2027-01-01", false],
  ["calendar_day", 10, "2028-02-19", "none", "2028-02-29", false],
  ["calendar_day", 1, "2028-02-28", "none", "2028-02-29", false],
  ["calendar_day_without_public_holidays", 1, "2025-11-03", "next", "2025-11-05", false],
  ["calendar_day_without_public_holidays", 10, "2025-12-22", "next", "2026-01-12", false],
  ["calendar_day_without_public_holidays", 1, "2025-12-31", "next", "2026-01-12", false],
  ["calendar_day_without_public_holidays", 10, "2025-12-31", "next", "2026-01-19", false],
  ["calendar_day_without_public_holidays", 10, "2026-02-16", "next", "2026-02-27", false],
  ["calendar_day_without_public_holidays", 10, "2026-03-01", "next", "2026-03-12", false],
  ["calendar_day_without_public_holidays", 30, "2026-04-20", "next", "2026-05-22", false],
  ["calendar_day_without_public_holidays", 10, "2026-06-02", "next", "2026-06-15", false],
  ["calendar_day_without_public_holidays", 10, "2026-10-29", "next", "2026-11-09", false],
  ["calendar_day_without_public_holidays", 10, "2026-12-21", "next", "2027-01-11", true],
  ["calendar_day_without_public_holidays", 10, "2026-12-22", "next", "2027-01-11", true],
  ["calendar_day_without_public_holidays", 10, "2027-02-13", "next", "2027-02-24", true],
  ["calendar_day_without_public_holidays", 10, "2027-05-01", "next", "2027-05-12", true],
  ["calendar_day_without_public_holidays", 10, "2028-02-18", "next", "2028-02-29", true],
  ["calendar_day_without_public_holidays", 10, "2025-04-25", "previous", "2025-05-06", false],
  ["calendar_day_without_public_holidays", 10, "2026-04-28", "previous", "2026-05-08", false],
  ["calendar_day_without_public_holidays", 10, "2025-04-25", "none", "2025-05-06", false],
  ["calendar_day_without_public_holidays", 10, "2026-04-28", "none", "2026-05-10", false],
  ["calendar_day_without_public_holidays", 10, "2026-12-25", "none", "2027-01-12", true],
];

describe("TIME-06 due dates by the production calendar: the checked examples", () => {
  it.each(CHECKED)("%s %i from %s, roll %s: %s, provisional %s", expectVector);
});

describe("TIME-06 due dates over moved days, holidays and the end of the official years", () => {
  it.each(COUNTED)("%s %i from %s, roll %s: %s, provisional %s", expectVector);
});

function expectVector(...[unit, n, startOn, roll, dueOn, provisional]: Vector): void {
  expect(countTerm(unit, { n, roll }, startOn, russia)).toMatchObject({ dueOn, provisional });
}
