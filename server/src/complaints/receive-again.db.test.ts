import { describe, expect, it } from "vitest";
import { ask } from "../../../tests/support/ask";
import { useDeps } from "../../../tests/support/deps";
import { signIn } from "../../../tests/support/organisation";
import { formerDays, lastDays, useTermDesk } from "../../../tests/support/term-desk";

const test = useDeps();
const desk = useTermDesk(test);

const CALLED = "2026-03-10T07:00:00.000Z";
const WRITTEN = "2026-03-12T06:30:00.000Z";
const NOW = "2026-03-12T09:00:00.000Z";

const phoned = () => desk.register(CALLED, { kind: "claim", clip: { channel: "phone" } });

describe("the same once more in another way", () => {
  it("is a new event: what the channel promises runs from it", async () => {
    const { id } = await phoned();
    desk.at("2026-03-10T07:04:00.000Z");
    await desk.does("agent", id, "steps", { clock: "first_response" });
    desk.at(NOW);
    const complaint = await desk.does("handler", id, "receipts", { channel: "email", receivedAt: WRITTEN });
    expect(complaint).toMatchObject({
      channel: "phone",
      receivedAt: CALLED,
      restartedAt: WRITTEN,
      restartedChannel: "email",
    });
    expect(complaint.dueDates.map(({ clock, dueAt, cause, metAt }) => [clock, dueAt, cause, metAt])).toEqual([
      // By e-mail the term is told within an hour, and the first response comes within a day.
      ["term_notice", "2026-03-12T07:30:00.000Z", "written", null],
      ["first_response", "2026-03-13T06:30:00.000Z", "written", null],
      ["triage", "2026-03-13T21:00:00.000Z", "written", null],
      // 30 calendar days end on a Saturday.
      ["answer", "2026-04-13T21:00:00.000Z", "written", null],
    ]);
    expect(formerDays(complaint, "answer")).toEqual([["2026-04-09", "registered"]]);
    expect(complaint.dueHistory[0]).toMatchObject({
      clock: "first_response",
      metAt: "2026-03-10T07:04:00.000Z",
    });
    expect(complaint.nextDue?.clock).toBe("term_notice");
    expect(complaint.events.at(-1)).toMatchObject({
      kind: "received_again",
      data: { channel: "email", receivedAt: WRITTEN },
    });
  });

  it("is triaged from the new event, by the new channel", async () => {
    const { id } = await phoned();
    desk.at(NOW);
    await desk.does("handler", id, "receipts", { channel: "email", receivedAt: WRITTEN });
    const complaint = await desk.does("handler", id, "triage", {
      kind: "general",
      anonymous: false,
      bases: [],
    });
    expect(lastDays(complaint)).toEqual({
      term_notice: "2026-03-12",
      first_response: "2026-03-13",
      answer: "2026-03-17",
    });
  });

  it("ends the waiting for the complainant", async () => {
    const { id } = await phoned();
    desk.at("2026-03-11T09:00:00.000Z");
    await desk.does("handler", id, "pauses", { reason: "Ждём письма." });
    desk.at(NOW);
    const complaint = await desk.does("handler", id, "receipts", { channel: "post", receivedAt: WRITTEN });
    expect(complaint.pauses).toEqual([{ from: "2026-03-11T09:00:00.000Z", to: NOW, reason: "Ждём письма." }]);
  });

  it.each([
    ["now", NOW, null],
    ["a millisecond from now", "2026-03-12T09:00:00.001Z", "in-future"],
    ["in 2099, by a clock that is wrong", "2099-01-01T00:00:00.000Z", "in-future"],
    ["when the complaint itself came", CALLED, null],
    ["a millisecond before it", "2026-03-10T06:59:59.999Z", "before-complaint"],
    ["now, by another offset", "2026-03-12T12:00:00+03:00", null],
  ])("TIME-04 may have come %s", async (_when, receivedAt, reason) => {
    const { id } = await phoned();
    desk.at(NOW);
    const headers = { ...(await signIn(test.database.db, desk.person("handler"))) };
    const json = { channel: "post", receivedAt };
    const answer = await ask(test.app, `POST /api/complaints/${id}/receipts`, { headers, json });
    expect(answer.status).toBe(reason === null ? 200 : 422);
    if (reason !== null) {
      expect(await answer.json()).toMatchObject({ errors: [{ path: "receivedAt", reason }] });
      expect((await desk.find(id)).restartedAt).toBeNull();
    }
  });

  it.each([
    ["a millisecond before it was re-opened", "2026-03-13T08:59:59.999Z", 422],
    ["when it was", "2026-03-13T09:00:00.000Z", 200],
  ])("of one that was re-opened came %s", async (_when, receivedAt, status) => {
    const { id } = await phoned();
    desk.at(NOW);
    await desk.does("handler", id, "steps", { clock: "answer" });
    desk.at("2026-03-13T09:00:00.000Z");
    await desk.does("handler", id, "reopening", { reason: "Не согласен." });
    const headers = { ...(await signIn(test.database.db, desk.person("handler"))) };
    const json = { channel: "post", receivedAt };
    const answer = await ask(test.app, `POST /api/complaints/${id}/receipts`, { headers, json });
    expect(answer.status).toBe(status);
    expect((await desk.find(id)).restartedAt).toBe("2026-03-13T09:00:00.000Z");
  });

  it("is not for a closed complaint", async () => {
    const { id } = await phoned();
    desk.at(NOW);
    await desk.does("handler", id, "steps", { clock: "answer" });
    await desk.mayNot(409, "complaint-closed", "handler", id, "receipts", {
      channel: "post",
      receivedAt: WRITTEN,
    });
  });
});
