import { russia } from "@otklik/shared/deadline/calendar/russia";
import { ruDefault } from "@otklik/shared/deadline/regulation/ru-default";
import { expect, it } from "vitest";
import { duePreview } from "./due-preview";

const RULES = { regulation: ruDefault, calendar: russia, zone: "Europe/Moscow" };
const NOW = new Date("2026-11-18T09:00:00Z");
const request = (change: object) => ({
  kind: "general" as const,
  anonymous: false,
  clip: { channel: "social" as const, capturedAt: "2026-11-18T08:30:00Z" },
  ...change,
});

it("tells the answer first, then the others by urgency", () => {
  const due = duePreview(request({}), NOW, RULES);
  expect(due?.map(({ clock, dueOn }) => [clock, dueOn])).toEqual([
    ["answer", "2026-11-23"],
    ["first_response", "2026-11-18"],
  ]);
});

it("counts from the capture, and never from an instant to come", () => {
  const fromCapture = duePreview(request({}), NOW, RULES)?.at(1);
  const ahead = request({ clip: { channel: "social", capturedAt: "2026-12-01T00:00:00Z" } });
  const fromNow = duePreview(ahead, NOW, RULES)?.at(1);
  expect([fromCapture?.startAt, fromNow?.startAt]).toEqual([
    "2026-11-18T08:30:00.000Z",
    "2026-11-18T09:00:00.000Z",
  ]);
});

it.each([{ anonymous: true }, { kind: "suggestion" as const }])("owes no answer where %o", (change) => {
  expect(duePreview(request(change), NOW, RULES)?.map(({ clock }) => clock)).not.toContain("answer");
});

it("counts by the organisation's own rules and calendar, and tells why", () => {
  const calendar = { ...russia, version: "own-1", weekend: [6, 7, 4] as const };
  const regulation = {
    name: "own",
    version: 3,
    timeLimits: ruDefault.timeLimits
      .filter(({ id }) => id === "answer-claim")
      .map((limit) => ({ ...limit, n: 8 })),
  };
  const claim = request({ kind: "claim" });
  expect(duePreview(claim, NOW, { regulation, calendar, zone: "Asia/Tokyo" })).toMatchObject([
    {
      clock: "answer",
      dueOn: "2026-11-27",
      startOn: "2026-11-18",
      rolledFrom: "2026-11-26",
      calendarVersion: "own-1",
      rule: { regulation: "own", regulationVersion: 3, n: 8 },
    },
  ]);
});

it("does without dates where the rules cannot be counted by", () => {
  const calendar = { ...russia, version: "own-2", weekend: [1, 2, 3, 4, 5, 6, 7] as const };
  expect(duePreview(request({}), NOW, { ...RULES, calendar })).toBeNull();
});
