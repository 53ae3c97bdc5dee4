import { describe, expect, it } from "vitest";
import { russia } from "./calendar/russia";
import { dueDatesOf } from "./due";
import { ruDefault } from "./regulation/ru-default";
import { traceOf } from "./why";

const MOSCOW = "Europe/Moscow";

describe("traceOf", () => {
  it("tells every day of a term in working days, and the acts", () => {
    const general = dueOf("answer", { kind: "general", receivedAt: "2025-10-31T09:00:00Z" });
    expect(traceOf(general, ruDefault, russia, MOSCOW)).toEqual([
      { on: "2025-10-31", reason: "day.event", counted: false, act: "Civil Code art. 191" },
      {
        on: "2025-11-01",
        reason: "day.workingWeekend",
        counted: true,
        act: "Government decree No. 1335 of 2024-10-04",
      },
      { on: "2025-11-02", reason: "day.weekend", counted: false, act: null },
      {
        on: "2025-11-03",
        reason: "day.dayOff",
        counted: false,
        act: "Government decree No. 1335 of 2024-10-04",
      },
      { on: "2025-11-04", reason: "day.publicHoliday", counted: false, act: "Labour Code art. 112" },
      { on: "2025-11-05", reason: "day.working", counted: true, act: null },
      { on: "2025-11-06", reason: "day.working", counted: true, act: null },
    ]);
  });

  it("tells how a term in calendar days rolled off its last day", () => {
    const claim = dueOf("answer", { kind: "claim", registeredAt: "2026-04-09T09:00:00Z" });
    const trace = traceOf(claim, ruDefault, russia, MOSCOW);
    expect(trace).toHaveLength(34);
    expect(trace.slice(-4)).toEqual([
      { on: "2026-05-09", reason: "day.publicHoliday", counted: true, act: "Labour Code art. 112" },
      { on: "2026-05-10", reason: "day.weekend", counted: false, act: null },
      {
        on: "2026-05-11",
        reason: "day.dayOff",
        counted: false,
        act: "Labour Code art. 112",
      },
      { on: "2026-05-12", reason: "roll.next", counted: false, act: "Civil Code art. 193" },
    ]);
  });

  it("tells that hours run round the clock", () => {
    const first = dueOf("first_response", { receivedAt: "2025-12-02T20:30:00Z" });
    expect(traceOf(first, ruDefault, russia, MOSCOW)).toEqual([
      {
        on: "2025-12-02",
        reason: "run.clock",
        counted: true,
        act: null,
        span: { from: "2025-12-02T20:30:00.000Z", to: "2025-12-02T21:30:00.000Z" },
      },
    ]);
  });

  it.each([
    ["calendar", { ...russia, version: "ru-2027-10" }, ruDefault],
    ["regulation", russia, { ...ruDefault, version: 9 }],
    ["set of rules", russia, { ...ruDefault, timeLimits: [] }],
  ])("explains nothing by another %s than the one that made the date", (_what, calendar, regulation) => {
    const claim = dueOf("answer", {});
    expect(traceOf(claim, ruDefault, russia, MOSCOW)).not.toEqual([]);
    expect(traceOf(claim, regulation, calendar, MOSCOW)).toEqual([]);
  });
});

function dueOf(clock: string, facts: Partial<Parameters<typeof dueDatesOf>[0]>) {
  const at = "2025-12-02T09:00:00Z";
  const complaint = {
    kind: "claim",
    channel: "social",
    anonymous: false,
    bases: [],
    receivedAt: at,
    registeredAt: at,
  } as const;
  const due = dueDatesOf({ ...complaint, ...facts }, ruDefault, russia, MOSCOW).find(
    (one) => one.clock === clock,
  );
  if (due === undefined) throw new Error(`no clock ${clock}`);
  return due;
}
