import { createHash, randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import path from "node:path";
import type { Evidence } from "@otklik/shared/complaint/clip";
import { LIMITS } from "@otklik/shared/complaint/limits";
import { beforeEach, expect, it } from "vitest";
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
import { registerComplaint } from "../complaints/register-complaint";

const test = useDeps();
let person: TestPerson;
let device: TestDevice;
let desk: Record<string, string>;

beforeEach(async () => {
  person = await makePerson(test.database.db, await makeOrganisation(test.database.db));
  device = await makeDevice(test.database.db, person);
  desk = await signIn(test.database.db, person);
});

type Bytes = Uint8Array<ArrayBuffer>;
const png = (size = 300): Bytes =>
  new Uint8Array(Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), randomBytes(size - 8)]));
const page = (): Bytes =>
  new Uint8Array(Buffer.from(`<!doctype html><p>${randomBytes(8).toString("hex")}<script>x()</script>`));
const sha256Of = (file: Bytes) => createHash("sha256").update(file).digest("hex");

/** Registers a complaint whose clip names the file, and gives the file's hash. */
async function named(file: Bytes, changes: Partial<Evidence> = {}, by = person): Promise<string> {
  const sha256 = sha256Of(file);
  const evidence: Evidence = {
    kind: "screenshot",
    sha256,
    mediaType: "image/png",
    bytes: file.length,
    region: null,
    masks: [],
    ...changes,
  };
  await registerComplaint(test.deps, callerOf(by), sampleComplaint({ clip: { evidence: [evidence] } }));
  return sha256;
}

const put = (sha256: string, body: Bytes, headers: Record<string, string> = {}) =>
  ask(test.app, `PUT /api/evidence/${sha256}`, {
    headers: { ...device.headers, "content-type": "image/png", ...headers },
    body,
  });

const get = (sha256: string, headers = desk) => ask(test.app, `GET /api/evidence/${sha256}`, { headers });

const storedRows = () => test.database.owner`
  SELECT encode(sha256, 'hex') AS sha256 FROM files WHERE org_id = ${person.organisation.id}`;

it("stores a named file once, and serves it unchanged", async () => {
  const file = png();
  const sha256 = await named(file);
  await expectProblem(await get(sha256), 404, "not-found");
  expect((await put(sha256, file)).status).toBe(201);
  expect((await put(sha256, file)).status).toBe(204);

  const served = await get(sha256);
  expect(served.status).toBe(200);
  expect(Object.fromEntries(served.headers)).toMatchObject({
    "content-type": "image/png",
    "content-length": String(file.length),
    "content-disposition": "inline",
    "content-security-policy": expect.stringMatching(/^sandbox; default-src 'none'/),
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    // No copy of it stays in a browser that somebody has signed out of.
    "cache-control": "no-store",
  });
  expect(sha256Of(new Uint8Array(await served.arrayBuffer()))).toBe(sha256);
  const events = await test.database.owner`
    SELECT data FROM events WHERE org_id = ${person.organisation.id} AND kind = 'evidence_stored'`;
  expect([...events]).toEqual([{ data: { sha256, bytes: file.length } }]);
});

it("takes a file again that the folder has lost, and serves it", async () => {
  const file = png();
  const sha256 = await named(file);
  expect((await put(sha256, file)).status).toBe(201);
  await rm(path.join(test.deps.env.dataDir, "files"), { recursive: true });
  expect((await put(sha256, file)).status).toBe(204);
  expect(sha256Of(new Uint8Array(await (await get(sha256)).arrayBuffer()))).toBe(sha256);
});

it("ATT-01 serves a page for download only, inert", async () => {
  const file = page();
  const sha256 = await named(file, { kind: "snapshot", mediaType: "text/html" });
  expect((await put(sha256, file, { "content-type": "text/html; charset=utf-8" })).status).toBe(201);
  const served = await get(sha256);
  expect(served.headers.get("content-disposition")).toBe(
    `attachment; filename="${sha256.slice(0, 12)}.html"`,
  );
  expect(served.headers.get("content-security-policy")).toMatch(/^sandbox;/);
  expect(await served.text()).toBe(Buffer.from(file).toString());
});

it("ATT-07 stores the same file of two complaints and ten senders once", async () => {
  const file = png();
  const sha256 = await named(file);
  await named(file);
  const answers = await Promise.all(Array.from({ length: 10 }, () => put(sha256, file)));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(9).fill(204)]);
  expect([...(await storedRows())]).toEqual([{ sha256 }]);
});

it("takes a file of the greatest size and nothing greater", async () => {
  const file = png(LIMITS.evidenceBytes);
  const sha256 = await named(file);
  expect((await put(sha256, file)).status).toBe(201);
  const other = png();
  const answer = await put(await named(other), other, { "content-length": String(LIMITS.evidenceBytes + 1) });
  await expectProblem(answer, 413, "body-too-large");
});

it.each<[string, (file: Bytes) => Bytes, Record<string, string>, string]>([
  ["another content", (file) => new Uint8Array(Buffer.from(file).fill(1, 100, 101)), {}, "sha256"],
  ["a cut file", (file) => file.slice(0, 100), {}, "bytes"],
  ["a longer file", (file) => new Uint8Array(Buffer.concat([file, file])), {}, "bytes"],
  ["another declared type", (file) => file, { "content-type": "image/jpeg" }, "mediaType"],
  ["no declared type", (file) => file, { "content-type": "" }, "mediaType"],
])("ATT-09 keeps nothing of %s", async (_what, changed, headers, path) => {
  const file = png();
  const sha256 = await named(file);
  const problem = await expectProblem(await put(sha256, changed(file), headers), 422, "evidence-mismatch");
  expect(problem.errors).toEqual([expect.objectContaining({ path })]);
  expect([...(await storedRows())]).toEqual([]);
  expect((await put(sha256, file)).status).toBe(201);
});

it("ATT-02 refuses bytes that are not of the registered type", async () => {
  const svg = new Uint8Array(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'));
  const problem = await expectProblem(await put(await named(svg), svg), 422, "evidence-mismatch");
  expect(problem.errors).toEqual([expect.objectContaining({ path: "mediaType" })]);
});

it("ATT-08 does not store or show a file that only another organisation's clip names", async () => {
  const stranger = await makePerson(test.database.db, await makeOrganisation(test.database.db));
  const theirs = await makeDevice(test.database.db, stranger);
  const file = png();
  const sha256 = await named(file, {}, stranger);
  await expectProblem(await put(sha256, file), 404, "not-found");
  expect((await put(sha256, file, theirs.headers)).status).toBe(201);
  await expectProblem(await get(sha256), 404, "not-found");
});

it("stores nothing that no clip names", async () => {
  const file = png();
  await expectProblem(await put(sha256Of(file), file), 404, "not-found");
});

it.each(["abc", "AB".repeat(32), "..%2F..%2Fetc%2Fpasswd"])("ATT-06 knows no file %s", async (name) => {
  await expectProblem(await get(name), 404, "not-found");
});
