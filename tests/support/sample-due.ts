import type { Complaint } from "@otklik/shared/complaint/complaint";
import type { DueRule } from "@otklik/shared/deadline/due-date";

type Due = Complaint["dueDates"][number];
type Overrides = Partial<Omit<Due, "rule">> & { readonly rule?: Partial<DueRule> };

/** The answer's due date as a complaint carries it; whatever a test is about, it says itself in `overrides`. */
export function sampleDue({ rule, ...rest }: Overrides = {}): Due {
  return {
    clock: "answer",
    dueAt: "2026-03-12T21:00:00.000Z",
    dueOn: "2026-03-12",
    provisional: false,
    startAt: "2026-03-02T09:00:00.000Z",
    calendarVersion: "test",
    metAt: null,
    revision: 1,
    cause: "registered",
    madeAt: "2026-03-02T09:00:00.000Z",
    extendableTo: null,
    trace: [],
    ...rest,
    rule: {
      id: "answer",
      regulation: "test",
      regulationVersion: 1,
      unit: "working_day",
      n: 8,
      from: "received",
      family: "legal",
      roll: "none",
      end: "day_end",
      pausable: false,
      extension: { longest: null },
      basis: "regulation 3.3.5",
      basisUrl: null,
      checkedOn: "2026-11-21",
      ...rule,
    },
  };
}
