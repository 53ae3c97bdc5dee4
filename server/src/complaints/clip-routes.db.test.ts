import { randomBytes, randomUUID } from "node:crypto";
import {
  type RegisteredBeforeAnswer,
  registeredBeforeAnswerSchema,
} from "@otklik/shared/capture/registered-before";
import type { Clip, Evidence } from "@otklik/shared/complaint/clip";
import {
  type AddClip,
  clipAddedSchema,
  complaintSchema,
  type RegisterComplaint,
} from "@otklik/shared/complaint/complaint";
import { complaintProofSchema } from "@otklik/shared/proof/complaint-proof";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { ask, expectProblem } from "../../../tests/support/ask";
import { useDeps } from "../../../tests/support/deps";
import {
  callerOf,
  makeDevice,
  makeOrganisation,
  makePerson,
  signIn,
  type TestDevice,
  type TestPerson,
} from "../../../tests/support/organisation";
import { sampleComplaint } from "../../../tests/support/sample-complaint";
import { makeSigner } from "../../../tests/support/signed-complaint";
import { mergeComplaint } from "./merge-complaint";
import { registerComplaint } from "./register-complaint";

const test = useDeps();

let person: TestPerson;
let device: TestDevice;

beforeAll(async () => {
  person = await makePerson(test.database.db, await makeOrganisation(test.database.db), { roles: ["admin"] });
  device = await makeDevice(test.database.db, person);
});

const COURIER = "Курьер «Быстрого кота» опоздал на три часа и не извинился, заказ пришёл холодным и помятым.";

const register = (complaint: RegisterComplaint, by = person) =>
  registerComplaint(test.deps, callerOf(by), complaint);
const keyed = (permalinkKey: string, clip: Partial<Clip> = {}) =>
  sampleComplaint({ clip: { permalinkKey, ...clip } });

async function before(
  permalinkKeys: readonly string[],
  narrative: string | null = null,
  by = device,
): Promise<RegisteredBeforeAnswer> {
  const answer = await ask(test.app, "POST /api/complaints/registered-before", {
    headers: by.headers,
    json: { permalinkKeys, narrative },
  });
  expect(answer.status).toBe(200);
  return registeredBeforeAnswerSchema.parse(await answer.json());
}

const newKey = () => `vk:wall-1_${randomBytes(4).readUInt32BE()}`;
const evidenceOf = (sha256 = randomBytes(32).toString("hex")): Evidence => ({
  kind: "crop",
  sha256,
  mediaType: "image/png",
  bytes: 100,
  region: null,
  masks: [],
});
const newClip = (clip: Partial<Clip> = {}): AddClip => ({
  id: randomUUID(),
  clip: sampleComplaint({ clip }).clip,
});
const add = (complaintId: string, clip: AddClip, by = device) =>
  ask(test.app, `POST /api/complaints/${complaintId}/clips`, { headers: by.headers, json: clip });
const find = async (id: string) =>
  complaintSchema.parse(
    await (await ask(test.app, `GET /api/complaints/${id}`, { headers: device.headers })).json(),
  );

describe("registered before by key", () => {
  it("finds a post by its own key, with number, handler and the date that is owed", async () => {
    const key = newKey();
    const { id, incomingNumber, dueDates } = await register(keyed(key));
    await register(keyed(newKey()));
    const { same, similar } = await before([newKey(), key]);
    expect(similar).toEqual([]);
    expect(same).toMatchObject([
      { id, incomingNumber, permalinkKey: key, status: "registered", responsible: { name: person.name } },
    ]);
    expect(same[0]?.nextDue?.dueOn).toBe(dueDates[0]?.dueOn);
  });

  it("finds it by the key of a further post, and by that of a clip that was added", async () => {
    const [first, further, added] = [newKey(), newKey(), newKey()];
    const {
      evidence: _none,
      page: _page,
      channel: _c,
      capturedAt: _at,
      adapter: _a,
      ...post
    } = sampleComplaint().clip;
    const complaint = await register(keyed(first, { more: [{ ...post, permalinkKey: further }, post] }));
    expect((await add(complaint.id, newClip({ permalinkKey: added }))).status).toBe(201);
    const { same } = await before([first, further, added]);
    expect(same.map(({ id, permalinkKey }) => [id, permalinkKey]).sort()).toEqual(
      [first, further, added].map((key) => [complaint.id, key]).sort(),
    );
  });

  it("tells of a merged complaint the one in which it goes on", async () => {
    const key = newKey();
    const one = await register(keyed(key));
    const two = await register(keyed(newKey()));
    const three = await register(keyed(newKey()));
    const caller = callerOf(person);
    await mergeComplaint(test.deps, caller, { id: one.id, into: two.incomingNumber });
    await mergeComplaint(test.deps, caller, { id: two.id, into: three.incomingNumber });
    expect((await before([key])).same).toMatchObject([{ id: three.id, permalinkKey: key }]);
  });

  it("tells of a colleague's complaint the number, who has it and by when it is owed, and no word of it", async () => {
    const key = newKey();
    const author = { name: "Лада Берестянникова", handle: null, profileUrl: null, platformId: null };
    const narrative = `${COURIER} Позвоните мне.`;
    const colleague = await makePerson(test.database.db, person.organisation);
    const { id, incomingNumber } = await register(keyed(key, { author, narrative }), colleague);
    const told = {
      id,
      incomingNumber,
      status: "registered",
      responsible: { id: colleague.id, name: colleague.name },
      isReadable: false,
      complainant: null,
      excerpt: null,
      nextDue: { clock: expect.any(String) },
    };
    expect((await before([key])).same).toMatchObject([{ ...told, permalinkKey: key }]);
    await vi.waitFor(async () => expect((await before([], narrative)).similar).toMatchObject([told]));
    const own = { isReadable: true, complainant: author.name, excerpt: narrative };
    const itsDevice = await makeDevice(test.database.db, colleague);
    expect((await before([key], null, itsDevice)).same).toMatchObject([own]);
    const atTheDesk = await ask(test.app, "POST /api/complaints/registered-before", {
      headers: await signIn(test.database.db, person),
      json: { permalinkKeys: [key], narrative: null },
    });
    expect(await atTheDesk.json()).toMatchObject({ same: [own] });
  });

  it("is silent about another organisation's", async () => {
    const key = newKey();
    const stranger = await makePerson(test.database.db, await makeOrganisation(test.database.db));
    await register(keyed(key, { narrative: COURIER }), stranger);
    expect(await before([key])).toMatchObject({ same: [], similar: [] });
  });

  it.each([
    ["too many keys", { permalinkKeys: Array.from({ length: 101 }, newKey), narrative: null }],
    ["no keys", { narrative: null }],
    ["a key of two lines", { permalinkKeys: ["vk:\n1"], narrative: null }],
  ])("refuses %s", async (_what, json) => {
    const answer = await ask(test.app, "POST /api/complaints/registered-before", {
      headers: device.headers,
      json,
    });
    await expectProblem(answer, 422, "invalid-request");
  });
});

describe("registered before by words", () => {
  let reader: TestDevice;
  let writer: TestPerson;
  beforeEach(async () => {
    writer = await makePerson(test.database.db, await makeOrganisation(test.database.db));
    reader = await makeDevice(test.database.db, writer);
  });

  it("finds what says much the same, the most alike first, and no other", async () => {
    const copied = await register(
      sampleComplaint({ clip: { narrative: `${COURIER} Верните деньги за доставку.` } }),
      writer,
    );
    const same = await register(sampleComplaint({ clip: { narrative: COURIER.toUpperCase() } }), writer);
    await register(
      sampleComplaint({ clip: { narrative: "Курьер нагрубил моей соседке и уехал, не отдав заказ и чек" } }),
      writer,
    );
    await vi.waitFor(async () => {
      const { similar } = await before([], COURIER, reader);
      expect(similar.map(({ id }) => id)).toEqual([same.id, copied.id]);
      expect(similar[0]?.likeness).toBe(1);
      expect(similar[1]?.likeness).toBeLessThan(1);
    });
  });

  it("does not tell again what is the same post", async () => {
    const key = newKey();
    const { id } = await register(keyed(key, { narrative: COURIER }), writer);
    await vi.waitFor(async () => expect((await before([], COURIER, reader)).similar).toHaveLength(1));
    expect(await before([key], COURIER, reader)).toMatchObject({ same: [{ id }], similar: [] });
  });

  it("tells three at most", async () => {
    for (let n = 0; n < 5; n++) await register(sampleComplaint({ clip: { narrative: COURIER } }), writer);
    await vi.waitFor(async () => {
      const found = await test.database
        .owner`SELECT FROM text_sketches WHERE org_id = ${writer.organisation.id}`;
      expect(found).toHaveLength(5);
    });
    expect((await before([], COURIER, reader)).similar).toHaveLength(3);
  });

  it("sketches at the next start what a server had no time for", async () => {
    const silent = { ...test.deps, sketcher: { note: () => {}, catchUp: async () => {} } };
    await registerComplaint(silent, callerOf(writer), sampleComplaint({ clip: { narrative: COURIER } }));
    expect((await before([], COURIER, reader)).similar).toEqual([]);
    await test.deps.sketcher.catchUp();
    expect((await before([], COURIER, reader)).similar).toHaveLength(1);
  });
});

describe("a clip that is added", () => {
  it("is more evidence under the same number, in the log, and moves no date", async () => {
    const { id, incomingNumber } = await register(keyed(newKey(), { evidence: [evidenceOf()] }));
    const dates = (await find(id)).dueDates;
    const clip = newClip({
      narrative: "И ещё вот",
      evidence: [evidenceOf(), { ...evidenceOf(), maskedParts: 2 }],
    });
    const answer = await add(id, clip);
    expect(answer.status).toBe(201);
    const added = clipAddedSchema.parse(await answer.json());
    expect(added).toMatchObject({ id: clip.id, complaintId: id, incomingNumber, created: true });
    const complaint = await find(id);
    expect(complaint.addedClips).toMatchObject([
      { id: clip.id, clip: clip.clip, addedAt: added.addedAt, addedBy: { name: person.name } },
    ]);
    expect(complaint.evidence.map(({ sha256, addedClipId }) => [sha256, addedClipId])).toEqual([
      [expect.any(String), null],
      ...clip.clip.evidence.map(({ sha256 }) => [sha256, clip.id]),
    ]);
    expect(complaint.evidence[2]).toMatchObject({ maskedParts: 2, storedAt: null });
    expect(complaint.dueDates).toEqual(dates);
    expect(complaint.events.map(({ kind }) => kind)).toEqual(["registered", "clip_added"]);
    expect(complaint.events[1]?.data).toEqual({ clipId: clip.id, files: 2 });
  });

  it("keeps the name of who added it, also when they take another afterwards", async () => {
    const { id } = await register(sampleComplaint());
    await add(id, newClip());
    const headers = { ...(await signIn(test.database.db, person)) };
    await ask(test.app, "PATCH /api/account", { json: { name: "Чужое Имя" }, headers });
    const { addedClips, events } = await find(id);
    const names = [addedClips[0]?.addedBy.name, events.at(-1)?.actor?.name];
    expect(names).toEqual([person.name, person.name]);
  });

  it("RACE-01 sent ten times at once is there once", async () => {
    const { id } = await register(sampleComplaint());
    const clip = newClip({ evidence: [evidenceOf()] });
    const answers = await Promise.all(Array.from({ length: 10 }, () => add(id, clip)));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(9).fill(200), 201]);
    const complaint = await find(id);
    expect(complaint.addedClips).toHaveLength(1);
    expect(complaint.evidence).toHaveLength(1);
  });

  it("is confirmed by a receipt that names both, and proved beside the first", async () => {
    const { id, incomingNumber } = await register(sampleComplaint());
    const signed = await (await makeSigner())(sampleComplaint());
    const clip = { id: signed.id, clip: signed.clip };
    const { receipt, addedAt } = clipAddedSchema.parse(await (await add(id, clip)).json());
    expect(receipt?.receipt).toMatchObject({
      complaintId: id,
      clipId: clip.id,
      incomingNumber,
      registeredAt: addedAt,
    });
    const answer = await ask(test.app, `GET /api/complaints/${id}/proof`, {
      headers: await signIn(test.database.db, person),
    });
    const proof = complaintProofSchema.parse(await answer.json());
    expect(proof.clips).toMatchObject([
      { clipId: id, receipt: null },
      { clipId: clip.id, receipt },
    ]);
    expect(proof.clips[1]?.checks.every(({ ok }) => ok)).toBe(true);
  });

  it("is refused when what was signed is something else", async () => {
    const { id } = await register(sampleComplaint());
    const signed = await (await makeSigner())(sampleComplaint());
    const clip = { id: signed.id, clip: { ...signed.clip, narrative: "Другое" } };
    await expectProblem(await add(id, clip), 422, "proof-mismatch");
    expect((await find(id)).addedClips).toEqual([]);
  });

  it.each<[string, number, string, (id: string, incomingNumber: string) => Promise<unknown>]>([
    [
      "closed",
      409,
      "complaint-closed",
      (id) =>
        test.database.owner`UPDATE complaints SET closed_at = now(), status = 'closed' WHERE id = ${id}`,
    ],
    [
      "merged",
      409,
      "complaint-merged",
      async (id) => {
        const other = await register(sampleComplaint());
        await mergeComplaint(test.deps, callerOf(person), { id, into: other.incomingNumber });
      },
    ],
  ])(
    "is refused when the complaint is %s, but for one that had come before",
    async (_what, status, code, end) => {
      const { id, incomingNumber } = await register(sampleComplaint());
      const early = newClip();
      expect((await add(id, early)).status).toBe(201);
      await end(id, incomingNumber);
      expect((await add(id, early)).status).toBe(200);
      await expectProblem(await add(id, newClip()), status, code);
    },
  );

  it("is refused under an id that is taken", async () => {
    const first = await register(sampleComplaint());
    const second = await register(sampleComplaint());
    const clip = newClip();
    expect((await add(first.id, clip)).status).toBe(201);
    for (const [to, sent] of [
      [second.id, clip],
      [first.id, { ...clip, clip: { ...clip.clip, narrative: "Другое" } }],
      [first.id, { ...newClip(), id: second.id }],
    ] as const) {
      await expectProblem(await add(to, sent), 409, "clip-id-reused");
    }
  });

  it("finds no complaint of another organisation", async () => {
    const stranger = await makePerson(test.database.db, await makeOrganisation(test.database.db));
    const { id } = await register(sampleComplaint(), stranger);
    await expectProblem(await add(id, newClip()), 404, "not-found");
  });
});
