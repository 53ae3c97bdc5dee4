import { russia } from "@otklik/shared/deadline/calendar/russia";
import { ruDefault1 } from "@otklik/shared/deadline/regulation/ru-default-1";
import { describe, expect, it } from "vitest";
import { useDeps } from "../../../tests/support/deps";
import { putCalendarInForce } from "../../../tests/support/publish-rules";
import { formerDays, lastDays, useTermDesk } from "../../../tests/support/term-desk";

const test = useDeps();
const desk = useTermDesk(test);

// Tuesday 10:00 in Moscow.
const REGISTERED = "2026-03-10T07:00:00.000Z";
const claim = { kind: "claim", anonymous: false, bases: [] };

describe("triage", () => {
  it("counts a changed kind from the original event, and keeps the old date in the history", async () => {
    const { id } = await desk.register(REGISTERED);
    expect(lastDays(await desk.find(id))).toEqual({ first_response: "2026-03-10", answer: "2026-03-13" });
    desk.at("2026-03-11T09:00:00.000Z");
    const complaint = await desk.does("handler", id, "triage", claim);
    expect(complaint).toMatchObject({ kind: "claim", bases: [], status: "registered" });
    // 30 calendar days from the 10th, not from the day of triage.
    expect(lastDays(complaint)).toEqual({
      first_response: "2026-03-10",
      triage: "2026-03-11",
      answer: "2026-04-09",
    });
    expect(formerDays(complaint, "answer")).toEqual([["2026-03-13", "registered"]]);
    const answer = complaint.dueDates.find(({ clock }) => clock === "answer");
    expect(answer).toMatchObject({
      revision: 2,
      cause: "classified",
      madeAt: "2026-03-11T09:00:00.000Z",
      startAt: REGISTERED,
      metAt: null,
    });
    expect(answer?.trace.filter(({ counted }) => counted)).toHaveLength(30);
    expect(complaint.nextDue).toMatchObject({ clock: "first_response" });
    expect(complaint.events.at(-1)).toMatchObject({
      kind: "triaged",
      actor: { name: "Имя handler" },
      data: {
        before: { kind: "general", anonymous: false, bases: [] },
        after: claim,
        closes: false,
        moves: [
          { clock: "triage", before: null, after: { dueOn: "2026-03-11" } },
          { clock: "answer", before: { dueOn: "2026-03-13" }, after: { dueOn: "2026-04-09" } },
        ],
      },
    });
  });

  it("meets the triage clock and leaves what the same rule gives from the same event as it is", async () => {
    const { id } = await desk.register(REGISTERED, { kind: "claim" });
    desk.at("2026-03-11T20:59:59.999Z");
    await desk.does("head", id, "steps", { clock: "first_response" });
    const complaint = await desk.does("head", id, "triage", { ...claim, kind: "service" });
    expect(complaint.dueDates.map(({ clock, revision, metAt }) => [clock, revision, metAt])).toEqual([
      ["first_response", 1, "2026-03-11T20:59:59.999Z"],
      ["triage", 1, "2026-03-11T20:59:59.999Z"],
      ["answer", 1, null],
    ]);
    expect(complaint.dueHistory).toEqual([]);
    expect(complaint.nextDue?.clock).toBe("answer");
  });

  it.each([
    ["refund: 10 calendar days from receipt", ["refund"], "2026-03-20"],
    ["442-FZ: 15 working days", ["financial_organisation"], "2026-03-31"],
    ["not settled: the earliest date holds", ["financial_organisation", "refund"], "2026-03-20"],
    ["named twice, in any order", ["refund", "financial_organisation", "refund"], "2026-03-20"],
  ])("%s", async (_what, bases, dueOn) => {
    const { id } = await desk.register(REGISTERED, { kind: "claim" });
    desk.at("2026-03-11T09:00:00.000Z");
    const complaint = await desk.does("handler", id, "triage", { ...claim, bases });
    expect(lastDays(complaint).answer).toBe(dueOn);
    expect(complaint.bases).toHaveLength(new Set(bases).size);
    expect(formerDays(complaint, "answer")).toEqual([["2026-04-09", "registered"]]);
  });

  it("takes the clocks away that no longer run, and closes what nothing is owed on", async () => {
    const { id } = await desk.register(REGISTERED, { kind: "claim", clip: { channel: "email" } });
    desk.at("2026-03-10T12:00:00.000Z");
    const complaint = await desk.does("handler", id, "triage", { ...claim, kind: "suggestion" });
    expect(lastDays(complaint)).toEqual({ triage: "2026-03-11", retention: "2031-03-10" });
    expect(complaint).toMatchObject({
      status: "closed",
      nextDue: null,
      closedAt: "2026-03-10T12:00:00.000Z",
    });
    expect(complaint.dueHistory.map(({ clock, supersededAt }) => [clock, supersededAt])).toEqual([
      ["first_response", "2026-03-10T12:00:00.000Z"],
      ["term_notice", "2026-03-10T12:00:00.000Z"],
      ["answer", "2026-03-10T12:00:00.000Z"],
    ]);
    expect(complaint.events.at(-1)).toMatchObject({ kind: "triaged", data: { closes: true } });
  });

  it("remembers what had been done when a clock runs again", async () => {
    const { id } = await desk.register(REGISTERED, { kind: "claim" });
    desk.at("2026-03-10T08:00:00.000Z");
    await desk.does("handler", id, "triage", claim);
    desk.at("2026-03-10T09:00:00.000Z");
    const general = await desk.does("handler", id, "triage", { ...claim, kind: "general" });
    expect(lastDays(general)).toEqual({ first_response: "2026-03-10", answer: "2026-03-13" });
    desk.at("2026-03-10T10:00:00.000Z");
    const again = await desk.does("handler", id, "triage", claim);
    expect(again.dueDates.find(({ clock }) => clock === "triage")).toMatchObject({
      revision: 2,
      metAt: "2026-03-10T08:00:00.000Z",
    });
    expect(formerDays(again, "answer")).toEqual([
      ["2026-03-13", "classified"],
      ["2026-04-09", "registered"],
    ]);
  });

  it("keeps the regulation that first dated it, and counts by the calendar of today", async () => {
    const { id } = await desk.register(REGISTERED, { kind: "claim", regulation: ruDefault1 });
    const { 2026: year = undefined } = russia.years;
    if (year === undefined) throw new Error("2026 is in the calendar");
    const corrected = {
      ...russia,
      version: "own-1",
      years: { 2026: { ...year, off: [...year.off, "03-13"] } },
    };
    await putCalendarInForce(test.database.db, desk.person("head"), corrected);
    desk.at("2026-03-11T09:00:00.000Z");
    const complaint = await desk.does("head", id, "triage", { ...claim, kind: "general", bases: ["refund"] });
    const answer = complaint.dueDates.find(({ clock }) => clock === "answer");
    // Version 1 has no term for a refund; the 13th has become a day off.
    expect(answer).toMatchObject({
      dueOn: "2026-03-16",
      calendarVersion: "own-1",
      rule: { id: "answer-general", regulationVersion: 1 },
    });
    expect(complaint.dueDates.find(({ clock }) => clock === "first_response")).toMatchObject({
      calendarVersion: russia.version,
      revision: 1,
    });
  });

  it("is refused on a closed complaint", async () => {
    const { id } = await desk.register(REGISTERED);
    desk.at("2026-03-11T09:00:00.000Z");
    await desk.does("agent", id, "steps", { clock: "answer" });
    await desk.mayNot(409, "complaint-closed", "handler", id, "triage", claim);
  });

  it.each([
    ["an unknown basis", { ...claim, bases: ["whim"] }],
    ["a kind in capitals", { ...claim, kind: "Claim" }],
    ["no word on anonymity", { kind: "claim", bases: [] }],
    ["a date of one's own", { ...claim, dueOn: "2027-01-01" }],
  ])("takes no %s", async (_what, json) => {
    const { id } = await desk.register(REGISTERED);
    await desk.mayNot(422, "invalid-request", "handler", id, "triage", json);
  });
});
