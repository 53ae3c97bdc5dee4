import type { Complaint } from "@otklik/shared/complaint/complaint";
import type { Clock } from "@otklik/shared/deadline/vocabulary";
import { describe, expect, it } from "vitest";
import { ask } from "../../../tests/support/ask";
import { useDeps } from "../../../tests/support/deps";
import { signIn } from "../../../tests/support/organisation";
import { ownRegulation } from "../../../tests/support/own-regulation";
import { putRegulationInForce } from "../../../tests/support/publish-rules";
import type { RegisteredAt } from "../../../tests/support/register-at";
import { formerDays, lastDays, useTermDesk } from "../../../tests/support/term-desk";

const test = useDeps();
const desk = useTermDesk(test);

// Tuesday 10:00 in Moscow; business hours are 9:00 to 18:00.
const REGISTERED = "2026-03-10T07:00:00.000Z";
const TUESDAY_NOON = "2026-03-10T09:00:00.000Z";
const WEDNESDAY_11 = "2026-03-11T08:00:00.000Z";

const pausable = { family: "service", pausable: true } as const;
const regulation = ownRegulation([
  { id: "response-12h", clock: "first_response", unit: "business_hour", n: 12, ...pausable },
  { id: "triage-1d", clock: "triage", unit: "working_day", n: 1, family: "legal" },
  { id: "answer-3d", clock: "answer", unit: "working_day", n: 3, extension: { longest: null }, ...pausable },
]);
const waiting = { reason: "Просим прислать номер заказа." };

async function registered(rules = regulation): Promise<RegisteredAt> {
  await putRegulationInForce(test.database.db, desk.person("head"), rules, "2026-01-01");
  return desk.register(REGISTERED, { kind: "claim", regulation: rules });
}

const dueOf = (complaint: Complaint, clock: Clock) => complaint.dueDates.find((due) => due.clock === clock);

describe("waiting for the complainant", () => {
  it("lets clocks that may pause stand still without a date, and legal ones go on", async () => {
    const { id } = await registered();
    expect(dueOf(await desk.find(id), "first_response")?.dueAt).toBe("2026-03-11T10:00:00.000Z");
    desk.at(TUESDAY_NOON);
    const complaint = await desk.does("handler", id, "pauses", waiting);
    expect(lastDays(complaint)).toEqual({ triage: "2026-03-11" });
    expect(complaint.nextDue?.clock).toBe("triage");
    expect(complaint.pausedClocks).toMatchObject([
      { clock: "first_response", dueAt: "2026-03-11T10:00:00.000Z", rule: { id: "response-12h" } },
      { clock: "answer", dueOn: "2026-03-13", rule: { id: "answer-3d" } },
    ]);
    expect(complaint.pauses).toEqual([{ from: TUESDAY_NOON, to: null, reason: waiting.reason }]);
    expect(complaint.dueHistory).toMatchObject([
      { clock: "first_response", revision: 1, supersededAt: TUESDAY_NOON, metAt: null },
      { clock: "answer", revision: 1, supersededAt: TUESDAY_NOON, metAt: null },
    ]);
    expect(complaint.events.at(-1)).toMatchObject({
      kind: "pause_started",
      data: {
        reason: waiting.reason,
        moves: [
          { clock: "first_response", before: { dueOn: "2026-03-11" }, after: null },
          { clock: "answer", before: { dueOn: "2026-03-13" }, after: null },
        ],
      },
    });
  });

  it("gives each clock back its own time: business hours for business hours, days for days", async () => {
    const { id } = await registered();
    desk.at(TUESDAY_NOON);
    await desk.does("handler", id, "pauses", waiting);
    desk.at(WEDNESDAY_11);
    const complaint = await desk.does("handler", id, "pauses/end");
    // 2 of 12 hours had passed on Tuesday; 7 are left of Wednesday and 3 come on Thursday.
    expect(dueOf(complaint, "first_response")).toMatchObject({
      dueAt: "2026-03-12T09:00:00.000Z",
      startAt: REGISTERED,
      revision: 2,
      cause: "resumed",
      madeAt: WEDNESDAY_11,
    });
    // Wednesday is not counted: Thursday, Friday, Monday.
    expect(dueOf(complaint, "answer")).toMatchObject({ dueOn: "2026-03-16", revision: 2, cause: "resumed" });
    expect(dueOf(complaint, "triage")).toMatchObject({ dueOn: "2026-03-11", revision: 1 });
    expect(complaint.pausedClocks).toEqual([]);
    expect(complaint.pauses).toEqual([{ from: TUESDAY_NOON, to: WEDNESDAY_11, reason: waiting.reason }]);
    expect(complaint.nextDue).toMatchObject({ clock: "triage" });
    const trace = dueOf(complaint, "answer")?.trace ?? [];
    expect(trace.find(({ on }) => on === "2026-03-11")).toMatchObject({
      counted: false,
      reason: "day.paused",
    });
    expect(complaint.events.at(-1)).toMatchObject({
      kind: "pause_ended",
      data: {
        from: TUESDAY_NOON,
        moves: [
          { clock: "first_response", before: null, after: { dueAt: "2026-03-12T09:00:00.000Z" } },
          { clock: "answer", before: null, after: { dueOn: "2026-03-16" } },
        ],
      },
    });
  });

  it("counts all pauses from the original start", async () => {
    const { id } = await registered();
    for (const [from, to] of [
      [TUESDAY_NOON, WEDNESDAY_11],
      // 12:00 to 18:00 on Wednesday.
      ["2026-03-11T09:00:00.000Z", "2026-03-11T15:00:00.000Z"],
    ] as const) {
      desk.at(from);
      await desk.does("handler", id, "pauses", waiting);
      desk.at(to);
      await desk.does("handler", id, "pauses/end");
    }
    const complaint = await desk.find(id);
    // 2 hours on Tuesday, 1 on Wednesday, 9 on Thursday.
    expect(dueOf(complaint, "first_response")).toMatchObject({
      dueAt: "2026-03-12T15:00:00.000Z",
      revision: 3,
    });
    // The second pause lay within one day and takes none.
    expect(dueOf(complaint, "answer")).toMatchObject({ dueOn: "2026-03-16", revision: 3 });
    expect(complaint.pauses).toHaveLength(2);
  });

  it("goes on from the last day when it began on it", async () => {
    const { id } = await registered();
    // Friday 15:00, the last day of the answer, to Monday 10:00.
    desk.at("2026-03-13T12:00:00.000Z");
    await desk.does("handler", id, "pauses", waiting);
    desk.at("2026-03-16T07:00:00.000Z");
    const complaint = await desk.does("handler", id, "pauses/end");
    expect(dueOf(complaint, "answer")?.dueOn).toBe("2026-03-16");
  });

  it.each([
    ["at the instant at which it ran out", "2026-03-11T10:00:00.000Z", true],
    ["a millisecond before", "2026-03-11T09:59:59.999Z", false],
  ])("does not stop a clock %s", async (_when, at, stays) => {
    const { id } = await registered();
    desk.at(at);
    const complaint = await desk.does("handler", id, "pauses", waiting);
    expect(dueOf(complaint, "first_response")?.dueAt).toBe(stays ? "2026-03-11T10:00:00.000Z" : undefined);
    desk.at("2026-03-12T07:00:00.000Z");
    const after = await desk.does("handler", id, "pauses/end");
    expect(dueOf(after, "first_response")?.revision).toBe(stays ? 1 : 2);
  });

  it("moves nothing where all rules are legal", async () => {
    const { id } = await desk.register(REGISTERED, { kind: "claim", clip: { channel: "post" } });
    const before = await desk.find(id);
    desk.at(TUESDAY_NOON);
    const during = await desk.does("head", id, "pauses", waiting);
    expect(during.dueDates).toEqual(before.dueDates);
    expect(during.pausedClocks).toEqual([]);
    desk.at("2026-03-20T09:00:00.000Z");
    const after = await desk.does("head", id, "pauses/end");
    expect(after.dueDates).toEqual(before.dueDates);
    expect(after.events.at(-1)).toMatchObject({ kind: "pause_ended", data: { moves: [] } });
  });

  it("lets the legal term of a clock hold while its service term stands still", async () => {
    const { id } = await registered(
      ownRegulation([
        { id: "answer-promise", clock: "answer", unit: "working_day", n: 3, ...pausable },
        { id: "answer-law", clock: "answer", unit: "calendar_day", n: 10, family: "legal" },
      ]),
    );
    desk.at(TUESDAY_NOON);
    const during = await desk.does("handler", id, "pauses", waiting);
    expect(dueOf(during, "answer")).toMatchObject({
      dueOn: "2026-03-20",
      cause: "paused",
      rule: { id: "answer-law" },
    });
    expect(during.nextDue?.dueOn).toBe("2026-03-20");
    desk.at("2026-03-12T09:00:00.000Z");
    const after = await desk.does("handler", id, "pauses/end");
    // Two days were taken out of three: 13, 16 and 17 March are left.
    expect(dueOf(after, "answer")).toMatchObject({ dueOn: "2026-03-17", cause: "resumed" });
    expect(formerDays(after, "answer")).toEqual([
      ["2026-03-20", "paused"],
      ["2026-03-13", "registered"],
    ]);
  });

  it("does not touch a date that was agreed with the complainant", async () => {
    const { id } = await registered();
    desk.at(TUESDAY_NOON);
    await desk.does("head", id, "extensions", { clock: "answer", dueOn: "2026-03-20", reason: "Проверяем." });
    await desk.does("chair", id, "extensions/1/decision", { decision: "approved", comment: null });
    const during = await desk.does("handler", id, "pauses", waiting);
    expect(lastDays(during)).toEqual({ triage: "2026-03-11", answer: "2026-03-20" });
    desk.at(WEDNESDAY_11);
    const after = await desk.does("handler", id, "pauses/end");
    expect(dueOf(after, "answer")).toMatchObject({ dueOn: "2026-03-20", cause: "extended", revision: 2 });
  });

  it("lets be done what stands still: its date is that of the moment, and it does not come back", async () => {
    const { id } = await registered();
    desk.at(TUESDAY_NOON);
    await desk.does("handler", id, "pauses", waiting);
    // 17:00: five of the business hours have been waited through.
    desk.at("2026-03-10T14:00:00.000Z");
    const done = await desk.does("handler", id, "steps", { clock: "first_response" });
    expect(dueOf(done, "first_response")).toMatchObject({
      dueAt: "2026-03-11T15:00:00.000Z",
      metAt: "2026-03-10T14:00:00.000Z",
      revision: 2,
    });
    expect(done.pausedClocks.map(({ clock }) => clock)).toEqual(["answer"]);
    await desk.mayNot(409, "step-already-recorded", "handler", id, "steps", { clock: "first_response" });
    desk.at(WEDNESDAY_11);
    const after = await desk.does("handler", id, "pauses/end");
    expect(dueOf(after, "first_response")?.revision).toBe(2);
  });

  it("keeps a complaint open on which something stands still", async () => {
    const { id } = await registered(
      ownRegulation([
        { id: "triage-1d", clock: "triage", unit: "working_day", n: 1, family: "legal" },
        { id: "response-3d", clock: "first_response", unit: "working_day", n: 3, ...pausable },
      ]),
    );
    desk.at(TUESDAY_NOON);
    await desk.does("handler", id, "pauses", waiting);
    const complaint = await desk.does("handler", id, "steps", { clock: "triage" });
    expect(complaint).toMatchObject({ status: "registered", nextDue: null });
    const closed = await desk.does("handler", id, "steps", { clock: "first_response" });
    expect(closed).toMatchObject({ status: "closed", pausedClocks: [] });
    expect(closed.pauses[0]?.to).toBe(TUESDAY_NOON);
  });

  it("ends when the complaint is closed, and nothing goes on then", async () => {
    const { id } = await registered();
    desk.at(TUESDAY_NOON);
    await desk.does("handler", id, "pauses", waiting);
    desk.at(WEDNESDAY_11);
    const complaint = await desk.does("handler", id, "steps", { clock: "answer" });
    expect(complaint.pauses).toEqual([{ from: TUESDAY_NOON, to: WEDNESDAY_11, reason: waiting.reason }]);
    expect(complaint.pausedClocks).toEqual([]);
    await desk.mayNot(409, "complaint-closed", "handler", id, "pauses/end");
    await desk.mayNot(409, "complaint-closed", "handler", id, "pauses", waiting);
  });

  it("goes by what triage has said meanwhile", async () => {
    const { id } = await registered(
      ownRegulation([
        {
          id: "answer-3d",
          clock: "answer",
          unit: "working_day",
          n: 3,
          appliesTo: { kinds: ["claim"] },
          ...pausable,
        },
        {
          id: "answer-5d",
          clock: "answer",
          unit: "working_day",
          n: 5,
          appliesTo: { kinds: ["service"] },
          ...pausable,
        },
        { id: "triage-1d", clock: "triage", unit: "working_day", n: 1, family: "legal" },
      ]),
    );
    desk.at(TUESDAY_NOON);
    await desk.does("handler", id, "pauses", waiting);
    const service = { kind: "service", anonymous: false, bases: [] };
    const during = await desk.does("handler", id, "triage", service);
    expect(during.status).toBe("registered");
    expect(during.pausedClocks).toMatchObject([
      { clock: "answer", dueOn: "2026-03-17", rule: { id: "answer-5d" } },
    ]);
    desk.at(WEDNESDAY_11);
    expect(lastDays(await desk.does("handler", id, "pauses/end")).answer).toBe("2026-03-18");
  });

  it("is begun once and ended once, however many try at once", async () => {
    const { id } = await registered();
    const headers = { ...(await signIn(test.database.db, desk.person("handler"))) };
    desk.at(TUESDAY_NOON);
    for (const [path, json] of [
      ["pauses", waiting],
      ["pauses/end", {}],
    ] as const) {
      const answers = await Promise.all(
        Array.from({ length: 6 }, () =>
          ask(test.app, `POST /api/complaints/${id}/${path}`, { headers, json }),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
    }
    expect((await desk.find(id)).pauses).toHaveLength(1);
    await desk.mayNot(409, "pause-not-running", "handler", id, "pauses/end");
  });

  it("is not begun twice", async () => {
    const { id } = await registered();
    desk.at(TUESDAY_NOON);
    await desk.does("handler", id, "pauses", waiting);
    await desk.mayNot(409, "pause-running", "handler", id, "pauses", waiting);
  });
});
