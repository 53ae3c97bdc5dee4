import type { TimeLimit } from "@otklik/shared/deadline/regulation/regulation";

/** A valid rule; whatever a test is about, it says itself in `overrides`. */
export function sampleRule(overrides: Partial<TimeLimit> = {}): TimeLimit {
  return {
    id: "answer",
    clock: "answer",
    family: "legal",
    appliesTo: {},
    unit: "calendar_day",
    n: 30,
    from: "registered",
    roll: "next",
    end: "day_end",
    pausable: false,
    priority: 0,
    extension: null,
    basis: { act: "regulation", clause: "3.3.5", url: null, checkedOn: "2026-11-21" },
    ...overrides,
  };
}
