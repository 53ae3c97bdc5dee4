import { randomUUID } from "node:crypto";
import {
  complaintSchema,
  registerBatchResultSchema,
  registeredComplaintSchema,
} from "@otklik/shared/complaint/complaint";
import { LIMITS } from "@otklik/shared/complaint/limits";
import { dueDateSchema } from "@otklik/shared/deadline/due-date";
import { localDateOf } from "@otklik/shared/deadline/time/zone";
import { beforeEach, describe, expect, it } from "vitest";
import { ask, expectProblem } from "../../../tests/support/ask";
import { useDeps } from "../../../tests/support/deps";
import {
  makeDevice,
  makeOrganisation,
  makePerson,
  signIn,
  type TestDevice,
  type TestPerson,
} from "../../../tests/support/organisation";
import { sampleComplaint } from "../../../tests/support/sample-complaint";

const test = useDeps();
let person: TestPerson;
let device: TestDevice;
let desk: Record<string, string>;

beforeEach(async () => {
  person = await makePerson(test.database.db, await makeOrganisation(test.database.db));
  device = await makeDevice(test.database.db, person);
  desk = await signIn(test.database.db, person);
});

const register = (json: unknown, headers: Record<string, string> = device.headers) =>
  ask(test.app, "POST /api/complaints", { headers, json });

const find = (id: string, headers: Record<string, string> = desk) =>
  ask(test.app, `GET /api/complaints/${id}`, { headers });

const step = (id: string, clock: string) =>
  ask(test.app, `POST /api/complaints/${id}/steps`, { headers: desk, json: { clock } });

async function registered(overrides: Parameters<typeof sampleComplaint>[0] = {}): Promise<string> {
  const complaint = sampleComplaint(overrides);
  expect((await register(complaint)).status).toBe(201);
  return complaint.id;
}

describe("registering", () => {
  it("answers 201 with the number and the due dates, and 200 with the same when it is sent again", async () => {
    const complaint = sampleComplaint({ kind: "claim", topicId: person.organisation.topics[0]?.id ?? null });
    const first = await register(complaint);
    expect(first.status).toBe(201);
    const receipt = registeredComplaintSchema.parse(await first.json());
    expect(receipt.incomingNumber).toMatch(/^\d{4}-000001$/);
    expect(receipt.dueDates.map(({ clock }) => clock)).toEqual(["first_response", "triage", "answer"]);

    const second = await register(complaint);
    expect(second.status).toBe(200);
    expect(registeredComplaintSchema.parse(await second.json())).toEqual({ ...receipt, created: false });
  });

  it("RACE-02 refuses the same id with another content", async () => {
    const complaint = sampleComplaint();
    await register(complaint);
    const other = { ...complaint, clip: { ...complaint.clip, narrative: "Другой текст" } };
    await expectProblem(await register(other), 409, "clip-id-reused");
  });

  it("IN-16 takes an id in capitals for the same one", async () => {
    const complaint = sampleComplaint();
    const first = await register({ ...complaint, id: complaint.id.toUpperCase() });
    expect(await first.json()).toMatchObject({ id: complaint.id, created: true });
    expect((await register(complaint)).status).toBe(200);
  });

  it("takes a clip whose keys come in another order for the same one", async () => {
    const complaint = sampleComplaint({ clip: { sources: { narrative: "selection", author: "page" } } });
    await register(complaint);
    const { clip, ...rest } = complaint;
    const sources = { author: "page", narrative: "selection" };
    expect((await register({ clip: { ...clip, sources }, ...rest })).status).toBe(200);
  });

  it("AUTH-04 refuses a topic of another organisation", async () => {
    const other = await makeOrganisation(test.database.db);
    const answer = await register(sampleComplaint({ topicId: other.topics[0]?.id ?? null }));
    const problem = await expectProblem(answer, 422, "topic-unknown");
    expect(problem.errors?.[0]?.path).toBe("topicId");
  });

  it.each([
    ["IN-01 a NUL", { clip: { narrative: "а\u0000б" } }, "clip.narrative", "unstorable-text"],
    ["IN-02 a lone surrogate", { clip: { narrative: "\ud800" } }, "clip.narrative", "unstorable-text"],
    ["IN-15 an unknown kind", { kind: "Claim" }, "kind", "invalid_value"],
    ["IN-16 an id that is none", { id: "' OR 1=1--" }, "id", "invalid_format"],
    [
      "IN-17 a script address",
      { clip: { permalink: "javascript:alert(1)" } },
      "clip.permalink",
      "invalid_format",
    ],
    [
      "IN-17 a password in an address",
      { clip: { permalink: "https://a:b@c.test/" } },
      "clip.permalink",
      "user-info-in-url",
    ],
    [
      "IN-14 a day that does not exist",
      { clip: { capturedAt: "2026-02-29T10:00:00Z" } },
      "clip.capturedAt",
      "invalid_format",
    ],
    ["AUTH-05 a number of one's own", { number: 1 }, "number", "unrecognized_keys"],
    ["IN-11 constructor", { clip: { constructor: {} } }, "clip.constructor", "unrecognized_keys"],
    ["a line break in a name", { clip: { adapter: "any\npage" } }, "clip.adapter", "control-character"],
  ])("%s is told by its field", async (_what, overrides, path, reason) => {
    const answer = await register(sampleComplaint(overrides as Parameters<typeof sampleComplaint>[0]));
    const problem = await expectProblem(answer, 422, "invalid-request");
    expect(problem.errors).toEqual([expect.objectContaining({ path, reason, message: expect.any(String) })]);
  });

  it("tells the limit, in the language asked for", async () => {
    const tooLong = sampleComplaint({ clip: { narrative: "я".repeat(LIMITS.narrativeLength + 1) } });
    const answer = await register(tooLong, { ...device.headers, "accept-language": "ru-RU,ru;q=0.9" });
    expect(answer.headers.get("content-language")).toBe("ru");
    const problem = await expectProblem(answer, 422, "invalid-request");
    expect(problem).toMatchObject({
      type: "urn:otklik:problem:invalid-request",
      title: "Не принято",
      status: 422,
      errors: [{ path: "clip.narrative", reason: "too_big", limit: LIMITS.narrativeLength }],
    });
    expect(problem.errors?.[0]?.message).toMatch(/20.000/);
    expect(problem.requestId).toBe(answer.headers.get("x-request-id"));
  });

  it("IN-09 names no more than twenty faults", async () => {
    const hostile = Object.fromEntries(Array.from({ length: 1_000 }, (_, n) => [`key${n}`, n]));
    const problem = await expectProblem(
      await register({ ...sampleComplaint(), ...hostile }),
      422,
      "invalid-request",
    );
    expect(problem.errors).toHaveLength(20);
  });

  it("stores nothing that it refused", async () => {
    await register(sampleComplaint({ topicId: randomUUID() }));
    await register({ ...sampleComplaint(), extra: 1 });
    const rows = await test.database.owner`
      SELECT id FROM complaints WHERE org_id = ${person.organisation.id}`;
    expect([...rows]).toEqual([]);
  });

  it("gives each clip of a batch its own result, in their order, with consecutive numbers", async () => {
    const [one, two] = [sampleComplaint(), sampleComplaint()];
    const answer = await ask(test.app, "POST /api/complaints/batch", {
      headers: { ...device.headers, "accept-language": "ru" },
      json: { complaints: [one, { id: 1 }, two, { ...sampleComplaint(), topicId: randomUUID() }] },
    });
    expect(answer.status).toBe(200);
    const { results } = registerBatchResultSchema.parse(await answer.json());
    expect(results.map(({ status }) => status)).toEqual([201, 422, 201, 422]);
    expect(
      results.map((result) =>
        "complaint" in result ? result.complaint.incomingNumber.slice(5) : result.problem.code,
      ),
    ).toEqual(["000001", "invalid-request", "000002", "topic-unknown"]);
    expect(results[1]).toMatchObject({ problem: { title: "Не принято" } });
  });

  it.each([
    ["none", 0],
    ["one too many", LIMITS.batchItems + 1],
  ])("refuses a batch of %s", async (_what, length) => {
    const answer = await ask(test.app, "POST /api/complaints/batch", {
      headers: device.headers,
      json: { complaints: Array(length).fill({}) },
    });
    await expectProblem(answer, 422, "invalid-request");
  });
});

describe("finding", () => {
  it("gives the whole complaint, with how its due dates were counted", async () => {
    const sha256 = "ab".repeat(32);
    const [topic] = person.organisation.topics;
    const sent = sampleComplaint({
      kind: "claim",
      topicId: topic?.id ?? null,
      remedySought: "Вернуть деньги",
      clip: {
        evidence: [
          {
            kind: "screenshot",
            sha256,
            mediaType: "image/png",
            bytes: 10,
            region: { x: 1, y: 2, width: 3, height: 4 },
            masks: [],
          },
        ],
      },
    });
    const receipt = registeredComplaintSchema.parse(await (await register(sent)).json());
    const answer = await find(sent.id);
    expect(answer.status).toBe(200);
    const complaint = complaintSchema.parse(await answer.json());
    expect(complaint).toMatchObject({
      id: sent.id,
      incomingNumber: receipt.incomingNumber,
      status: "registered",
      complainant: "Варвара Синицына",
      excerpt: "Посылка не пришла. Деньги не вернули.",
      responsible: { id: person.id, name: person.name },
      registeredBy: { id: person.id, name: person.name },
      topic,
      remedySought: "Вернуть деньги",
      clip: sent.clip,
      evidence: [{ ...sent.clip.evidence[0], storedAt: null }],
      events: [{ kind: "registered", actor: { id: person.id, name: person.name } }],
      zone: "Europe/Moscow",
      closedAt: null,
    });
    expect(complaint.dueDates.map((due) => dueDateSchema.parse(due))).toEqual(receipt.dueDates);
    const answerDue = complaint.dueDates.find(({ clock }) => clock === "answer");
    expect(answerDue?.trace.filter(({ counted }) => counted).length).toBeGreaterThanOrEqual(30);
    expect(complaint.nextDue).toEqual({
      clock: "first_response",
      dueAt: receipt.dueDates[0]?.dueAt,
      dueOn: receipt.dueDates[0]?.dueOn,
      provisional: false,
      rule: receipt.dueDates[0]?.rule,
      startAt: receipt.dueDates[0]?.startAt,
      startOn: localDateOf(receipt.dueDates[0]?.startAt ?? "", "Europe/Moscow"),
      rolledFrom: null,
      cause: "registered",
    });
  });

  it("does not name the complainant of an anonymous complaint in its row", async () => {
    const id = await registered({ anonymous: true });
    expect(complaintSchema.parse(await (await find(id)).json())).toMatchObject({
      anonymous: true,
      complainant: null,
    });
  });

  it("AUTH-03 answers another organisation's complaint as one that does not exist", async () => {
    const id = await registered();
    const stranger = await makePerson(test.database.db, await makeOrganisation(test.database.db), {
      roles: ["admin"],
    });
    const theirDesk = await signIn(test.database.db, stranger);
    const strange = await expectProblem(await find(id, theirDesk), 404, "not-found");
    const random = await expectProblem(await find(randomUUID(), theirDesk), 404, "not-found");
    expect({ ...strange, requestId: "" }).toEqual({ ...random, requestId: "" });
    const theirStep = await ask(test.app, `POST /api/complaints/${id}/steps`, {
      headers: theirDesk,
      json: { clock: "answer" },
    });
    await expectProblem(theirStep, 404, "not-found");
  });

  it.each(["1", "'%20OR%201=1--", "x".repeat(10_000)])("IN-16 finds nothing under %.20s", async (id) => {
    await expectProblem(await find(id), 404, "not-found");
  });
});

describe("recording a step", () => {
  it("meets one clock and moves the next due date on", async () => {
    const id = await registered({ kind: "claim" });
    const answer = await step(id, "first_response");
    expect(answer.status).toBe(200);
    const complaint = complaintSchema.parse(await answer.json());
    expect(complaint.nextDue?.clock).toBe("triage");
    expect(complaint.dueDates.map(({ clock, metAt }) => [clock, metAt !== null])).toEqual([
      ["first_response", true],
      ["triage", false],
      ["answer", false],
    ]);
    expect(complaint.events.at(-1)).toMatchObject({
      kind: "step_recorded",
      actor: { id: person.id },
      data: { clock: "first_response", closes: false },
    });
    await expectProblem(await step(id, "first_response"), 409, "step-already-recorded");
  });

  it.each([
    ["the answer", {}, "answer", "term_notice"],
    ["triage of a suggestion", { kind: "suggestion" as const }, "triage", "answer"],
    ["triage of an anonymous claim", { kind: "claim" as const, anonymous: true }, "triage", "answer"],
  ])("closes the complaint with %s", async (_what, overrides, last, later) => {
    const id = await registered(overrides);
    const complaint = complaintSchema.parse(await (await step(id, last)).json());
    expect(complaint).toMatchObject({ status: "closed", nextDue: null, closedAt: expect.any(String) });
    await expectProblem(await step(id, later), 409, "step-already-recorded");
    const [row] = await test.database.owner`SELECT next_due_at FROM complaints WHERE id = ${id}`;
    expect(row).toEqual({ next_due_at: null });
  });

  it("refuses a clock that does not run on the complaint", async () => {
    await expectProblem(await step(await registered(), "triage"), 409, "step-already-recorded");
  });

  it("RACE-07 records one of ten at once, with one event", async () => {
    const id = await registered();
    const answers = await Promise.all(Array.from({ length: 10 }, () => step(id, "answer")));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(409)]);
    const events = await test.database.owner`
      SELECT kind FROM events WHERE complaint_id = ${id} AND kind = 'step_recorded'`;
    expect(events).toHaveLength(1);
  });

  it("AUTH-07 is not for an extension's token", async () => {
    const id = await registered();
    const answer = await ask(test.app, `POST /api/complaints/${id}/steps`, {
      headers: device.headers,
      json: { clock: "answer" },
    });
    await expectProblem(answer, 403, "not-allowed");
  });
});
