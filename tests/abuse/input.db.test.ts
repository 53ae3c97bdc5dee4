import { complaintPageSchema } from "@otklik/shared/complaint/complaint";
import { LIMITS } from "@otklik/shared/complaint/limits";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ask, expectProblem } from "../support/ask";
import { useDeps } from "../support/deps";
import { leastTime } from "../support/least-time";
import { makeDevice, makeOrganisation, makePerson, signIn, type TestDevice } from "../support/organisation";
import { expectReady, writtenIn } from "../support/ready";
import { sampleComplaint } from "../support/sample-complaint";

const test = useDeps();
let device: TestDevice;
let desk: Record<string, string>;
let before: Record<string, number>;

beforeAll(async () => {
  const person = await makePerson(test.database.db, await makeOrganisation(test.database.db), {
    roles: ["admin"],
  });
  device = await makeDevice(test.database.db, person);
  desk = await signIn(test.database.db, person);
});

beforeEach(async () => {
  before = await writtenIn(test);
});

afterEach(() => expectReady(test));

const register = (json: unknown) => ask(test.app, "POST /api/complaints", { headers: device.headers, json });
const send = (body: string | Uint8Array<ArrayBuffer>, type: string | null = "application/json") =>
  ask(test.app, "POST /api/complaints", {
    headers: { ...device.headers, ...(type !== null && { "content-type": type }) },
    body,
  });
/** A valid registration as JSON in which one piece of text is another. */
const withRaw = (from: string, to: string) =>
  JSON.stringify(sampleComplaint({ clip: { narrative: "ТЕКСТ", adapter: "any-page" } })).replace(from, to);

/** A registration whose place in its thread is written so. */
const withPosition = (written: string) =>
  JSON.stringify(sampleComplaint({ clip: { thread: { parent: null, position: 4_711 } } })).replace(
    "4711",
    written,
  );

/** Expects the refusal, and that nothing was written. */
async function refused(answer: Response, status: number, code: string) {
  const problem = await expectProblem(answer, status, code);
  expect(await writtenIn(test)).toEqual(before);
  return problem;
}

/** How many milliseconds the refusal took, without the test's own look at what was written. */
async function timeOfRefusal(body: string, status: number, code: string): Promise<number> {
  const begun = performance.now();
  const answer = await send(body);
  const took = performance.now() - begun;
  await refused(answer, status, code);
  return took;
}

describe("text that no database keeps", () => {
  it.each([
    ["IN-01 a NUL in a text", withRaw("ТЕКСТ", "a\\u0000b")],
    ["IN-01 a NUL in a name", withRaw("any-page", "a\\u0000b")],
    ["IN-01 a NUL in a key", withRaw('"sources":{', '"sources":{"\\u0000":"page",')],
    ["IN-02 half of a pair in a text", withRaw("ТЕКСТ", "a\\ud800b")],
    ["IN-02 half of a pair in a name that is kept as JSON", withRaw("any-page", "\\udc00")],
    ["IN-02 half of a pair in a key", withRaw('"sources":{', '"sources":{"\\ud800":"page",')],
  ])("%s is refused by its field", async (_what, body) => {
    const { errors } = await refused(await send(body), 422, "invalid-request");
    expect(errors?.[0]?.path).toMatch(/^clip\./);
  });

  it.each([
    ["IN-01 in the search", "GET /api/complaints?q=%00", 422, "invalid-request"],
    ["IN-01 in a parameter's name", "GET /api/complaints?%00=1", 422, "invalid-request"],
    ["IN-01 in the address", "GET /api/complaints/%00", 404, "not-found"],
    ["IN-01 in a file's name", `GET /api/evidence/${"a".repeat(63)}%00`, 404, "not-found"],
    ["IN-03 bytes that are no text in the address", "GET /api/complaints/%ff%fe", 404, "not-found"],
  ])("%s", async (_what, what, status, code) => {
    await refused(await ask(test.app, what, { headers: desk }), status, code);
  });

  it("IN-03 refuses bytes that are not UTF-8 rather than change them", async () => {
    const [head = "", tail = ""] = withRaw("ТЕКСТ", "@").split('"@"');
    const body = Buffer.concat([Buffer.from(`${head}"`), Buffer.from([0xd0, 0xff]), Buffer.from(`"${tail}`)]);
    await refused(await send(new Uint8Array(body)), 400, "bad-encoding");
  });
});

describe("text that looks like another", () => {
  it.each([
    ["an overridden direction", "счёт \u202Efdp.exe"],
    ["zero-width letters", "а\u200Bб\u2060в\uFEFF"],
    ["a line separator of Unicode", "раз\u2028два"],
    ["a thousand marks on one letter", `а${"\u0301".repeat(1_000)}`],
    ["families of emoji", "👩‍👩‍👧‍👦".repeat(300)],
  ])("IN-04 keeps %s as it was written", async (_what, narrative) => {
    const complaint = sampleComplaint({ clip: { narrative } });
    expect((await register(complaint)).status).toBe(201);
    const found = await ask(test.app, `GET /api/complaints/${complaint.id}`, { headers: desk });
    expect(await found.json()).toMatchObject({ clip: { narrative } });
  });

  it.each([
    ["a line separator of Unicode", "счёт\u2028.exe"],
    ["an escape sequence of terminals", "\u001b[31mкрасный"],
    ["a line break", "раз\nдва"],
  ])("IN-04 refuses %s in what is one line", async (_what, subject) => {
    await refused(await register(sampleComplaint({ clip: { subject } })), 422, "invalid-request");
  });

  it("IN-18 counts letters, not halves of them, and takes no letter more", async () => {
    const most = "👍".repeat(LIMITS.narrativeLength);
    expect((await register(sampleComplaint({ clip: { narrative: most } }))).status).toBe(201);
    before = await writtenIn(test);
    await refused(
      await register(sampleComplaint({ clip: { narrative: `${most}👍` } })),
      422,
      "invalid-request",
    );
    await refused(
      await register(sampleComplaint({ clip: { narrative: "x".repeat(1_000_000) } })),
      422,
      "invalid-request",
    );
  });
});

describe("JSON of a wrong shape", () => {
  it.each([
    ["IN-08 33 levels", `${'{"a":'.repeat(33)}1${"}".repeat(33)}`, 422, "body-too-deep"],
    ["IN-08 10,000 levels", "[".repeat(10_000), 422, "body-too-deep"],
    ["IN-08 a million levels", "[".repeat(1_000_000), 422, "body-too-deep"],
    [
      "IN-09 a hundred thousand keys",
      `{${Array.from({ length: 100_000 }, (_, n) => `"${n.toString(36)}":1`).join()}}`,
      422,
      "invalid-request",
    ],
    ["IN-09 a list of a million numbers", `[${Array(1_000_000).fill(1).join()}]`, 413, "body-too-large"],
    ["IN-09 a list of as many numbers as fit", `[${Array(500_000).fill(1).join()}]`, 422, "invalid-request"],
    ["IN-11 a prototype at the top", '{"__proto__":{"polluted":true}}', 422, "invalid-request"],
    [
      "IN-11 a prototype inside",
      withRaw('"sources":{', '"__proto__":{"polluted":1},"sources":{'),
      422,
      "invalid-request",
    ],
    [
      "IN-11 a constructor's prototype",
      '{"constructor":{"prototype":{"polluted":true}}}',
      422,
      "invalid-request",
    ],
    ["IN-13 half a body", "{", 400, "malformed-json"],
    ["IN-13 nothing", "", 400, "malformed-json"],
    ["IN-13 null", "null", 422, "invalid-request"],
    ["IN-13 a list", "[]", 422, "invalid-request"],
    ["IN-13 a string", '"x"', 422, "invalid-request"],
    ["IN-13 NaN", "NaN", 400, "malformed-json"],
    ["IN-13 a number without end", "1e400", 422, "invalid-request"],
    [
      "IN-13 a number that is one more than can be told",
      withPosition("9007199254740993"),
      422,
      "invalid-request",
    ],
    ["IN-13 a number without end in a field", withPosition("1e400"), 422, "invalid-request"],
    ["IN-13 a number in quotes", withPosition('"7"'), 422, "invalid-request"],
    ["IN-13 NaN in a field", withPosition("NaN"), 400, "malformed-json"],
  ])("%s", async (_what, body, status, code) => {
    const refusal = () => timeOfRefusal(body, status, code);
    // The deepest has a limit of its own below.
    expect(await leastTime(1_000, refusal)).toBeLessThan(1_000);
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });

  it("IN-13 keeps no zero that is less than none", async () => {
    const body = JSON.stringify(sampleComplaint({ clip: { rating: { value: 4, max: 5 } } }));
    const { id } = JSON.parse(body);
    expect((await send(body.replace('"value":4', '"value":-0'))).status).toBe(201);
    const found = await ask(test.app, `GET /api/complaints/${id}`, { headers: desk });
    expect(await found.text()).toContain('"rating":{"max":5,"value":0}');
  });

  it("IN-08 refuses what is nested a million deep within 50 ms", async () => {
    const refusal = () => timeOfRefusal("[".repeat(1_000_000), 422, "body-too-deep");
    expect(await leastTime(50, refusal)).toBeLessThan(50);
  });

  it("IN-09 refuses more files than a clip may have", async () => {
    const file = {
      kind: "crop",
      sha256: "a".repeat(64),
      mediaType: "image/png",
      bytes: 1,
      region: null,
      masks: [],
    };
    const evidence = Array(LIMITS.evidenceItems + 1).fill(file);
    await refused(
      await register({ ...sampleComplaint(), clip: { ...sampleComplaint().clip, evidence } }),
      422,
      "invalid-request",
    );
  });

  it("IN-10 reads a key that comes twice as its last value, and keeps that one", async () => {
    const complaint = sampleComplaint({ kind: "general" });
    const body = JSON.stringify(complaint).replace('"kind":"general"', '"kind":"bribe","kind":"claim"');
    expect((await send(body)).status).toBe(201);
    const found = await ask(test.app, `GET /api/complaints/${complaint.id}`, { headers: desk });
    expect(await found.json()).toMatchObject({ kind: "claim" });
    before = await writtenIn(test);
    const reversed = JSON.stringify(sampleComplaint()).replace(
      '"kind":"general"',
      '"kind":"claim","kind":"bribe"',
    );
    await refused(await send(reversed), 422, "invalid-request");
  });

  it.each([
    ["none", null, 415],
    ["text", "text/plain", 415],
    ["another encoding", "application/json; charset=utf-16", 415],
    // Refused by its type, as every form is: no route reads forms, so none looks for a boundary.
    ["a form without its boundary", "multipart/form-data", 415],
    ["capitals", "application/JSON", 201],
  ])("IN-12 media type: %s", async (_what, type, status) => {
    const answer = await send(new TextEncoder().encode(JSON.stringify(sampleComplaint())), type);
    expect(answer.status).toBe(status);
    if (status !== 201) expect(await writtenIn(test)).toEqual(before);
  });
});

describe("values that no field means", () => {
  it.each([
    ["IN-13 a number as a word", { clip: { rating: { value: "4", max: 5 } } }, "clip.rating.value"],
    [
      "IN-13 a number that no whole one is",
      { clip: { thread: { parent: null, position: 2 ** 53 + 2 } } },
      "clip.thread.position",
    ],
    [
      "IN-13 a number that never ends",
      { clip: { thread: { parent: null, position: 1.5 } } },
      "clip.thread.position",
    ],
    [
      "IN-14 29 February of a common year",
      { clip: { capturedAt: "2026-02-29T10:00:00Z" } },
      "clip.capturedAt",
    ],
    ["IN-14 a thirteenth month", { clip: { capturedAt: "2026-13-01T10:00:00Z" } }, "clip.capturedAt"],
    ["IN-14 the day zero", { clip: { capturedAt: "0000-00-00T00:00:00Z" } }, "clip.capturedAt"],
    ["IN-14 a year of five figures", { clip: { capturedAt: "99999-01-01T00:00:00Z" } }, "clip.capturedAt"],
    [
      "IN-14 past the last instant",
      { clip: { capturedAt: "+275760-09-13T00:00:00.001Z" } },
      "clip.capturedAt",
    ],
    ["IN-14 a leap second", { clip: { capturedAt: "2026-06-30T23:59:60Z" } }, "clip.capturedAt"],
    ["IN-14 the hour 24", { clip: { capturedAt: "2026-06-30T24:00:00Z" } }, "clip.capturedAt"],
    ["IN-14 no zone", { clip: { capturedAt: "2026-06-30T10:00:00" } }, "clip.capturedAt"],
    ["IN-15 a kind in capitals", { kind: "GENERAL" }, "kind"],
    ["IN-15 a kind with a space", { kind: "general " }, "kind"],
    ["IN-16 an id in braces", { id: "{0199aaaa-0000-4000-8000-000000000000}" }, "id"],
    ["IN-16 an id of 10 KB", { id: "0".repeat(10_240) }, "id"],
    ["IN-17 an address of data", { clip: { permalink: "data:text/html,x" } }, "clip.permalink"],
    ["IN-17 a script in capitals", { clip: { permalink: "JaVaScRiPt:alert(1)" } }, "clip.permalink"],
    ["IN-17 a script behind a tab", { clip: { permalink: "java\tscript:alert(1)" } }, "clip.permalink"],
    ["IN-17 an address without a scheme", { clip: { permalink: "//evil.example" } }, "clip.permalink"],
    [
      "IN-17 an address of 9 KB",
      { clip: { permalink: `https://a.test/${"a".repeat(9_000)}` } },
      "clip.permalink",
    ],
    ["IN-17 a file", { clip: { page: { title: "", url: "file:///etc/passwd" } } }, "clip.page.url"],
    [
      "IN-20 a key that is longer than its limit",
      { clip: { permalinkKey: "k".repeat(LIMITS.nameLength + 1) } },
      "clip.permalinkKey",
    ],
  ])("%s", async (_what, overrides, path) => {
    const complaint = sampleComplaint(overrides as Parameters<typeof sampleComplaint>[0]);
    const { errors } = await refused(await register(complaint), 422, "invalid-request");
    expect(errors?.map((error) => error.path)).toContain(path);
  });

  it("IN-20 keeps the longest key and address that it takes, of letters that fill four bytes each", async () => {
    const letters = () =>
      Array.from({ length: LIMITS.nameLength }, () =>
        String.fromCodePoint(0x10000 + Math.floor(Math.random() * 50_000)),
      ).join("");
    const long = "a".repeat(LIMITS.urlLength - "https://a.test/".length);
    const clip = { permalinkKey: letters(), permalink: `https://a.test/${long}` };
    expect((await register(sampleComplaint({ clip }))).status).toBe(201);
  });

  it.each([
    ["closing a clock that it does not have", "steps", { clock: "archive" }, 422, "invalid-request"],
    ["opening again what is open", "reopening", { reason: "Снова." }, 409, "complaint-open"],
    ["ending a pause that never began", "pauses/end", {}, 409, "pause-not-running"],
  ])("IN-15 refuses %s", async (_what, step, json, status, code) => {
    const complaint = sampleComplaint({ kind: "claim" });
    await register(complaint);
    before = await writtenIn(test);
    await refused(
      await ask(test.app, `POST /api/complaints/${complaint.id}/${step}`, { headers: desk, json }),
      status,
      code,
    );
  });
});

it.each([
  ["as it was written", (email: string) => email],
  ["in capitals", (email: string) => email.toUpperCase()],
  ["with spaces round it", (email: string) => `  ${email} `],
  ["in full-width letters", (email: string) => fullWidth(email)],
])("IN-05 knows a person by an address %s", async (_what, form) => {
  const person = await makePerson(test.database.db, await makeOrganisation(test.database.db));
  const answer = await ask(test.app, "POST /api/session", {
    headers: { origin: "http://127.0.0.1:8787", "sec-fetch-site": "same-origin" },
    json: { email: form(person.email), password: person.password },
  });
  expect(answer.ok).toBe(true);
});

function fullWidth(text: string): string {
  return text.replaceAll(/[!-~]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0));
}

describe("lists and searches", () => {
  it.each([
    "limit=-1",
    "limit=0",
    "limit=abc",
    "limit=1e9",
    "limit=",
    "limit=1.5",
    "offset=1000000000000",
    "sort=passwordHash",
    "orgId=0199aaaa-0000-4000-8000-000000000000",
    `cursor=${"A".repeat(LIMITS.cursorLength)}`,
    `cursor=${"A".repeat(LIMITS.cursorLength + 1)}`,
    `cursor=${Buffer.from('{"view":"newest","year":1e9,"ordinal":-1}').toString("base64url")}`,
  ])("IN-19 refuses %s", async (query) => {
    await refused(
      await ask(test.app, `GET /api/complaints?${query}`, { headers: desk }),
      422,
      "invalid-request",
    );
  });

  it.each([
    "%",
    "_",
    "\\",
    "'",
    "a:*&!",
    '"',
    "((((((",
    "a' OR '1'='1",
    "$1",
    "\\x00",
    "<->",
    "!!",
    "a & | b",
  ])("IN-21 INJ-05 takes %s for text", async (q) => {
    const search = async () => {
      const answer = await ask(test.app, `GET /api/complaints?q=${encodeURIComponent(q)}`, { headers: desk });
      expect(answer.status).toBe(200);
      complaintPageSchema.parse(await answer.json());
    };
    expect(await leastTime(1_000, search)).toBeLessThan(1_000);
  });

  it("IN-21 refuses 10 KB of brackets", async () => {
    const answer = await ask(test.app, `GET /api/complaints?q=${"(".repeat(10_240)}`, { headers: desk });
    await refused(answer, 422, "invalid-request");
  });
});
