import { COMPLAINT_EVENTS } from "@otklik/shared/complaint/vocabulary";
import { LOCALES } from "@otklik/shared/people/locale";
import { expect, it } from "vitest";
import { sayEvent } from "./say-event";

it.each(LOCALES)("has words for every event of the log in %s", (locale) => {
  const said = COMPLAINT_EVENTS.map((kind) => sayEvent(locale, { kind, data: { clock: "triage" } }));
  expect(new Set(said).size).toBe(COMPLAINT_EVENTS.length);
  expect(said.filter((words) => /[._{}]/.test(words))).toEqual([]);
});

it("names the step, and says when it closed the complaint", () => {
  const say = (closes: boolean) =>
    sayEvent("en", { kind: "step_recorded", data: { clock: "answer", closes } });
  expect(say(false)).toBe("Recorded: Answered");
  expect(say(true)).toBe("Recorded: Answered. The complaint is closed");
});
