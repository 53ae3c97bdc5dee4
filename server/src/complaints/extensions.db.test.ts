import { describe, expect, it } from "vitest";
import { ask } from "../../../tests/support/ask";
import { useDeps } from "../../../tests/support/deps";
import { makePerson, signIn } from "../../../tests/support/organisation";
import { ownRegulation } from "../../../tests/support/own-regulation";
import { putRegulationInForce } from "../../../tests/support/publish-rules";
import { formerDays, lastDays, useTermDesk } from "../../../tests/support/term-desk";

const test = useDeps();
const desk = useTermDesk(test);

const REGISTERED = "2026-03-10T07:00:00.000Z";
const NOON = "2026-03-11T09:00:00.000Z";
/** 24:00 in Moscow of the last day: from this instant on the term has run out. */
const RUN_OUT = "2026-03-31T21:00:00.000Z";

const asking = (dueOn: string) => ({ clock: "answer", dueOn, reason: "Ждём заключения лаборатории." });
const approval = { decision: "approved", comment: null };

/** Law 442-FZ: 15 working days, to 31 March, and not more than 10 working days after it. */
async function financialClaim(): Promise<string> {
  const { id } = await desk.register(REGISTERED, { kind: "claim" });
  desk.at(NOON);
  const bases = ["financial_organisation"];
  const complaint = await desk.does("handler", id, "triage", { kind: "claim", anonymous: false, bases });
  expect(lastDays(complaint).answer).toBe("2026-03-31");
  expect(complaint.dueDates.find(({ clock }) => clock === "answer")?.extendableTo).toBe("2026-04-14");
  return id;
}

describe("an extension", () => {
  it("keeps the names of who asked and who decided, also when they take others afterwards", async () => {
    const id = await financialClaim();
    await desk.does("head", id, "extensions", asking("2026-04-14"));
    await desk.does("chair", id, "extensions/1/decision", approval);
    for (const role of ["head", "chair"] as const) {
      const headers = { ...(await signIn(test.database.db, desk.person(role), new Date(NOON))) };
      await ask(test.app, "PATCH /api/account", { json: { name: "Чужое Имя" }, headers });
    }
    const complaint = await desk.find(id);
    expect(complaint.extensions[0]).toMatchObject({
      requestedBy: { name: "Имя head" },
      decidedBy: { name: "Имя chair" },
    });
  });

  it("leaves the date as it is while it waits, then moves it, and tells the complainant why", async () => {
    const id = await financialClaim();
    const waiting = await desk.does("head", id, "extensions", asking("2026-04-14"));
    expect(lastDays(waiting).answer).toBe("2026-03-31");
    expect(waiting.extensions).toEqual([
      {
        position: 1,
        clock: "answer",
        fromDueOn: "2026-03-31",
        toDueOn: "2026-04-14",
        reason: "Ждём заключения лаборатории.",
        requestedBy: { id: desk.person("head").id, name: "Имя head" },
        requestedAt: NOON,
        decision: null,
        decidedBy: null,
        decidedAt: null,
        comment: null,
        notice: null,
      },
    ]);
    expect(waiting.events.at(-1)).toMatchObject({
      kind: "extension_requested",
      data: { clock: "answer", fromDueOn: "2026-03-31", toDueOn: "2026-04-14" },
    });

    desk.at("2026-03-12T09:00:00.000Z");
    const decided = await desk.does("chair", id, "extensions/1/decision", {
      decision: "approved",
      comment: "Согласовано",
    });
    const answer = decided.dueDates.find(({ clock }) => clock === "answer");
    expect(answer).toMatchObject({
      revision: 3,
      cause: "extended",
      dueOn: "2026-04-14",
      dueAt: "2026-04-14T21:00:00.000Z",
      startAt: REGISTERED,
      rule: { id: "answer-financial-organisation" },
      extendableTo: "2026-04-14",
    });
    // The rule gave 31 March, and that is what can be explained.
    expect(answer?.trace.at(-1)?.on).toBe("2026-03-31");
    expect(formerDays(decided, "answer")).toEqual([
      ["2026-03-31", "classified"],
      ["2026-04-09", "registered"],
    ]);
    expect(decided.extensions[0]).toMatchObject({
      decision: "approved",
      decidedBy: { name: "Имя chair" },
      decidedAt: "2026-03-12T09:00:00.000Z",
      comment: "Согласовано",
    });
    const notice = decided.extensions[0]?.notice?.replaceAll("\u00a0", " ");
    expect(notice).toContain(`обращение № ${decided.incomingNumber}`);
    expect(notice).toContain("14 апреля 2026 года");
    expect(notice).toContain("Ждём заключения лаборатории.");
    expect(notice).toContain("ООО «Ромашка»");
    expect(decided.events.at(-1)).toMatchObject({
      kind: "extension_decided",
      actor: { name: "Имя chair" },
      data: {
        decision: "approved",
        moves: [{ clock: "answer", before: { dueOn: "2026-03-31" }, after: { dueOn: "2026-04-14" } }],
      },
    });
    const [row] = await test.database.owner`
      SELECT count(*)::int AS n FROM due_dates WHERE complaint_id = ${id} AND clock = 'answer'`;
    expect(row).toEqual({ n: 3 });
  });

  it("moves nothing when it is refused, and may be asked for again", async () => {
    const id = await financialClaim();
    await desk.does("head", id, "extensions", asking("2026-04-07"));
    const refusal = { decision: "refused", comment: "Сил хватает" };
    const refused = await desk.does("chair", id, "extensions/1/decision", refusal);
    expect(lastDays(refused).answer).toBe("2026-03-31");
    expect(refused.extensions[0]).toMatchObject({
      decision: "refused",
      comment: "Сил хватает",
      notice: null,
    });
    expect(refused.events.at(-1)).toMatchObject({ data: { decision: "refused", moves: [] } });
    const again = await desk.does("head", id, "extensions", asking("2026-04-07"));
    expect(again.extensions.map(({ position, decision }) => [position, decision])).toEqual([
      [1, "refused"],
      [2, null],
    ]);
  });

  it("goes in a chain within the limit, which is counted from the date that the rule gave", async () => {
    const id = await financialClaim();
    await desk.does("head", id, "extensions", asking("2026-04-07"));
    await desk.does("chair", id, "extensions/1/decision", approval);
    await desk.mayNot(422, "extension-too-long", "head", id, "extensions", asking("2026-04-15"));
    await desk.does("head", id, "extensions", asking("2026-04-14"));
    const complaint = await desk.does("chair", id, "extensions/2/decision", approval);
    expect(lastDays(complaint).answer).toBe("2026-04-14");
    expect(formerDays(complaint, "answer")).toEqual([
      ["2026-04-07", "extended"],
      ["2026-03-31", "classified"],
      ["2026-04-09", "registered"],
    ]);
    await desk.mayNot(422, "extension-too-long", "head", id, "extensions", asking("2026-04-15"));
  });

  it.each([
    ["the last day that 442-FZ allows, 10 working days on", "2026-04-14", null],
    ["one working day more", "2026-04-15", "extension-too-long"],
    ["the present day", "2026-03-31", "extension-not-later"],
    ["an earlier day", "2026-03-30", "extension-not-later"],
    ["the day after", "2026-04-01", null],
  ])("to %s", async (_what, dueOn, refusal) => {
    const id = await financialClaim();
    if (refusal === null) await desk.does("head", id, "extensions", asking(dueOn));
    else await desk.mayNot(422, refusal, "head", id, "extensions", asking(dueOn));
    expect((await desk.find(id)).extensions).toHaveLength(refusal === null ? 1 : 0);
  });

  it("is asked for and approved in the last millisecond, and refused by law in the next", async () => {
    const id = await financialClaim();
    const last = new Date(Date.parse(RUN_OUT) - 1).toISOString();
    desk.at(last);
    await desk.does("head", id, "extensions", asking("2026-04-07"));
    desk.at(RUN_OUT);
    await desk.mayNot(409, "extension-too-late", "chair", id, "extensions/1/decision", approval);
    await desk.mayNot(409, "extension-too-late", "head", id, "extensions", asking("2026-04-08"));
    // It is not decided silently: the chair says no, and the history has it.
    expect((await desk.find(id)).extensions[0]?.decision).toBeNull();
    desk.at(last);
    const complaint = await desk.does("chair", id, "extensions/1/decision", approval);
    expect(lastDays(complaint).answer).toBe("2026-04-07");
  });

  it("is not given by a rule that gives none", async () => {
    const { id } = await desk.register(REGISTERED, { kind: "claim" });
    desk.at(NOON);
    const bases = ["refund"];
    const complaint = await desk.does("handler", id, "triage", { kind: "claim", anonymous: false, bases });
    expect(complaint.dueDates.find(({ clock }) => clock === "answer")?.extendableTo).toBeNull();
    await desk.mayNot(409, "extension-not-allowed", "head", id, "extensions", asking("2026-03-27"));
  });

  it("goes as far as is agreed where the rule does not say how far", async () => {
    const { id } = await desk.register(REGISTERED, { kind: "claim" });
    desk.at(NOON);
    await desk.does("head", id, "extensions", asking("2027-12-31"));
    const complaint = await desk.does("chair", id, "extensions/1/decision", approval);
    // A day that was agreed hangs on no forecast.
    expect(complaint.dueDates.find(({ clock }) => clock === "answer")).toMatchObject({
      dueOn: "2027-12-31",
      provisional: false,
    });
  });

  it("stays within every rule that sets a term for the clock, not only the one that holds", async () => {
    const regulation = ownRegulation([
      { id: "answer-short", clock: "answer", unit: "working_day", n: 3, extension: { longest: null } },
      { id: "answer-law", clock: "answer", unit: "working_day", n: 5, extension: null },
    ]);
    await putRegulationInForce(test.database.db, desk.person("head"), regulation, "2026-01-01");
    const { id } = await desk.register(REGISTERED, { regulation });
    desk.at(NOON);
    expect((await desk.find(id)).dueDates[0]).toMatchObject({
      dueOn: "2026-03-13",
      extendableTo: "2026-03-17",
    });
    await desk.mayNot(422, "extension-too-long", "head", id, "extensions", asking("2026-03-18"));
    await desk.does("head", id, "extensions", asking("2026-03-17"));
  });

  it("ends at close of business where the rule does", async () => {
    const extension = { longest: null };
    const rule = { id: "answer-by-closing", clock: "answer", unit: "working_day", n: 3, extension } as const;
    const regulation = ownRegulation([{ ...rule, end: "close_of_business" }]);
    await putRegulationInForce(test.database.db, desk.person("head"), regulation, "2026-01-01");
    const { id } = await desk.register(REGISTERED, { regulation });
    desk.at(NOON);
    await desk.does("head", id, "extensions", asking("2026-03-20"));
    const complaint = await desk.does("chair", id, "extensions/1/decision", approval);
    // 18:00 in Moscow.
    expect(complaint.dueDates[0]).toMatchObject({ dueOn: "2026-03-20", dueAt: "2026-03-20T15:00:00.000Z" });
  });

  it("waits alone: the next for the clock comes after the decision", async () => {
    const id = await financialClaim();
    await desk.does("head", id, "extensions", asking("2026-04-07"));
    await desk.mayNot(409, "extension-waiting", "head", id, "extensions", asking("2026-04-08"));
  });

  it("that waited when its complaint was closed holds up nothing after a re-opening", async () => {
    const id = await financialClaim();
    await desk.does("head", id, "extensions", asking("2026-04-07"));
    desk.at("2026-03-12T09:00:00.000Z");
    await desk.does("handler", id, "steps", { clock: "answer" });
    const { dueDates } = await desk.does("handler", id, "reopening", { reason: "Ответ не по существу." });
    await desk.mayNot(409, "extension-too-late", "chair", id, "extensions/1/decision", approval);
    const present = dueDates.find(({ clock }) => clock === "answer");
    const later = await desk.does("head", id, "extensions", asking(present?.extendableTo ?? ""));
    expect(later.extensions.map(({ decision }) => decision)).toEqual([null, null]);
    await desk.does("chair", id, "extensions/1/decision", { decision: "refused", comment: null });
    await desk.does("chair", id, "extensions/2/decision", approval);
  });

  it("is decided once, however many decide at once", async () => {
    const id = await financialClaim();
    await desk.does("head", id, "extensions", asking("2026-04-07"));
    const chair = { ...(await signIn(test.database.db, desk.person("chair"))) };
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        ask(test.app, `POST /api/complaints/${id}/extensions/1/decision`, {
          headers: chair,
          json: { decision: n % 2 === 0 ? "approved" : "refused", comment: null },
        }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(409)]);
    const events = await test.database.owner`
      SELECT id FROM events WHERE complaint_id = ${id} AND kind = 'extension_decided'`;
    expect(events).toHaveLength(1);
    await desk.mayNot(409, "extension-decided", "chair", id, "extensions/1/decision", approval);
  });

  it("is asked for once, however often it is asked at once", async () => {
    const id = await financialClaim();
    const head = { ...(await signIn(test.database.db, desk.person("head"))) };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        ask(test.app, `POST /api/complaints/${id}/extensions`, { headers: head, json: asking("2026-04-07") }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(409)]);
    expect((await desk.find(id)).extensions).toHaveLength(1);
  });

  it("may be asked for and decided by one person who holds both roles; the record names them", async () => {
    const both = await makePerson(test.database.db, desk.person("head").organisation, {
      roles: ["head", "chair"],
    });
    const headers = { ...(await signIn(test.database.db, both)) };
    const id = await financialClaim();
    await ask(test.app, `POST /api/complaints/${id}/extensions`, { headers, json: asking("2026-04-07") });
    const path = `POST /api/complaints/${id}/extensions/1/decision`;
    expect((await ask(test.app, path, { headers, json: approval })).status).toBe(200);
    expect((await desk.find(id)).extensions[0]).toMatchObject({
      requestedBy: { id: both.id },
      decidedBy: { id: both.id },
    });
  });

  it("is undone by a triage that finds another rule, and kept by one that finds the same", async () => {
    const id = await financialClaim();
    await desk.does("head", id, "extensions", asking("2026-04-14"));
    await desk.does("chair", id, "extensions/1/decision", approval);
    const same = { kind: "service", anonymous: false, bases: ["financial_organisation"] };
    expect(lastDays(await desk.does("handler", id, "triage", same)).answer).toBe("2026-04-14");
    const other = await desk.does("handler", id, "triage", { ...same, bases: ["refund"] });
    expect(lastDays(other).answer).toBe("2026-03-20");
    expect(formerDays(other, "answer")[0]).toEqual(["2026-04-14", "extended"]);
  });

  it("that was asked for before a triage is judged by the rule of after it", async () => {
    const id = await financialClaim();
    await desk.does("head", id, "extensions", asking("2026-04-07"));
    const refund = { kind: "claim", anonymous: false, bases: ["refund"] };
    await desk.does("handler", id, "triage", refund);
    await desk.mayNot(409, "extension-not-allowed", "chair", id, "extensions/1/decision", approval);
    await desk.does("chair", id, "extensions/1/decision", { decision: "refused", comment: null });
  });

  it("has nothing to move once it is done, or the complaint closed", async () => {
    const id = await financialClaim();
    await desk.does("head", id, "extensions", asking("2026-04-07"));
    await desk.mayNot(409, "step-already-recorded", "head", id, "extensions", {
      ...asking("2026-04-07"),
      clock: "term_notice",
    });
    await desk.mayNot(404, "not-found", "chair", id, "extensions/2/decision", approval);
    await desk.does("handler", id, "steps", { clock: "answer" });
    await desk.mayNot(409, "complaint-closed", "head", id, "extensions", asking("2026-04-07"));
    await desk.mayNot(409, "complaint-closed", "chair", id, "extensions/1/decision", approval);
  });

  it.each([
    ["a day that does not exist", { dueOn: "2026-02-30" }, "dueOn"],
    ["no reason", { reason: "" }, "reason"],
    ["a clock that nobody waits for", { clock: "retention" }, "clock"],
  ])("with %s is told by its field", async (_what, wrong, path) => {
    const id = await financialClaim();
    const head = { ...(await signIn(test.database.db, desk.person("head"))) };
    const json = { ...asking("2026-04-07"), ...wrong };
    const answer = await ask(test.app, `POST /api/complaints/${id}/extensions`, { headers: head, json });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ errors: [{ path }] });
  });

  it.each(["0", "32768", "x", "1.5"])("has no position %s", async (position) => {
    const id = await financialClaim();
    await desk.mayNot(404, "not-found", "chair", id, `extensions/${position}/decision`, approval);
  });
});
