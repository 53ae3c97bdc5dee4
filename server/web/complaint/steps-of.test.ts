import type { Clock } from "@otklik/shared/deadline/vocabulary";
import { expect, it } from "vitest";
import { sampleDue } from "../../../tests/support/sample-due";
import { stepsOf } from "./steps-of";

const due = (clock: Clock, dueAt: string, metAt: string | null = null) =>
  sampleDue({ clock, dueAt, dueOn: dueAt.slice(0, 10), metAt });

it("lists what is owed, the earliest first; the answer closes", () => {
  const dueDates = [due("answer", "2026-04-01T21:00:00.000Z"), due("triage", "2026-03-03T21:00:00.000Z")];
  expect(stepsOf({ status: "registered", dueDates, pausedClocks: [] })).toEqual([
    { clock: "triage", closes: false },
    { clock: "answer", closes: true },
  ]);
});

it("the last thing owed closes, whatever it is", () => {
  const dueDates = [
    due("first_response", "2026-03-02T10:00:00.000Z", "2026-03-02T09:30:00.000Z"),
    due("triage", "2026-03-03T21:00:00.000Z"),
  ];
  expect(stepsOf({ status: "registered", dueDates, pausedClocks: [] })).toEqual([
    { clock: "triage", closes: true },
  ]);
});

it("what stands still is owed too, so that what runs is not the last", () => {
  const { rule, dueAt, dueOn } = due("first_response", "2026-03-02T10:00:00.000Z");
  const pausedClocks = [{ clock: "first_response" as const, rule, dueAt, dueOn }];
  const dueDates = [due("triage", "2026-03-03T21:00:00.000Z")];
  expect(stepsOf({ status: "registered", dueDates, pausedClocks })).toEqual([
    { clock: "first_response", closes: false },
    { clock: "triage", closes: false },
  ]);
});

it("nothing is owed on a closed complaint, not even what was never done", () => {
  const dueDates = [due("triage", "2026-03-03T21:00:00.000Z")];
  expect(stepsOf({ status: "closed", dueDates, pausedClocks: [] })).toEqual([]);
});
