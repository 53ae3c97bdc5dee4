import { expect, it } from "vitest";
import { duePreview } from "./due-preview";

const NOW = new Date("2026-11-18T09:00:00Z");
const request = (change: object) => ({
  kind: "general" as const,
  anonymous: false,
  clip: { channel: "social" as const, capturedAt: "2026-11-18T08:30:00Z" },
  ...change,
});

it("tells the answer first, then the others by urgency", () => {
  const due = duePreview(request({}), NOW, "Europe/Moscow");
  expect(due.map(({ clock, dueOn }) => [clock, dueOn])).toEqual([
    ["answer", "2026-11-23"],
    ["first_response", "2026-11-18"],
  ]);
});

it("counts from the capture, and never from an instant to come", () => {
  const fromCapture = duePreview(request({}), NOW, "Europe/Moscow").at(1);
  const ahead = request({ clip: { channel: "social", capturedAt: "2026-12-01T00:00:00Z" } });
  const fromNow = duePreview(ahead, NOW, "Europe/Moscow").at(1);
  expect([fromCapture?.startAt, fromNow?.startAt]).toEqual([
    "2026-11-18T08:30:00.000Z",
    "2026-11-18T09:00:00.000Z",
  ]);
});

it.each([{ anonymous: true }, { kind: "suggestion" as const }])("owes no answer where %o", (change) => {
  expect(duePreview(request(change), NOW, "Europe/Moscow").map(({ clock }) => clock)).not.toContain("answer");
});
