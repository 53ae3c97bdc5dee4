import { createHash, randomBytes, webcrypto } from "node:crypto";
import { readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Evidence } from "@otklik/shared/complaint/clip";
import {
  type RegisterComplaint,
  registerBatchResultSchema,
  registeredComplaintSchema,
} from "@otklik/shared/complaint/complaint";
import { complaintProofSchema } from "@otklik/shared/proof/complaint-proof";
import { verifyReceipt } from "@otklik/shared/proof/verify-receipt";
import { beforeAll, describe, expect, it } from "vitest";
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
import { makeSigner } from "../../../tests/support/signed-complaint";
import { createReceiptSigner } from "./receipt-key";

const test = useDeps();

let person: TestPerson;
let device: TestDevice;
let sign: Awaited<ReturnType<typeof makeSigner>>;

beforeAll(async () => {
  person = await makePerson(test.database.db, await makeOrganisation(test.database.db));
  device = await makeDevice(test.database.db, person);
  sign = await makeSigner();
});

/** Of one pixel, so far as its header tells. */
const gif = () =>
  new Uint8Array(Buffer.concat([Buffer.from("GIF89a"), Buffer.from([1, 0, 1, 0]), randomBytes(50)]));
const evidenceOf = (file: Uint8Array): Evidence => ({
  kind: "attachment",
  sha256: createHash("sha256").update(file).digest("hex"),
  mediaType: "image/gif",
  bytes: file.length,
  region: null,
  masks: [],
});
const withFile = (file: Uint8Array) => sampleComplaint({ clip: { evidence: [evidenceOf(file)] } });

const register = (complaint: RegisterComplaint, by = device) =>
  ask(test.app, "POST /api/complaints", { headers: by.headers, json: complaint });
const proofOf = async (id: string) => {
  const answer = await ask(test.app, `GET /api/complaints/${id}/proof`, {
    headers: await signIn(test.database.db, person),
  });
  return complaintProofSchema.parse(await answer.json());
};
const put = (file: Uint8Array<ArrayBuffer>) =>
  ask(test.app, `PUT /api/evidence/${evidenceOf(file).sha256}`, {
    headers: { ...device.headers, "content-type": "image/gif" },
    body: file,
  });

describe("registration", () => {
  it("numbers a batch in its order, whichever of its signatures take time", async () => {
    const [one, two] = [await sign(sampleComplaint()), await sign(sampleComplaint())];
    const complaints = [one, sampleComplaint(), two, sampleComplaint()];
    const answer = await ask(test.app, "POST /api/complaints/batch", {
      headers: device.headers,
      json: { complaints },
    });
    const { results } = registerBatchResultSchema.parse(await answer.json());
    const numbers = results.map((result) =>
      "complaint" in result ? Number(result.complaint.incomingNumber.slice(5)) : null,
    );
    const first = numbers[0] ?? 0;
    expect(numbers).toEqual([first, first + 1, first + 2, first + 3]);
  });

  it("takes a signed clip and confirms it by a receipt that anybody can check", async () => {
    const complaint = await sign(sampleComplaint());
    const answer = await register(complaint);
    expect(answer.status).toBe(201);
    const { receipt, incomingNumber, registeredAt } = registeredComplaintSchema.parse(await answer.json());
    expect(receipt?.receipt).toMatchObject({
      complaintId: complaint.id,
      clipId: complaint.id,
      incomingNumber,
      registeredAt,
    });
    const { manifest } = complaint.clip.proof;
    if (receipt === undefined) throw new Error("There is no receipt");
    expect(await verifyReceipt(receipt, manifest, webcrypto.subtle)).toBe(true);
    expect(await verifyReceipt(receipt, { ...manifest, extension: "9" }, webcrypto.subtle)).toBe(false);
    const later = { ...receipt, receipt: { ...receipt.receipt, registeredAt: "2020-01-01T00:00:00.000Z" } };
    expect(await verifyReceipt(later, manifest, webcrypto.subtle)).toBe(false);
  });

  it("gives the same receipt when the clip is sent again", async () => {
    const complaint = await sign(sampleComplaint());
    const first = registeredComplaintSchema.parse(await (await register(complaint)).json());
    const again = registeredComplaintSchema.parse(await (await register(complaint)).json());
    expect(again).toMatchObject({ created: false, receipt: first.receipt });
  });

  it("gives none for a clip without a proof", async () => {
    expect(await (await register(sampleComplaint())).json()).not.toHaveProperty("receipt");
  });

  const spoilt: [string, string, (complaint: RegisterComplaint) => RegisterComplaint][] = [
    ["a changed text", "proof-clip", (one) => ({ ...one, clip: { ...one.clip, narrative: "Всё хорошо" } })],
    ["a file left out", "proof-files", (one) => ({ ...one, clip: { ...one.clip, evidence: [] } })],
    [
      "a file put in",
      "proof-files",
      (one) => ({ ...one, clip: { ...one.clip, evidence: [...one.clip.evidence, evidenceOf(gif())] } }),
    ],
    ["another id", "proof-complaint", (one) => ({ ...one, id: sampleComplaint().id })],
    [
      "a later hour of signing",
      "proof-signature",
      ({ clip: { proof, ...clip }, ...one }) => ({
        ...one,
        clip: {
          ...clip,
          ...(proof && {
            proof: { ...proof, manifest: { ...proof.manifest, signedAt: "2026-11-01T00:00:00Z" } },
          }),
        },
      }),
    ],
  ];

  it.each(spoilt)("refuses %s, and registers nothing", async (_what, reason, spoil) => {
    const complaint = spoil(await sign(withFile(gif())));
    const problem = await expectProblem(await register(complaint), 422, "proof-mismatch");
    expect(problem.errors).toEqual([expect.objectContaining({ path: "clip.proof", reason })]);
    const found = await test.database.owner`SELECT FROM complaints WHERE id = ${complaint.id}`;
    expect(found).toHaveLength(0);
  });

  it("refuses in a batch only the clip whose proof does not fit", async () => {
    const good = await sign(sampleComplaint());
    const bad = { ...(await sign(sampleComplaint())), id: sampleComplaint().id };
    const answer = await ask(test.app, "POST /api/complaints/batch", {
      headers: device.headers,
      json: { complaints: [bad, good] },
    });
    const { results } = registerBatchResultSchema.parse(await answer.json());
    expect(results).toMatchObject([
      { status: 422, problem: { code: "proof-mismatch" } },
      { status: 201, complaint: { id: good.id } },
    ]);
  });
});

it("writes down by which key a device signs, and when that becomes another", async () => {
  const other = await makeDevice(test.database.db, person);
  const first = await sign(sampleComplaint());
  const resign = await makeSigner();
  const second = await resign(sampleComplaint());
  for (const complaint of [first, await sign(sampleComplaint()), second, await resign(sampleComplaint())]) {
    expect((await register(complaint, other)).status).toBe(201);
  }
  const events = await test.database.owner`
    SELECT data FROM events WHERE device_id = ${other.id} AND kind = 'device_key_recorded' ORDER BY id`;
  expect(events.map(({ data }) => data)).toEqual([
    { publicKey: first.clip.proof.publicKey, isFirst: true },
    { publicKey: second.clip.proof.publicKey, isFirst: false },
  ]);
});

it("writes the hash of what was signed into the log", async () => {
  const complaint = await sign(sampleComplaint());
  const answer = registeredComplaintSchema.parse(await (await register(complaint)).json());
  const [event] = await test.database.owner`
    SELECT data FROM events WHERE complaint_id = ${complaint.id} AND kind = 'registered'`;
  expect(event?.data).toMatchObject({ manifestSha256: answer.receipt?.receipt.manifestSha256 });
});

describe("the proof of a complaint", () => {
  it("tells of each file whether it has come, and then that all is as it was signed", async () => {
    const file = gif();
    const complaint = await sign(withFile(file));
    const { receipt } = registeredComplaintSchema.parse(await (await register(complaint)).json());
    const { sha256 } = evidenceOf(file);
    const before = await proofOf(complaint.id);
    expect(before.clips[0]).toMatchObject({ receipt, stored: [{ sha256, state: "awaited" }] });
    expect(before.clips[0]?.checks.find(({ name }) => name === "files")).toMatchObject({
      ok: false,
      files: [sha256],
    });
    expect((await put(file)).status).toBe(201);
    const after = await proofOf(complaint.id);
    expect(after.clips).toHaveLength(1);
    expect(after.clips[0]).toMatchObject({ clip: complaint.clip, stored: [{ sha256, state: "kept" }] });
    expect(after.clips[0]?.checks.map(({ ok }) => ok)).toEqual([true, true, true, true]);
  });

  it("says that a stored file was changed", async () => {
    const file = gif();
    const complaint = await sign(withFile(file));
    await register(complaint);
    await put(file);
    const { sha256 } = evidenceOf(file);
    const { dataDir } = test.deps.env;
    const place = path.join(dataDir, "files", person.organisation.id, sha256.slice(0, 2), sha256);
    await writeFile(place, Buffer.from(await readFile(place)).fill(0, 20, 21));
    const { clips } = await proofOf(complaint.id);
    expect(clips[0]?.stored).toMatchObject([{ sha256, state: "changed" }]);
    expect(clips[0]?.checks.find(({ name }) => name === "files")?.ok).toBe(false);
    expect(clips[0]?.checks.find(({ name }) => name === "clip")?.ok).toBe(true);
  });

  it("has no checks and no receipt for a clip that came without one", async () => {
    const complaint = sampleComplaint();
    await register(complaint);
    expect((await proofOf(complaint.id)).clips).toMatchObject([{ receipt: null, checks: [], stored: [] }]);
  });

  it("is not shown to another organisation", async () => {
    const complaint = await sign(sampleComplaint());
    await register(complaint);
    const stranger = await makePerson(test.database.db, await makeOrganisation(test.database.db));
    const headers = await signIn(test.database.db, stranger);
    await expectProblem(
      await ask(test.app, `GET /api/complaints/${complaint.id}/proof`, { headers }),
      404,
      "not-found",
    );
  });
});

it("signs by one key, however many servers make it at once, which nobody else may read", async () => {
  const folder = path.join(test.deps.env.dataDir, "another");
  const told = {
    complaintId: sampleComplaint().id,
    clipId: sampleComplaint().id,
    incomingNumber: "2026-000001",
    manifestSha256: "ab".repeat(32),
    registeredAt: "2026-11-12T11:03:00.000Z",
  };
  const receipts = await Promise.all(Array.from({ length: 5 }, () => createReceiptSigner(folder).sign(told)));
  expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1);
  const { mode } = await stat(path.join(folder, "keys", "receipt.pem"));
  expect(mode & 0o077).toBe(0);
});
