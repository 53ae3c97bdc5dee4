import { describe, expect, it } from "vitest";
import { ask } from "../../../tests/support/ask";
import { useDeps } from "../../../tests/support/deps";
import { signIn } from "../../../tests/support/organisation";
import { formerDays, lastDays, useTermDesk } from "../../../tests/support/term-desk";

const test = useDeps();
const desk = useTermDesk(test);

const REGISTERED = "2026-03-10T07:00:00.000Z";
const CLOSED = "2026-03-12T09:00:00.000Z";
const REOPENED = "2026-04-30T09:00:00.000Z";
const reason = { reason: "Ответ не по существу." };

async function closedClaim(): Promise<string> {
  const { id } = await desk.register(REGISTERED, { kind: "claim", clip: { channel: "post" } });
  desk.at(CLOSED);
  await desk.does("handler", id, "steps", { clock: "first_response" });
  const complaint = await desk.does("handler", id, "steps", { clock: "answer" });
  expect(complaint.status).toBe("closed");
  return id;
}

describe("closing", () => {
  it("begins the retention, which nobody is ever late by", async () => {
    const complaint = await desk.find(await closedClaim());
    expect(complaint.dueDates.find(({ clock }) => clock === "retention")).toMatchObject({
      dueOn: "2031-03-12",
      startAt: CLOSED,
      cause: "closed",
      metAt: null,
    });
    expect(complaint.nextDue).toBeNull();
    const [row] = await test.database.owner`SELECT next_due_at FROM complaints WHERE id = ${complaint.id}`;
    expect(row).toEqual({ next_due_at: null });
  });

  it("TIME-03 keeps what was closed on 29 February to 28 February of the fifth year", async () => {
    const { id } = await desk.register("2028-02-28T07:00:00.000Z", { kind: "general" });
    desk.at("2028-02-29T09:00:00.000Z");
    const complaint = await desk.does("agent", id, "steps", { clock: "answer" });
    expect(lastDays(complaint).retention).toBe("2033-02-28");
  });
});

describe("re-opening", () => {
  it("lets every clock run anew from now, also those whose event had come", async () => {
    const id = await closedClaim();
    desk.at(REOPENED);
    const complaint = await desk.does("handler", id, "reopening", reason);
    expect(complaint).toMatchObject({
      status: "registered",
      closedAt: null,
      restartedAt: REOPENED,
      restartedChannel: null,
    });
    // A Thursday before the May holidays.
    expect(lastDays(complaint)).toEqual({
      first_response: "2026-05-01",
      triage: "2026-05-04",
      answer: "2026-06-01",
    });
    expect(complaint.dueDates.map(({ cause, metAt, startAt }) => [cause, metAt, startAt])).toEqual(
      Array(3).fill(["reopened", null, REOPENED]),
    );
    expect(complaint.nextDue?.clock).toBe("first_response");
    // The retention that had begun is superseded, what had been done stays to be seen.
    expect(
      complaint.dueHistory.map(({ clock, metAt, supersededAt }) => [clock, metAt, supersededAt]),
    ).toEqual([
      ["first_response", CLOSED, REOPENED],
      ["triage", null, REOPENED],
      ["answer", CLOSED, REOPENED],
      ["retention", null, REOPENED],
    ]);
    expect(complaint.events.at(-1)).toMatchObject({
      kind: "reopened",
      data: {
        reason: reason.reason,
        moves: [{ clock: "first_response" }, {}, { clock: "answer" }, { after: null }],
      },
    });
  });

  it("is triaged from the re-opening, and closed with a retention of its own", async () => {
    const id = await closedClaim();
    desk.at(REOPENED);
    await desk.does("handler", id, "reopening", reason);
    const refund = { kind: "claim", anonymous: false, bases: ["refund"] };
    const triaged = await desk.does("handler", id, "triage", refund);
    // 10 calendar days from the re-opening end on a Sunday.
    expect(lastDays(triaged).answer).toBe("2026-05-12");
    expect(triaged.dueDates.find(({ clock }) => clock === "first_response")?.metAt).toBeNull();
    desk.at("2026-05-05T09:00:00.000Z");
    const closed = await desk.does("handler", id, "steps", { clock: "answer" });
    expect(lastDays(closed).retention).toBe("2031-05-05");
    expect(formerDays(closed, "retention")).toEqual([["2031-03-12", "closed"]]);
  });

  it("is for a closed complaint only, and done once by ten at once", async () => {
    const id = await closedClaim();
    const headers = { ...(await signIn(test.database.db, desk.person("head"))) };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        ask(test.app, `POST /api/complaints/${id}/reopening`, { headers, json: reason }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(409)]);
    await desk.mayNot(409, "complaint-open", "handler", id, "reopening", reason);
  });
});
