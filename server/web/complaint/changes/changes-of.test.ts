import type { Complaint } from "@otklik/shared/complaint/complaint";
import type { Role } from "@otklik/shared/people/roles";
import { describe, expect, it } from "vitest";
import { sampleDue } from "../../../../tests/support/sample-due";
import { changesOf, extendableOf } from "./changes-of";

type State = Pick<Complaint, "status" | "mergedInto" | "pauses">;

const open: State = { status: "registered", mergedInto: null, pauses: [] };
const closed: State = { ...open, status: "closed" };
const waiting = { ...open, pauses: [{ from: "2026-03-02T09:00:00.000Z", to: null, reason: "a receipt" }] };
const answered = {
  ...open,
  pauses: [{ from: "2026-03-02T09:00:00.000Z", to: "2026-03-03T09:00:00.000Z", reason: "a receipt" }],
};
const merged = {
  ...closed,
  mergedInto: { id: "00000000-0000-4000-8000-000000000001", incomingNumber: "2026-000001" },
};

describe("what may be done", () => {
  it.each<[string, State, Role[], string]>([
    ["a head, an open one", open, ["head"], "triage extend wait receive_again merge name_subject"],
    ["a handler asks for no later date", open, ["handler"], "triage wait receive_again merge name_subject"],
    [
      "while the complainant is waited for",
      waiting,
      ["handler"],
      "triage resume receive_again merge name_subject",
    ],
    [
      "after the complainant has answered",
      answered,
      ["handler"],
      "triage wait receive_again merge name_subject",
    ],
    [
      "a closed one is only opened again, and names whom it concerns",
      closed,
      ["head"],
      "reopen name_subject",
    ],
    ["one that goes on in another stays as it is", merged, ["admin"], ""],
    ["the chair decides, and changes nothing", open, ["chair"], ""],
    ["an auditor reads", open, ["auditor"], ""],
    ["two roles together", open, ["auditor", "handler"], "triage wait receive_again merge name_subject"],
  ])("%s", (_case, state, roles, changes) => {
    expect(changesOf(state, roles).join(" ")).toBe(changes);
  });
});

describe("a later date", () => {
  const now = new Date("2026-03-10T09:00:00.000Z");
  const due = (change: Parameters<typeof sampleDue>[0]) =>
    sampleDue({ dueAt: "2026-03-12T21:00:00.000Z", dueOn: "2026-03-12", ...change });
  const asked = { clock: "answer", decision: null } as const;

  it.each([
    ["may be asked for", due({}), [], null],
    ["is given by no act", due({ rule: { extension: null } }), [], "by_act"],
    [
      "comes too late at the instant itself",
      due({ dueAt: now.toISOString(), dueOn: "2026-03-10" }),
      [],
      "run_out",
    ],
    ["is asked for already", due({}), [asked], "waiting"],
    ["was refused, and may be asked for again", due({}), [{ ...asked, decision: "refused" as const }], null],
    ["is of another clock", due({}), [{ ...asked, clock: "triage" as const }], null],
    ["has reached the limit", due({ extendableTo: "2026-03-12" }), [], "at_limit"],
    ["has a day left before the limit", due({ extendableTo: "2026-03-13" }), [], null],
  ])("%s", (_case, one, extensions, obstacle) => {
    expect(extendableOf({ dueDates: [one], extensions }, now)).toEqual([
      { clock: "answer", due: one, obstacle },
    ]);
  });

  it("is for what is waited for alone, what may be moved first", () => {
    const dueDates = [
      due({ clock: "triage", rule: { extension: null } }),
      due({ clock: "answer" }),
      due({ clock: "first_response", metAt: "2026-03-09T09:00:00.000Z" }),
      due({ clock: "retention" }),
    ];
    const clocks = extendableOf({ dueDates, extensions: [] }, now).map(({ clock }) => clock);
    expect(clocks).toEqual(["answer", "triage"]);
  });
});
