import { describe, expect, it } from "vitest";
import { ask } from "../../../tests/support/ask";
import { useDeps } from "../../../tests/support/deps";
import { signIn } from "../../../tests/support/organisation";
import { formerDays, lastDays, useTermDesk } from "../../../tests/support/term-desk";

const test = useDeps();
const desk = useTermDesk(test);

const FIRST = "2026-03-10T07:00:00.000Z";
const SECOND = "2026-03-11T07:00:00.000Z";
const NOW = "2026-03-11T09:00:00.000Z";

const claimAt = (at: string) => desk.register(at, { kind: "claim", clip: { channel: "post" } });

describe("merging", () => {
  it("lets the earlier date of each clock hold in the one that goes on, and keeps both", async () => {
    const earlier = await claimAt(FIRST);
    const later = await claimAt(SECOND);
    desk.at(NOW);
    const ended = await desk.does("handler", earlier.id, "merge", { into: later.incomingNumber });
    expect(ended).toMatchObject({
      status: "closed",
      closedAt: NOW,
      nextDue: null,
      mergedInto: { id: later.id, incomingNumber: later.incomingNumber },
      mergedFrom: [],
    });
    expect(lastDays(ended)).toEqual({
      first_response: "2026-03-11",
      triage: "2026-03-11",
      answer: "2026-04-09",
      retention: "2031-03-11",
    });
    const goesOn = await desk.find(later.id);
    expect(goesOn).toMatchObject({ status: "registered", mergedInto: null, mergedFrom: [earlier] });
    expect(lastDays(goesOn)).toEqual({
      first_response: "2026-03-11",
      triage: "2026-03-11",
      answer: "2026-04-09",
    });
    expect(goesOn.dueDates[0]).toMatchObject({ cause: "merged", startAt: FIRST, revision: 2 });
    expect(formerDays(goesOn, "answer")).toEqual([["2026-04-10", "registered"]]);
    expect(goesOn.nextDue?.dueAt).toBe("2026-03-11T07:00:00.000Z");
    expect(ended.events.at(-1)).toMatchObject({
      kind: "merged",
      data: { direction: "into", other: later, moves: [] },
    });
    expect(goesOn.events.at(-1)).toMatchObject({
      kind: "merged",
      data: {
        direction: "from",
        other: earlier,
        moves: [{ clock: "first_response" }, {}, { clock: "answer" }],
      },
    });
  });

  it("changes no date where those of the one that goes on are the earlier ones", async () => {
    const earlier = await claimAt(FIRST);
    const later = await claimAt(SECOND);
    desk.at(NOW);
    await desk.does("handler", later.id, "merge", { into: earlier.incomingNumber });
    const goesOn = await desk.find(earlier.id);
    expect(goesOn.dueHistory).toEqual([]);
    expect(goesOn.mergedFrom).toEqual([later]);
  });

  it("takes over neither what has been done on it nor what has been done on the other", async () => {
    const earlier = await claimAt(FIRST);
    const later = await claimAt(SECOND);
    desk.at(NOW);
    await desk.does("agent", earlier.id, "steps", { clock: "first_response" });
    await desk.does("agent", later.id, "steps", { clock: "triage" });
    await desk.does("handler", earlier.id, "merge", { into: later.incomingNumber });
    const goesOn = await desk.find(later.id);
    expect(goesOn.dueDates.map(({ clock, cause, metAt }) => [clock, cause, metAt])).toEqual([
      ["first_response", "registered", null],
      ["triage", "registered", NOW],
      ["answer", "merged", null],
    ]);
  });

  it("counts from the earliest event also when what goes on is triaged, also in a chain", async () => {
    const one = await claimAt(FIRST);
    const two = await claimAt("2026-03-10T12:00:00.000Z");
    const three = await claimAt(SECOND);
    desk.at(NOW);
    await desk.does("handler", one.id, "merge", { into: two.incomingNumber });
    await desk.does("handler", two.id, "merge", { into: three.incomingNumber });
    const refund = { kind: "claim", anonymous: false, bases: ["refund"] };
    const complaint = await desk.does("handler", three.id, "triage", refund);
    expect(complaint.dueDates.find(({ clock }) => clock === "answer")).toMatchObject({
      dueOn: "2026-03-20",
      startAt: FIRST,
      cause: "classified",
    });
    expect(complaint.mergedFrom).toEqual([two]);
  });

  it("takes over a date that was agreed as one that no recount moves, and within the limit that it had", async () => {
    const { id } = await claimAt(FIRST);
    desk.at(NOW);
    // Law 442-FZ: 15 working days, to 31 March, and not more than 10 working days after it.
    const bases = ["financial_organisation"];
    await desk.does("handler", id, "triage", { kind: "claim", anonymous: false, bases });
    const asking = (dueOn: string) => ({ clock: "answer", dueOn, reason: "Ждём заключения." });
    await desk.does("head", id, "extensions", asking("2026-04-13"));
    await desk.does("chair", id, "extensions/1/decision", { decision: "approved", comment: null });
    const other = await claimAt("2026-03-30T07:00:00.000Z");
    desk.at("2026-03-30T09:00:00.000Z");
    await desk.does("handler", id, "merge", { into: other.incomingNumber });
    const headers = {
      ...(await signIn(test.database.db, desk.person("head"), new Date("2040-01-01T00:00:00Z"))),
    };
    await (await ask(test.app, "POST /api/recounts", { headers })).text();
    const answer = (await desk.find(other.id)).dueDates.find(({ clock }) => clock === "answer");
    expect(answer).toMatchObject({ dueOn: "2026-04-13", cause: "extended", extendableTo: "2026-04-14" });
    await desk.mayNot(422, "extension-too-long", "head", other.id, "extensions", asking("2026-04-15"));
    await desk.does("head", other.id, "extensions", asking("2026-04-14"));
  });

  it("forgets the events of those that were merged when it begins anew", async () => {
    const earlier = await claimAt(FIRST);
    const later = await claimAt(SECOND);
    desk.at(NOW);
    await desk.does("handler", earlier.id, "merge", { into: later.incomingNumber });
    desk.at("2026-03-12T09:00:00.000Z");
    await desk.does("handler", later.id, "steps", { clock: "answer" });
    desk.at("2026-03-16T09:00:00.000Z");
    await desk.does("handler", later.id, "reopening", { reason: "Не согласен." });
    const refund = { kind: "claim", anonymous: false, bases: ["refund"] };
    const complaint = await desk.does("handler", later.id, "triage", refund);
    expect(lastDays(complaint).answer).toBe("2026-03-26");
  });

  it("is one way only: two that are merged into each other at once do not wait for each other", async () => {
    for (let round = 0; round < 5; round++) {
      const one = await claimAt(FIRST);
      const two = await claimAt(SECOND);
      desk.at(NOW);
      const headers = { ...(await signIn(test.database.db, desk.person("head"))) };
      const merge = (from: string, into: string) =>
        ask(test.app, `POST /api/complaints/${from}/merge`, { headers, json: { into } });
      const answers = await Promise.all([
        merge(one.id, two.incomingNumber),
        merge(two.id, one.incomingNumber),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const states = [await desk.find(one.id), await desk.find(two.id)].map(({ status }) => status).sort();
      expect(states).toEqual(["closed", "registered"]);
    }
  });

  it("is the end of one: all else is done on the other", async () => {
    const one = await claimAt(FIRST);
    const two = await claimAt(SECOND);
    desk.at(NOW);
    await desk.does("handler", one.id, "merge", { into: two.incomingNumber });
    const reason = { reason: "Снова." };
    await desk.mayNot(409, "complaint-merged", "handler", one.id, "reopening", reason);
    await desk.mayNot(409, "complaint-merged", "handler", one.id, "pauses", reason);
    await desk.mayNot(409, "complaint-merged", "handler", one.id, "merge", { into: two.incomingNumber });
    await desk.mayNot(409, "complaint-merged", "handler", two.id, "merge", { into: one.incomingNumber });
    await desk.mayNot(409, "step-already-recorded", "handler", one.id, "steps", { clock: "answer" });
  });

  it("needs another open complaint, named by its whole number", async () => {
    const one = await claimAt(FIRST);
    const two = await claimAt(SECOND);
    desk.at(NOW);
    await desk.mayNot(422, "complaints-same", "handler", one.id, "merge", { into: one.incomingNumber });
    await desk.mayNot(404, "not-found", "handler", one.id, "merge", { into: "2026-999999" });
    await desk.mayNot(422, "invalid-request", "handler", one.id, "merge", { into: "2" });
    await desk.mayNot(422, "invalid-request", "handler", one.id, "merge", { into: "' OR 1=1--" });
    await desk.does("handler", two.id, "steps", { clock: "answer" });
    await desk.mayNot(409, "complaint-closed", "handler", one.id, "merge", { into: two.incomingNumber });
    expect((await desk.find(one.id)).status).toBe("registered");
  });

  it("ends the waiting on the one that is closed by it", async () => {
    const one = await claimAt(FIRST);
    const two = await claimAt(SECOND);
    desk.at(NOW);
    await desk.does("handler", one.id, "pauses", { reason: "Ждём." });
    const ended = await desk.does("handler", one.id, "merge", { into: two.incomingNumber });
    expect(ended.pauses[0]?.to).toBe(NOW);
  });
});
