import { russia } from "@otklik/shared/deadline/calendar/russia";
import type { Regulation, TimeLimit } from "@otklik/shared/deadline/regulation/regulation";
import { ruDefault } from "@otklik/shared/deadline/regulation/ru-default";
import { expect, it } from "vitest";
import { sampleRule } from "../../../../../tests/support/sample-rule";
import { countDates } from "./count-dates";
import { factsOf, sampleAt } from "./sample";

const zone = "Europe/Moscow";
const facts = factsOf(sampleAt(new Date("2025-12-02T15:40:00.000Z"), zone), zone);

function datesBy(draft: Regulation, present: Regulation) {
  if (facts === null) throw new Error("the sample has its times");
  return countDates(facts, draft, present, russia, zone);
}

const rules = (...timeLimits: TimeLimit[]): Regulation => ({ name: "draft", version: 1, timeLimits });

it("gives every date of the draft with its days, and the same by the same rules", () => {
  const dates = datesBy({ ...ruDefault, name: "draft" }, ruDefault);
  expect(dates.map(({ clock }) => clock)).toEqual(["term_notice", "first_response", "triage", "answer"]);
  expect(dates.map(({ draft }) => draft?.dueAt)).toEqual(dates.map(({ present }) => present?.dueAt));
  expect(dates.find(({ clock }) => clock === "answer")?.draft).toMatchObject({ dueOn: "2026-01-12" });
  expect(dates.every(({ draft }) => draft !== null && draft.trace.length > 0)).toBe(true);
});

it("tells the dates that differ, those that are new and those that would be gone", () => {
  const present = rules(sampleRule(), sampleRule({ id: "triage", clock: "triage", n: 1 }));
  const draft = rules(sampleRule({ n: 10 }), sampleRule({ id: "first", clock: "first_response", n: 2 }));
  const dates = datesBy(draft, present);
  expect(
    dates.map(({ clock, draft: ours, present: now }) => [clock, ours?.dueOn ?? null, now?.dueOn ?? null]),
  ).toEqual([
    ["first_response", "2025-12-04", null],
    ["answer", "2025-12-12", "2026-01-12"],
    ["triage", null, "2025-12-03"],
  ]);
});
