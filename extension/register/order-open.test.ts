import type { ComplaintSummary } from "@otklik/shared/complaint/complaint";
import type { DueRule } from "@otklik/shared/deadline/due-date";
import { expect, it } from "vitest";
import { orderOpen } from "./order-open";

const rule: DueRule = {
  id: "answer-general",
  regulation: "ru-default",
  regulationVersion: 1,
  unit: "working_day",
  n: 3,
  from: "received",
  family: "legal",
  roll: "none",
  end: "day_end",
  pausable: false,
  extension: null,
  basis: "regulation 3.2.5",
  basisUrl: null,
  checkedOn: "2026-11-21",
};

function complaint(incomingNumber: string, dueAt: string | null, rest: Partial<ComplaintSummary> = {}) {
  const dueOn = dueAt?.slice(0, 10) ?? "";
  return {
    id: incomingNumber,
    incomingNumber,
    status: "registered",
    kind: "claim",
    channel: "social",
    complainant: "Варвара Синицына",
    excerpt: "Посылка не пришла.",
    permalink: null,
    registeredAt: "2026-12-01T09:00:00Z",
    responsible: null,
    nextDue:
      dueAt === null
        ? null
        : {
            clock: "answer",
            dueAt,
            dueOn,
            provisional: false,
            rule,
            startAt: "2026-12-01T09:00:00Z",
            startOn: "2026-12-01",
            rolledFrom: null,
            cause: "registered",
          },
    ...rest,
  } satisfies ComplaintSummary;
}

it("puts the longest overdue first, then by due date, and what is owed nothing last", () => {
  const later = complaint("2026-000001", "2026-12-05T21:00:00Z");
  const nothing = complaint("2026-000002", null);
  const overdue = complaint("2026-000003", "2026-11-30T21:00:00Z");
  const soon = complaint("2026-000004", "2026-12-02T15:00:00Z");
  expect(orderOpen([later, nothing, overdue, soon])).toEqual([overdue, soon, later, nothing]);
});

it("keeps the order of numbers where due dates are the same", () => {
  const second = complaint("2026-000010", "2026-12-05T21:00:00Z");
  const first = complaint("2026-000009", "2026-12-05T21:00:00Z");
  expect(orderOpen([second, first])).toEqual([first, second]);
});

it("leaves out what is closed", () => {
  expect(orderOpen([complaint("2026-000001", null, { status: "closed" })])).toEqual([]);
});
