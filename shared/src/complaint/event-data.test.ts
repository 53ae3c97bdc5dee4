import { expect, it } from "vitest";
import { datedEventSchema } from "./event-data";
import { COMPLAINT_EVENTS } from "./vocabulary";

const MOVES_NOTHING: readonly string[] = [
  "registered",
  "evidence_stored",
  "clip_added",
  "step_recorded",
  "subject_named",
  "subject_removed",
  "task_link_issued",
  "task_link_revoked",
  "task_link_used",
];

it("knows every event of the log but those that move nothing", () => {
  const dated = datedEventSchema.options.map(({ shape }) => shape.kind.value);
  expect([...dated].sort()).toEqual(COMPLAINT_EVENTS.filter((kind) => !MOVES_NOTHING.includes(kind)).sort());
});

it("takes an event for what it tells, and no other", () => {
  const move = {
    clock: "answer",
    before: { dueAt: "2026-04-09T21:00:00.000Z", dueOn: "2026-04-09", provisional: false },
    after: null,
  };
  const paused = { kind: "pause_started", data: { reason: "Ждём.", moves: [move] } };
  const isTold = (event: unknown) => datedEventSchema.safeParse(event).success;
  expect(isTold(paused)).toBe(true);
  expect(isTold({ ...paused, data: {} })).toBe(false);
  expect(isTold({ kind: "registered", data: { year: 2026, ordinal: 1 } })).toBe(false);
});
