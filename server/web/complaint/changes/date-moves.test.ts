import type { Complaint } from "@otklik/shared/complaint/complaint";
import { expect, it } from "vitest";
import { sampleDue } from "../../../../tests/support/sample-due";
import { type DateMoves, dateMoves } from "./date-moves";

const answer = sampleDue();
const later = sampleDue({
  dueAt: "2026-04-01T21:00:00.000Z",
  dueOn: "2026-04-01",
  rule: { id: "answer-refund" },
});
const first = sampleDue({ clock: "first_response", dueAt: "2026-03-03T09:00:00.000Z", dueOn: "2026-03-03" });
const triage = sampleDue({ clock: "triage", dueAt: "2026-03-03T21:00:00.000Z", dueOn: "2026-03-03" });

/** Each date as its clock and last days, before and after. */
const drawn = ({ moves, stays, closes }: DateMoves) => ({
  moves: moves.map(({ clock, before, after }) => `${clock} ${before?.dueOn ?? "-"} ${after?.dueOn ?? "-"}`),
  stays: stays.map(({ clock }) => clock),
  closes,
});

type Dues = Complaint["dueDates"];

it.each<[string, Dues, Dues, ReturnType<typeof drawn>]>([
  [
    "another rule moves its date, and the answer is told first",
    [first, answer],
    [first, later],
    { moves: ["answer 2026-03-12 2026-04-01"], stays: ["first_response"], closes: false },
  ],
  [
    "the same rule from the same event keeps an extended date",
    [{ ...later, rule: answer.rule, cause: "extended" }],
    [answer],
    { moves: [], stays: ["answer"], closes: false },
  ],
  [
    "the same rule from another event gives another date",
    [answer],
    [{ ...later, rule: answer.rule, startAt: "2026-03-20T09:00:00.000Z" }],
    { moves: ["answer 2026-03-12 2026-04-01"], stays: [], closes: false },
  ],
  [
    "what was done is not told, nor triage itself",
    [{ ...first, metAt: "2026-03-02T10:00:00.000Z" }, triage, answer],
    [first, triage, answer],
    { moves: [], stays: ["answer"], closes: false },
  ],
  [
    "a clock that no rule gives any more is gone, and a new one runs",
    [answer],
    [first],
    { moves: ["answer 2026-03-12 -", "first_response - 2026-03-03"], stays: [], closes: false },
  ],
  [
    "nothing that is owed closes it",
    [triage, answer],
    [triage],
    { moves: ["answer 2026-03-12 -"], stays: [], closes: true },
  ],
])("by triage, %s", (_rule, dueDates, running, expected) => {
  expect(drawn(dateMoves({ dueDates }, { running, still: [] }, "triage"))).toEqual(expected);
});

it("what stands still is owed all the same", () => {
  const moves = dateMoves({ dueDates: [triage] }, { running: [triage], still: [first] }, "triage");
  expect(moves.closes).toBe(false);
});

it("a new event lets every clock run again, also one that was done", () => {
  const dueDates = [{ ...first, metAt: "2026-03-02T10:00:00.000Z" }, triage, answer];
  const moves = dateMoves({ dueDates }, { running: [first, triage, later], still: [] }, "receipt");
  expect(drawn(moves)).toEqual({
    moves: ["answer 2026-03-12 2026-04-01", "first_response - 2026-03-03"],
    stays: ["triage"],
    closes: false,
  });
});
