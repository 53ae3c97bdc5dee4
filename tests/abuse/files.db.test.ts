import { createHash, randomBytes } from "node:crypto";
import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import type { Evidence } from "@otklik/shared/complaint/clip";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createApp } from "../../server/src/app";
import { ask, expectProblem } from "../support/ask";
import { useDeps } from "../support/deps";
import {
  makeDevice,
  makeOrganisation,
  makePerson,
  signIn,
  type TestDevice,
  type TestPerson,
} from "../support/organisation";
import { expectReady, writtenIn } from "../support/ready";
import { sampleComplaint } from "../support/sample-complaint";

const test = useDeps();
let person: TestPerson;
let device: TestDevice;
let desk: Record<string, string>;

beforeAll(async () => {
  person = await makePerson(test.database.db, await makeOrganisation(test.database.db), { roles: ["admin"] });
  device = await makeDevice(test.database.db, person);
  desk = await signIn(test.database.db, person);
});

beforeEach(() => rm(root(), { recursive: true, force: true }));
afterEach(() => expectReady(test));

type Bytes = Uint8Array<ArrayBuffer>;
const root = () => path.join(test.deps.env.dataDir, "files");
const bytesOf = (...parts: (string | Buffer)[]): Bytes =>
  new Uint8Array(
    Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : part))),
  );
const PNG = Buffer.from("89504e470d0a1a0a0000000d494844520000000100000001", "hex");
const png = (size = 300) => bytesOf(PNG, randomBytes(size - PNG.length));
const sha256Of = (file: Bytes) => createHash("sha256").update(file).digest("hex");

const entry = (file: Bytes, mediaType = "image/png"): Evidence =>
  ({
    kind: "attachment",
    sha256: sha256Of(file),
    mediaType,
    bytes: file.length,
    region: null,
    masks: [],
  }) as Evidence;

const register = (evidence: readonly unknown[], headers: Record<string, string> = device.headers) => {
  const complaint = sampleComplaint();
  return ask(test.app, "POST /api/complaints", {
    headers,
    json: { ...complaint, clip: { ...complaint.clip, evidence } },
  });
};

const put = (file: Bytes, headers: Record<string, string> = {}, app = test.app, of = sha256Of(file)) =>
  ask(app, `PUT /api/evidence/${of}`, {
    headers: { ...device.headers, "content-type": "image/png", ...headers },
    body: file,
  });

/** Registers a clip that names the file, and sends it. */
async function store(file: Bytes, mediaType = "image/png"): Promise<number> {
  expect((await register([entry(file, mediaType)])).status).toBe(201);
  return (await put(file, { "content-type": mediaType })).status;
}

const get = (at: string, headers: Record<string, string> = desk) =>
  ask(test.app, `GET /api/evidence/${at}`, { headers });

/** Everything that lies where files are kept, half files too, as paths from there. */
async function kept(): Promise<readonly string[]> {
  const found = await readdir(root(), { recursive: true, withFileTypes: true }).catch(() => []);
  return found
    .filter((each) => each.isFile())
    .map((each) => path.relative(root(), path.join(each.parentPath, each.name)));
}

const placeOf = (file: Bytes) =>
  path.join(person.organisation.id, sha256Of(file).slice(0, 2), sha256Of(file));

const INERT = {
  "content-security-policy": "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'",
  "cross-origin-resource-policy": "same-origin",
  "x-content-type-options": "nosniff",
  "cache-control": "no-store",
};

describe("a file that is something else, too", () => {
  const SCRIPT = "=1;document.body.append('x');/*";
  it.each<[string, string, Bytes]>([
    ["ATT-03 a GIF that is a script", "image/gif", bytesOf("GIF89a/*\x01\x00\x01\x00*/", SCRIPT)],
    ["ATT-03 a PNG that is an archive", "image/png", bytesOf(PNG, "PK\x03\x04", randomBytes(100))],
    ["ATT-03 a PNG that is a page", "image/png", bytesOf(PNG, "<html><script>alert(1)</script>")],
    ["ATT-03 a JPEG that is a script", "image/jpeg", bytesOf("\xff\xd8\xff\xe0/*", SCRIPT)],
  ])("%s is served as the picture alone, under a policy by which nothing runs", async (_what, type, file) => {
    expect(await store(file, type)).toBe(201);
    const answer = await get(sha256Of(file));
    expect(Object.fromEntries(answer.headers)).toMatchObject({ ...INERT, "content-type": type });
    expect((await get(`${sha256Of(file)}/view`, { ...desk, "sec-fetch-dest": "iframe" })).status).toBe(404);
  });

  it.each<[string, string, Bytes]>([
    ["ATT-02 a drawing that runs, as a picture", "image/png", bytesOf("<svg onload='alert(1)'/>")],
    [
      "ATT-02 a drawing that runs, as a page",
      "text/html",
      bytesOf("<?xml version='1.0'?><svg onload='a()'/>"),
    ],
    ["ATT-03 a PDF that is a page", "text/html", bytesOf("%PDF-1.4\n<html><script>alert(1)</script>")],
    ["ATT-03 a GIF as a PNG", "image/png", bytesOf("GIF89a/*", SCRIPT)],
  ])("%s is refused, and nothing of it is kept", async (_what, type, file) => {
    expect((await register([entry(file, type)])).status).toBe(201);
    const answer = await put(file, { "content-type": type });
    const { errors } = await expectProblem(answer, 422, "evidence-mismatch");
    expect(errors).toEqual([expect.objectContaining({ path: "mediaType" })]);
    expect(await kept()).toEqual([]);
  });

  it.each(["image/svg+xml", "application/pdf", "application/zip", "text/plain", "application/octet-stream"])(
    "ATT-02 %s is no kind of file that a clip may have",
    async (mediaType) => {
      const { errors } = await expectProblem(
        await register([entry(png(), mediaType)]),
        422,
        "invalid-request",
      );
      expect(errors).toEqual([expect.objectContaining({ path: "clip.evidence.0.mediaType" })]);
    },
  );
});

/** Names that leave a folder, that a system gives a meaning to, or that no system keeps. */
const NAMES: readonly (readonly [what: string, name: string])[] = [
  ["that leads out of the folder", "../../etc/passwd"],
  ["that leads out by the other slash", "..\\..\\etc\\passwd"],
  ["of a drive", "C:\\x"],
  ["of a device", "con"],
  ["of a web server's settings", ".htaccess"],
  ["of 300 letters", "a".repeat(300)],
  ["with an ending of 4,000 letters", `a.${"b".repeat(4_000)}`],
  ["with a NUL", "a\u0000b.png"],
  ["that begins with a dash", "-rf"],
  ["with a line break", "a\r\nSet-Cookie: b=1"],
];

describe("ATT-06 a name", () => {
  it.each(NAMES)("%s opens and writes nothing as an address", async (_what, name) => {
    const file = png();
    expect((await register([entry(file)])).status).toBe(201);
    const at = encodeURIComponent(name);
    for (const address of [at, `${at}/view`]) {
      await expectProblem(await get(address, { ...desk, "sec-fetch-dest": "iframe" }), 404, "not-found");
    }
    await expectProblem(await put(file, {}, test.app, at), 404, "not-found");
    expect(await kept()).toEqual([]);
  });

  it.each(NAMES)("%s is no field of a file", async (_what, name) => {
    const before = await writtenIn(test);
    for (const field of ["name", "fileName", "path"]) {
      const { errors } = await expectProblem(
        await register([{ ...entry(png()), [field]: name }]),
        422,
        "invalid-request",
      );
      expect(errors).toHaveLength(1);
    }
    expect(await writtenIn(test)).toEqual(before);
  });

  it("in a header is not looked at: a file lies and is given under what its bytes are", async () => {
    const file = bytesOf(`<!doctype html><p>${randomBytes(8).toString("hex")}`);
    expect((await register([entry(file, "text/html")])).status).toBe(201);
    const answer = await put(file, {
      "content-type": 'text/html; name="../../x.exe"',
      "content-disposition": 'attachment; filename="../../x.exe"',
      "x-file-name": "../../x.exe",
      slug: "../../x.exe",
    });
    expect(answer.status).toBe(201);
    expect(await kept()).toEqual([placeOf(file)]);
    const { headers } = await get(sha256Of(file));
    expect(headers.get("content-disposition")).toMatch(/^attachment; filename="[0-9a-f]{12}\.html"$/);
  });
});

describe("ATT-07 how much", () => {
  const MOST_BYTES = 10_485_760;

  it("a file of no byte is refused before it could come", async () => {
    const { errors } = await expectProblem(await register([entry(new Uint8Array())]), 422, "invalid-request");
    expect(errors).toEqual([expect.objectContaining({ path: "clip.evidence.0.bytes" })]);
  });

  it("a file of 10 MB is taken, and one of a byte more is not, whatever it says of itself", async () => {
    const [most, more] = [png(MOST_BYTES), png(MOST_BYTES + 1)];
    expect(await store(most)).toBe(201);
    await expectProblem(await register([entry(more)]), 422, "invalid-request");
    expect((await register([{ ...entry(more), bytes: 300 }])).status).toBe(201);
    const declared = { "content-length": String(more.length) };
    await expectProblem(await put(more, declared), 413, "body-too-large");
    await expectProblem(await put(more), 422, "evidence-mismatch");
    expect(await kept()).toEqual([placeOf(most)]);
  });

  it("thirty files of one clip are taken, and thirty-one are not", async () => {
    const of = (count: number) => Array.from({ length: count }, () => entry(png()));
    expect((await register(of(30))).status).toBe(201);
    await expectProblem(await register(of(31)), 422, "invalid-request");
  });

  it("the same file a hundred times is one", async () => {
    const file = png();
    expect(await store(file)).toBe(201);
    const answers = await Promise.all(Array.from({ length: 99 }, () => put(file)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([204]));
    expect(await kept()).toEqual([placeOf(file)]);
    const stored = await test.database.owner`
      SELECT FROM files WHERE org_id = ${person.organisation.id} AND sha256 = ${Buffer.from(sha256Of(file), "hex")}`;
    expect(stored).toHaveLength(1);
  });

  it("an organisation has its room, no byte more, and takes none of another's", async () => {
    const roomy = await makePerson(test.database.db, await makeOrganisation(test.database.db));
    const { headers } = await makeDevice(test.database.db, roomy);
    const small = createApp({ ...test.deps, env: { ...test.deps.env, evidenceQuotaBytes: 1_000 } });
    const files = [png(600), png(400), png(300)] as const;
    for (const file of files) expect((await register([entry(file)], headers)).status).toBe(201);
    expect((await put(files[0], headers, small)).status).toBe(201);
    expect((await put(files[1], headers, small)).status).toBe(201);
    await expectProblem(await put(files[2], headers, small), 507, "storage-full");
    expect((await kept()).map((each) => path.basename(each)).sort()).toEqual(
      [sha256Of(files[0]), sha256Of(files[1])].sort(),
    );
    // What is there stays there, and is no new one when it comes again.
    expect((await put(files[0], headers, small)).status).toBe(204);

    const other = await makePerson(test.database.db, await makeOrganisation(test.database.db));
    const theirs = await makeDevice(test.database.db, other);
    expect((await register([entry(files[2])], theirs.headers)).status).toBe(201);
    expect((await put(files[2], theirs.headers, small)).status).toBe(201);
  });
});

describe("ATT-09 a file that comes in parts", () => {
  it.each<[string, (file: Bytes) => Bytes, Record<string, string>]>([
    ["its first half alone", (file) => file.slice(0, 150), {}],
    ["its second half, to go on with", (file) => file.slice(150), { "content-range": "bytes 150-299/300" }],
  ])("%s is not kept, and the whole is taken afterwards, once", async (_what, part, headers) => {
    const file = png(300);
    expect((await register([entry(file)])).status).toBe(201);
    await expectProblem(await put(part(file), headers, test.app, sha256Of(file)), 422, "evidence-mismatch");
    expect(await kept()).toEqual([]);
    expect((await get(sha256Of(file))).status).toBe(404);
    expect((await put(file)).status).toBe(201);
    expect((await put(file)).status).toBe(204);
    expect(await kept()).toEqual([placeOf(file)]);
  });

  it("whose sender goes away in the middle leaves nothing", async () => {
    const file = png(300);
    expect((await register([entry(file)])).status).toBe(201);
    const broken = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(file.slice(0, 150)),
      pull: () => Promise.reject(new Error("the sender went away")),
    });
    const headers = { ...device.headers, "content-type": "image/png" };
    await ask(test.app, `PUT /api/evidence/${sha256Of(file)}`, { headers, body: broken });
    expect(await kept()).toEqual([]);
    expect((await put(file)).status).toBe(201);
  });
});
