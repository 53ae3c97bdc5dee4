import { randomUUID } from "node:crypto";
import { complaintSchema, registeredComplaintSchema } from "@otklik/shared/complaint/complaint";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ask } from "../support/ask";
import { useDeps } from "../support/deps";
import {
  makeDevice,
  makeOrganisation,
  makePerson,
  signIn,
  type TestDevice,
  type TestPerson,
} from "../support/organisation";
import { expectReady } from "../support/ready";
import { sampleComplaint } from "../support/sample-complaint";

const test = useDeps();

afterEach(() => expectReady(test));
let person: TestPerson;
let device: TestDevice;
let desk: Record<string, string>;

beforeEach(async () => {
  person = await makePerson(test.database.db, await makeOrganisation(test.database.db), { roles: ["admin"] });
  device = await makeDevice(test.database.db, person);
  desk = await signIn(test.database.db, person);
});

const register = (complaint = sampleComplaint({ kind: "claim" })) =>
  ask(test.app, "POST /api/complaints", { headers: device.headers, json: complaint });
const does = (id: string, what: string, json: unknown) =>
  ask(test.app, `POST /api/complaints/${id}/${what}`, { headers: desk, json });
const statuses = async (asked: readonly Promise<Response>[]) =>
  (await Promise.all(asked)).map(({ status }) => status);
const times = <Value>(count: number, make: (place: number) => Value) =>
  Array.from({ length: count }, (_, place) => make(place));

async function registered(): Promise<{ id: string; incomingNumber: string }> {
  const complaint = sampleComplaint({ kind: "claim" });
  const { incomingNumber } = await (await register(complaint)).json();
  return { id: complaint.id, incomingNumber };
}

const eventsOf = async (id: string) =>
  complaintSchema.parse(await (await ask(test.app, `GET /api/complaints/${id}`, { headers: desk })).json())
    .events;

it("RACE-02 of two different clips under one id at the same moment one is kept, and the other is told so", async () => {
  const complaint = sampleComplaint();
  const others = times(10, (place) => ({
    ...complaint,
    clip: { ...complaint.clip, narrative: `Текст ${place}` },
  }));
  expect((await statuses(others.map(register))).sort()).toEqual([201, ...Array(9).fill(409)]);
});

it("RACE-03 the same id at the same moment in two organisations is two complaints, each the first of its own", async () => {
  const stranger = await makePerson(test.database.db, await makeOrganisation(test.database.db));
  const { headers } = await makeDevice(test.database.db, stranger);
  const json = sampleComplaint();
  const answers = await Promise.all([
    register(json),
    ask(test.app, "POST /api/complaints", { headers, json }),
  ]);
  const receipts = await Promise.all(answers.map((answer) => answer.json()));
  expect(answers.map(({ status }) => status)).toEqual([201, 201]);
  expect(receipts.map(({ incomingNumber }) => incomingNumber)).toEqual([
    expect.stringMatching(/-000001$/),
    expect.stringMatching(/-000001$/),
  ]);
});

it("RACE-07 twenty people who take the same step at once do it once", async () => {
  const { id } = await registered();
  expect((await statuses(times(20, () => does(id, "steps", { clock: "answer" })))).sort()).toEqual([
    200,
    ...Array(19).fill(409),
  ]);
  expect((await eventsOf(id)).filter(({ kind }) => kind === "step_recorded")).toHaveLength(1);
});

describe("RACE-09 what is done to one complaint at the same moment", () => {
  it("has an order that its history shows: closed and opened again any number of times, never twice in turn", async () => {
    const { id } = await registered();
    await does(id, "steps", { clock: "answer" });
    const asked = times(12, (place) =>
      place % 2 === 0 ? does(id, "reopening", { reason: "Снова." }) : does(id, "steps", { clock: "answer" }),
    );
    const answered = await statuses(asked);
    expect(new Set([200, 409, ...answered])).toEqual(new Set([200, 409]));
    const moves = (await eventsOf(id))
      .map(({ kind }) => kind)
      .filter((kind) => kind === "reopened" || kind === "step_recorded");
    expect(moves).toHaveLength(1 + answered.filter((status) => status === 200).length);
    expect(moves).toEqual(moves.map((_, place) => (place % 2 === 0 ? "step_recorded" : "reopened")));
  });

  it("loses no clip that is added while the complaint is closed and opened", async () => {
    const { id } = await registered();
    const clips = times(10, () =>
      ask(test.app, `POST /api/complaints/${id}/clips`, {
        headers: device.headers,
        json: { id: randomUUID(), clip: sampleComplaint().clip },
      }),
    );
    const moves = [
      does(id, "pauses", { reason: "Ждём." }),
      does(id, "steps", { clock: "answer" }),
      does(id, "reopening", { reason: "Снова." }),
    ];
    const [added] = await Promise.all([statuses(clips), Promise.all(moves)]);
    expect(added).toEqual(Array(10).fill(201));
    expect((await eventsOf(id)).filter(({ kind }) => kind === "clip_added")).toHaveLength(10);
  });
});

it("RACE-12 no deadlock reaches anybody who merges the same complaints crosswise, in three organisations at once", async () => {
  const organisations = await Promise.all(
    times(3, async () => {
      const admin = await makePerson(test.database.db, await makeOrganisation(test.database.db), {
        roles: ["admin"],
      });
      const { headers } = await makeDevice(test.database.db, admin);
      const cookie = await signIn(test.database.db, admin);
      const complaints: { id: string; number: string }[] = [];
      for (let count = 0; count < 4; count++) {
        const json = sampleComplaint({ kind: "claim" });
        const { incomingNumber } = await (
          await ask(test.app, "POST /api/complaints", { headers, json })
        ).json();
        complaints.push({ id: json.id, number: incomingNumber });
      }
      return { cookie, complaints };
    }),
  );
  const asked = organisations.flatMap(({ cookie, complaints }) =>
    complaints.flatMap(({ id }) =>
      complaints
        .filter((other) => other.id !== id)
        .map(({ number }) =>
          ask(test.app, `POST /api/complaints/${id}/merge`, { headers: cookie, json: { into: number } }),
        ),
    ),
  );
  const answered = await statuses(asked);
  expect(new Set([200, 409, ...answered])).toEqual(new Set([200, 409]));
  // All but one of each organisation's have gone into another.
  expect(answered.filter((status) => status === 200)).toHaveLength(9);
});

it("RACE-14 a form that is sent twice, from two tabs, is one complaint with one number and one line of its history", async () => {
  const complaint = sampleComplaint();
  const answers = await Promise.all(times(2, () => register(complaint)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 201]);
  const [one, other] = await Promise.all(answers.map((answer) => answer.json()));
  expect(one.incomingNumber).toBe(other.incomingNumber);
  expect(await eventsOf(complaint.id)).toHaveLength(1);
});

describe("TIME-04 a device's clock", () => {
  const DAY_MS = 24 * 60 * 60 * 1_000;

  it.each([
    ["two days ahead", () => new Date(Date.now() + 2 * DAY_MS).toISOString()],
    ["of 1970", () => "1970-01-01T00:00:00.000Z"],
    ["of 2099", () => "2099-12-31T23:59:59.999Z"],
  ])(
    "%s is kept as what it claimed, and moves neither number nor date nor the device's time",
    async (_what, at) => {
      const json = sampleComplaint({ kind: "claim", clip: { capturedAt: at() } });
      const begun = Date.now();
      const answer = await register(json);
      const receipt = registeredComplaintSchema.parse(await answer.json());
      const now = new Date();
      expect(answer.status).toBe(201);
      expect(receipt.incomingNumber).toMatch(
        new RegExp(`^(?:${now.getFullYear()}|${now.getFullYear() + 1})-000001$`),
      );
      expect(Math.abs(Date.parse(receipt.registeredAt) - begun)).toBeLessThan(60_000);
      expect(Date.parse(receipt.receivedAt)).toBeLessThanOrEqual(now.getTime());
      const found = await ask(test.app, `GET /api/complaints/${json.id}`, { headers: desk });
      expect(complaintSchema.parse(await found.json()).clip.capturedAt).toBe(json.clip.capturedAt);
      const due = receipt.dueDates.find(({ clock }) => clock === "answer");
      expect(due?.startAt).toBe(receipt.registeredAt);
      expect((await ask(test.app, "GET /api/badge", { headers: device.headers })).status).toBe(200);
    },
  );
});

it("TIME-05 a clock that steps back an hour moves neither numbers nor the order of the history", async () => {
  const { id } = await registered();
  const later = new Date();
  test.setClock(later);
  expect((await does(id, "pauses", { reason: "Ждём." })).status).toBe(200);
  test.setClock(new Date(later.getTime() - 3_600_000));
  try {
    const after = await (await register()).json();
    expect(after.incomingNumber).toMatch(/-000002$/);
    expect((await does(id, "pauses/end", {})).status).toBe(200);
    const told = (await eventsOf(id)).map(({ kind }) => kind);
    expect(told).toEqual(["registered", "pause_started", "pause_ended"]);
    expect((await ask(test.app, "GET /api/badge", { headers: device.headers })).status).toBe(200);
  } finally {
    test.setClock(null);
  }
});
