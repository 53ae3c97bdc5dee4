import { expect, it } from "vitest";
import { dueTone } from "./due-tone";

const zone = "Europe/Moscow";
// Until the end of 4 March in Moscow.
const due = { dueAt: "2026-03-04T21:00:00.000Z", dueOn: "2026-03-04" };

it.each([
  ["the last instant of the day before is in time", "2026-03-03T20:59:59.999Z", "in_time"],
  ["the first instant of the last day is soon", "2026-03-03T21:00:00.000Z", "soon"],
  ["the last instant of the term is soon", "2026-03-04T20:59:59.999Z", "soon"],
  ["the instant itself is overdue", "2026-03-04T21:00:00.000Z", "overdue"],
])("%s", (_rule, now, tone) => {
  expect(dueTone(due, new Date(now), zone)).toBe(tone);
});

it("owes nothing without a due date", () => {
  expect(dueTone(null, new Date("2026-03-04T00:00:00Z"), zone)).toBe("none");
});
