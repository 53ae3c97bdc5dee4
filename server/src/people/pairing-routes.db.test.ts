import { createHash, randomBytes } from "node:crypto";
import {
  type PairingStarted,
  pairingRequestSchema,
  pairingStartedSchema,
  pairingTokenSchema,
} from "@otklik/shared/people/account";
import { EXTENSION_SCOPE } from "@otklik/shared/people/roles";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ask, expectProblem } from "../../../tests/support/ask";
import { useDeps } from "../../../tests/support/deps";
import { makeOrganisation, makePerson, signIn, type TestPerson } from "../../../tests/support/organisation";

const ORIGIN = "moz-extension://0f0e0d0c-0b0a-4908-8706-050403020100";
const FROM_EXTENSION = { origin: ORIGIN };

const test = useDeps();
let person: TestPerson;
let desk: Record<string, string>;
let now = Date.parse("2026-11-23T09:00:00Z");

beforeAll(async () => {
  person = await makePerson(test.database.db, await makeOrganisation(test.database.db));
});

/** Each test a while after the one before it, whose attempts are forgotten. */
beforeEach(async () => {
  await test.database.owner`DELETE FROM rate_limits`;
  now += 3_600_000;
  test.setClock(new Date(now));
  desk = await signIn(test.database.db, person, new Date(now));
});

interface Pairing extends PairingStarted {
  readonly codeVerifier: string;
}

async function start(): Promise<Pairing> {
  const codeVerifier = randomBytes(32).toString("base64url");
  const codeChallenge = createHash("sha256").update(codeVerifier).digest("base64url");
  const answer = await ask(test.app, "POST /api/pairings", {
    headers: FROM_EXTENSION,
    json: { deviceName: "Firefox", codeChallenge },
  });
  expect(answer.status).toBe(201);
  return { ...pairingStartedSchema.parse(await answer.json()), codeVerifier };
}

const poll = ({ deviceCode, codeVerifier }: Pairing, headers: Record<string, string> = FROM_EXTENSION) =>
  ask(test.app, "POST /api/pairings/token", { headers, json: { deviceCode, codeVerifier } });

const claim = (userCode: string, headers = desk) =>
  ask(test.app, `POST /api/pairings/${userCode}/claim`, { headers });

const decide = (userCode: string, decision: string, headers = desk) =>
  ask(test.app, `POST /api/pairings/${userCode}/decision`, { headers, json: { decision } });

/** As a person does at the desk: opens the code, then decides. */
async function decideOpened(userCode: string, decision: string): Promise<Response> {
  expect((await claim(userCode)).status).toBe(200);
  return decide(userCode, decision);
}

it("pairs: begun by the extension, approved at the desk, the token given once", async () => {
  const pairing = await start();
  expect(pairing.verificationUrl).toBe(`http://127.0.0.1:8787/pair?code=${pairing.userCode}`);
  expect(pairing.expiresAt).toBe(new Date(now + 600_000).toISOString());

  const waiting = await poll(pairing);
  expect(waiting.headers.get("retry-after")).toBe(String(pairing.intervalSeconds));
  await expectProblem(waiting, 400, "pairing-waiting");

  const shown = await claim(pairing.userCode);
  expect(pairingRequestSchema.parse(await shown.json())).toMatchObject({
    userCode: pairing.userCode,
    deviceName: "Firefox",
    origin: ORIGIN,
    status: "waiting",
  });
  const decided = await decide(pairing.userCode, "approve");
  expect(pairingRequestSchema.parse(await decided.json()).status).toBe("approved");

  test.setClock(new Date(now + 3_000));
  const given = await poll(pairing);
  expect(given.status).toBe(200);
  expect(given.headers.get("cache-control")).toBe("no-store");
  const { token, deviceId } = pairingTokenSchema.parse(await given.json());
  await expectProblem(await poll(pairing), 400, "pairing-invalid");

  const [device] = await test.database.owner`
    SELECT name, origin, scope, person_id, secret_hash FROM devices WHERE id = ${deviceId}`;
  expect(device).toMatchObject({
    name: "Firefox",
    origin: ORIGIN,
    scope: EXTENSION_SCOPE,
    person_id: person.id,
    secret_hash: createHash("sha256")
      .update(token.split(".")[1] ?? "")
      .digest(),
  });
  const events = await test.database.owner`
    SELECT kind, actor_id, device_id FROM events WHERE kind ~ '^(pairing|device)' ORDER BY id`;
  expect([...events]).toEqual([
    { kind: "pairing_approved", actor_id: person.id, device_id: null },
    { kind: "device_paired", actor_id: person.id, device_id: deviceId },
  ]);

  const session = await ask(test.app, "GET /api/session", { headers: { authorization: `Bearer ${token}` } });
  expect(session.status).toBe(200);
});

it("gives one token to ten questions at once", async () => {
  const pairing = await start();
  await decideOpened(pairing.userCode, "approve");
  const answers = await Promise.all(Array.from({ length: 10 }, () => poll(pairing)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 400)).toHaveLength(9);
});

it("tells the extension that it was refused, and decides but once", async () => {
  const pairing = await start();
  expect((await decideOpened(pairing.userCode, "refuse")).status).toBe(200);
  await expectProblem(await decide(pairing.userCode, "approve"), 409, "pairing-decided");
  await expectProblem(await poll(pairing), 400, "pairing-refused");
});

it("AUTH-21 lets only the session decide that has opened the code, and no other of the same person", async () => {
  const pairing = await start();
  const other = await signIn(test.database.db, person, new Date(now));
  await expectProblem(await decide(pairing.userCode, "approve"), 403, "pairing-claimed");
  await claim(pairing.userCode);
  await expectProblem(await claim(pairing.userCode, other), 403, "pairing-claimed");
  for (const decision of ["approve", "refuse"]) {
    await expectProblem(await decide(pairing.userCode, decision, other), 403, "pairing-claimed");
  }
  await expectProblem(await poll(pairing), 400, "pairing-waiting");
  expect((await claim(pairing.userCode)).status).toBe(200);
  expect((await decide(pairing.userCode, "approve")).status).toBe(200);
});

it("AUTH-21 gives a code to one of four sessions that open it at once", async () => {
  const { userCode } = await start();
  const sessions = await Promise.all(
    Array.from({ length: 4 }, () => signIn(test.database.db, person, new Date(now))),
  );
  const answers = await Promise.all(sessions.map((headers) => claim(userCode, headers)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 403, 403, 403]);
});

it("AUTH-21 makes the pause five seconds longer each time that a device asks too early, for good", async () => {
  const pairing = await start();
  const askAt = async (seconds: number, code: string, retryAfter: number) => {
    test.setClock(new Date(now + seconds * 1000));
    const answer = await poll(pairing);
    expect(answer.headers.get("retry-after")).toBe(String(retryAfter));
    await expectProblem(answer, 400, code);
  };
  await askAt(0, "pairing-waiting", 3);
  await askAt(1, "pairing-too-fast", 8);
  await askAt(9, "pairing-waiting", 8);
  await askAt(15, "pairing-too-fast", 13);
  await askAt(28, "pairing-waiting", 13);
});

it("takes a question for one in time that the network has brought a second early", async () => {
  const pairing = await start();
  await expectProblem(await poll(pairing), 400, "pairing-waiting");
  test.setClock(new Date(now + 1_999));
  await expectProblem(await poll(pairing), 400, "pairing-too-fast");
  const other = await start();
  await expectProblem(await poll(other), 400, "pairing-waiting");
  test.setClock(new Date(now + 3_999));
  await expectProblem(await poll(other), 400, "pairing-waiting");
});

it("AUTH-21 expires after ten minutes, on both sides", async () => {
  const pairing = await start();
  await claim(pairing.userCode);
  test.setClock(new Date(now + 599_999));
  await expectProblem(await poll(pairing), 400, "pairing-waiting");
  test.setClock(new Date(now + 600_000));
  await expectProblem(await poll(pairing), 400, "pairing-expired");
  await expectProblem(await decide(pairing.userCode, "approve"), 400, "pairing-expired");
  await expectProblem(await claim(pairing.userCode), 400, "pairing-expired");
});

it("AUTH-21 answers another device's verifier, another extension and an unknown code alike", async () => {
  const [pairing, other] = [await start(), await start()];
  await decideOpened(pairing.userCode, "approve");
  const wrong = [
    poll({ ...pairing, codeVerifier: other.codeVerifier }),
    poll(pairing, { origin: "moz-extension://ffffffff-0b0a-4908-8706-050403020100" }),
    poll({ ...pairing, deviceCode: "unknown" }),
  ];
  for (const answer of await Promise.all(wrong)) await expectProblem(answer, 400, "pairing-invalid");
  expect((await poll(pairing)).status).toBe(200);
});

it("AUTH-21 burns a code after five wrong verifiers: then the right one opens nothing either", async () => {
  const [pairing, other] = [await start(), await start()];
  await decideOpened(pairing.userCode, "approve");
  const wrong = await Promise.all(
    Array.from({ length: 10 }, () => poll({ ...pairing, codeVerifier: other.codeVerifier })),
  );
  const codes = await Promise.all(wrong.map(async (answer) => (await answer.json()).code));
  expect(codes.sort()).toEqual([...Array(5).fill("pairing-expired"), ...Array(5).fill("pairing-invalid")]);
  await expectProblem(await poll(pairing), 400, "pairing-expired");
  const [{ devices } = {}] = await test.database.owner`
    SELECT count(*)::int AS devices FROM devices WHERE origin = ${ORIGIN} AND paired_at >= ${new Date(now)}`;
  expect(devices).toBe(0);
});

describe("AUTH-21 what was approved and not fetched yet opens nothing after", () => {
  let owner: TestPerson;
  let cookies: Record<string, string>;
  let admin: Record<string, string>;
  beforeEach(async () => {
    owner = await makePerson(test.database.db, person.organisation);
    cookies = await signIn(test.database.db, owner, new Date(now));
    const boss = await makePerson(test.database.db, person.organisation, { roles: ["admin"] });
    admin = await signIn(test.database.db, boss, new Date(now));
  });
  const asOwner = (what: string, json?: unknown) => ask(test.app, what, { headers: cookies, json });
  const asAdmin = (what: string, json?: unknown) => ask(test.app, what, { headers: admin, json });

  it.each<[string, () => Promise<readonly Response[]>]>([
    [
      "a new password that cuts devices off",
      async () => {
        const json = { confirmation: { password: owner.password }, next: "новый-пароль-7431", cutOff: true };
        return [await asOwner("POST /api/account/password", json)];
      },
    ],
    [
      "a new password by link",
      async () => {
        const made = await asAdmin(`POST /api/people/${owner.id}/link`);
        const token = new URL((await made.json()).url).hash.slice(1);
        return [await asOwner("POST /api/account-links", { token, password: "новый-пароль-7431" })];
      },
    ],
    ["unpairing all of one's extensions", async () => [await asOwner("DELETE /api/devices")]],
    ["an admin's unpairing all", async () => [await asAdmin(`DELETE /api/people/${owner.id}/devices`)]],
    [
      "shutting out and letting in again",
      async () => [
        await asAdmin(`PATCH /api/people/${owner.id}`, { disabled: true }),
        await asAdmin(`PATCH /api/people/${owner.id}`, { disabled: false }),
      ],
    ],
  ])("%s", async (_what, cutOff) => {
    const [pairing, colleagues] = [await start(), await start()];
    await decideOpened(colleagues.userCode, "approve");
    expect((await claim(pairing.userCode, cookies)).status).toBe(200);
    expect((await decide(pairing.userCode, "approve", cookies)).status).toBe(200);
    for (const answer of await cutOff()) expect(answer.ok).toBe(true);
    await expectProblem(await poll(pairing), 400, "pairing-expired");
    expect((await poll(colleagues)).status).toBe(200);
  });

  it("or at the same moment as unpairing all", async () => {
    const started = await Promise.all(Array.from({ length: 6 }, start));
    for (const { userCode } of started) {
      await claim(userCode, cookies);
      await decide(userCode, "approve", cookies);
    }
    const answers = await Promise.all([
      ...started.map((pairing) => poll(pairing)),
      asOwner("DELETE /api/devices"),
    ]);
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    const left = await test.database.owner`
      SELECT id FROM devices WHERE person_id = ${owner.id} AND revoked_at IS NULL`;
    for (const { id } of left) expect(id).toBe("no device is left");
    for (const pairing of started) expect((await poll(pairing)).status).toBe(400);
  });
});

it.each(["decision", "claim"])("AUTH-21 does nothing by GET of …/%s", async (what) => {
  const pairing = await start();
  const answer = await ask(test.app, `GET /api/pairings/${pairing.userCode}/${what}`, { headers: desk });
  expect(answer.headers.get("allow")).toBe("POST");
  await expectProblem(answer, 405, "method-not-allowed");
  const [row] = await test.database.owner`
    SELECT claimed_by_session, decision FROM pairings WHERE user_code = ${pairing.userCode}`;
  expect(row).toEqual({ claimed_by_session: null, decision: null });
});

it("AUTH-21 stops a person who guesses codes after five, and burns what they have opened", async () => {
  const pairing = await start();
  await claim(pairing.userCode);
  const unknown = pairing.userCode.startsWith("BBBB") ? "CCCC-CCCC" : "BBBB-BBBB";
  for (let n = 0; n < 4; n++) await expectProblem(await claim(unknown), 404, "not-found");
  await expectProblem(await decide(unknown, "approve"), 404, "not-found");
  await expectProblem(await poll(pairing), 400, "pairing-waiting");
  for (let n = 5; n < 10; n++) await expectProblem(await claim(unknown), 429, "too-many-requests");
  await expectProblem(await decide(pairing.userCode, "approve"), 429, "too-many-requests");
  await expectProblem(await poll(pairing), 400, "pairing-expired");
});

it("does not let strangers see or decide", async () => {
  const { userCode } = await start();
  await expectProblem(await claim(userCode, {}), 401, "not-signed-in");
  const answer = await ask(test.app, `POST /api/pairings/${userCode}/decision`, {
    json: { decision: "approve" },
  });
  await expectProblem(answer, 401, "not-signed-in");
});

it("CSRF-01 does not approve for another site's page", async () => {
  const { userCode } = await start();
  await claim(userCode);
  const answer = await ask(test.app, `POST /api/pairings/${userCode}/decision`, {
    headers: { ...desk, "sec-fetch-site": "cross-site", origin: "https://evil.example" },
    json: { decision: "approve" },
  });
  await expectProblem(answer, 403, "cross-site-request");
});

it.each([
  ["no origin", {}],
  ["a page", { origin: "https://evil.example" }],
  ["the origin null", { origin: "null" }],
  ["an origin that looks like an extension", { origin: "chrome-extension://abc.evil.example" }],
])("CORS-02 does not begin for %s", async (_what, headers) => {
  const json = { deviceName: "Firefox", codeChallenge: "a".repeat(43) };
  await expectProblem(await ask(test.app, "POST /api/pairings", { headers, json }), 403, "not-allowed");
});

it("begins twenty times a minute for one address, and then later", async () => {
  for (let n = 0; n < 20; n++) await start();
  const json = { deviceName: "Firefox", codeChallenge: "a".repeat(43) };
  const answer = await ask(test.app, "POST /api/pairings", { headers: FROM_EXTENSION, json });
  // Counted by the real clock: on a busy machine the minute has begun to run.
  const seconds = Number(answer.headers.get("retry-after"));
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(60);
  await expectProblem(answer, 429, "too-many-requests");
});

it("throws away pairings that ended more than a day ago", async () => {
  await start();
  test.setClock(new Date(now + 86_400_000 + 600_001));
  const { userCode } = await start();
  const left = await test.database.owner`SELECT user_code FROM pairings`;
  expect([...left]).toEqual([{ user_code: userCode }]);
  now += 2 * 86_400_000;
});
