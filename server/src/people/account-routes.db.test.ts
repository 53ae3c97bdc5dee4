import { type Account, accountSchema } from "@otklik/shared/people/people";
import { beforeEach, describe, expect, it } from "vitest";
import { ask, expectProblem } from "../../../tests/support/ask";
import { useDeps } from "../../../tests/support/deps";
import { eventsOf } from "../../../tests/support/events-of";
import {
  makeDevice,
  makeOrganisation,
  makePerson,
  makePlatformAdmin,
  signIn,
  type TestPerson,
} from "../../../tests/support/organisation";
import { until } from "../../../tests/support/until";

const test = useDeps();
const NEXT = "совсем новый пароль";
let person: TestPerson;
let here: Record<string, string>;

beforeEach(async () => {
  person = await makePerson(test.database.db, await makeOrganisation(test.database.db));
  here = { ...(await signIn(test.database.db, person)) };
});

async function account(headers = here): Promise<Account> {
  const answer = await ask(test.app, "GET /api/account", { headers });
  expect(answer.status).toBe(200);
  return accountSchema.parse(await answer.json());
}
const isIn = async (headers: Record<string, string>) =>
  (await ask(test.app, "GET /api/session", { headers })).status === 200;
const elsewhere = async () => ({ ...(await signIn(test.database.db, person)) });
const change = (json: object, headers = here) =>
  ask(test.app, "POST /api/account/password", { json, headers });

it("shows a person themselves: their ways in, their browsers and each sign-in", async () => {
  const password = `не ${person.password}`;
  const headers = { "user-agent": "Firefox/144.0 \u00e9\u00e9 (X11)" };
  await ask(test.app, "POST /api/session", { json: { email: person.email, password }, headers });
  const json = { email: person.email, password: person.password };
  await ask(test.app, "POST /api/session", { json, headers });
  // What failed is written beside the answer.
  await until("three lines of history", async () => (await account()).history.length === 3);
  const shown = await account();
  expect(shown).toMatchObject({
    name: person.name,
    email: person.email,
    hasPassword: true,
    totp: null,
    passkeys: [],
    identities: [],
    provider: false,
  });
  expect(shown.sessions.map(({ current, userAgent }) => ({ current, userAgent }))).toEqual([
    { current: false, userAgent: "Firefox/144.0 (X11)" },
    { current: true, userAgent: null },
  ]);
  expect(shown.sessions[0]).toMatchObject({ lastAddress: "unknown", lastUsedAt: expect.any(String) });
  const attempts = shown.history.map(({ method, succeeded }) => `${method} ${succeeded}`);
  expect(attempts.sort()).toEqual(["password false", "password true", "password true"]);
});

it("tells the place of a session as it moves, whatever headers claim", async () => {
  for (const remoteAddress of ["203.0.113.7", "198.51.100.8"]) {
    const headers = { ...here, "x-forwarded-for": "1.2.3.4" };
    const url = "http://127.0.0.1:8787/api/badge";
    await test.app.request(url, { headers }, { incoming: { socket: { remoteAddress } } });
    const [kept] = await test.database
      .owner`SELECT last_address FROM sessions WHERE person_id = ${person.id}`;
    expect(kept).toEqual({ last_address: remoteAddress });
  }
});

it("lets a person change their own name, and nothing else of themselves", async () => {
  const json = { name: "Мария Зарянка" };
  const answer = await ask(test.app, "PATCH /api/account", { json, headers: here });
  expect(accountSchema.parse(await answer.json()).name).toBe("Мария Зарянка");
  await ask(test.app, "PATCH /api/account", { json, headers: here });
  expect(await eventsOf(test.database, person.organisation)).toEqual([
    {
      kind: "person_renamed",
      by: person.id,
      data: { person: { id: person.id, name: "Мария Зарянка" }, before: person.name },
    },
  ]);
  for (const key of ["roles", "email", "orgId", "passwordHash"]) {
    const refused = await ask(test.app, "PATCH /api/account", {
      json: { ...json, [key]: "x" },
      headers: here,
    });
    const problem = await expectProblem(refused, 422, "invalid-request");
    expect(problem.errors).toEqual([expect.objectContaining({ path: key, reason: "unrecognized_keys" })]);
  }
});

describe("the password", () => {
  it("AUTH-19 changes, and all other sessions are over at once", async () => {
    const others = [await elsewhere(), await elsewhere()];
    const answer = await change({ confirmation: { password: person.password }, next: NEXT });
    expect(answer.status).toBe(204);
    expect(await isIn(here)).toBe(true);
    for (const other of others) expect(await isIn(other)).toBe(false);
    const enter = (password: string) =>
      ask(test.app, "POST /api/session", { json: { email: person.email, password } });
    expect((await enter(person.password)).status).toBe(401);
    expect((await enter(NEXT)).status).toBe(201);
    expect(await eventsOf(test.database, person.organisation)).toEqual([
      {
        kind: "password_changed",
        by: person.id,
        data: { person: { id: person.id, name: person.name }, sessions: 2, devices: 0 },
      },
    ]);
  });

  it.each([
    ["a wrong present password", { confirmation: { password: "не тот пароль" }, next: NEXT }],
    ["no present password from who has one", { confirmation: null, next: NEXT }],
  ])("does not change by %s, and is not guessed through a browser left open", async (_what, json) => {
    const other = await elsewhere();
    for (let n = 0; n < 5; n++) await expectProblem(await change(json), 403, "not-confirmed");
    await expectProblem(
      await change({ confirmation: { password: person.password }, next: NEXT }),
      429,
      "too-many-requests",
    );
    expect(await isIn(other)).toBe(true);
    expect(await eventsOf(test.database, person.organisation)).toEqual([]);
  });

  it("names the present password when it is wrong, and nothing when none was given", async () => {
    const wrong = await change({ confirmation: { password: "не тот пароль" }, next: NEXT });
    expect((await expectProblem(wrong, 403, "not-confirmed")).errors).toEqual([
      expect.objectContaining({ path: "confirmation.password", reason: "wrong-password" }),
    ]);
    const none = await change({ confirmation: null, next: NEXT });
    expect((await expectProblem(none, 403, "not-confirmed")).errors).toBeUndefined();
  });

  it("does not change to the one that they have, and ends nothing", async () => {
    const other = await elsewhere();
    const { password } = person;
    const problem = await expectProblem(
      await change({ confirmation: { password }, next: password }),
      422,
      "invalid-request",
    );
    expect(problem.errors).toEqual([expect.objectContaining({ path: "next", reason: "same-password" })]);
    expect(await isIn(other)).toBe(true);
    expect(await eventsOf(test.database, person.organisation)).toEqual([]);
  });

  it("is made by who has none yet, when they have just signed in", async () => {
    await test.database.owner`UPDATE people SET password_hash = NULL WHERE id = ${person.id}`;
    expect((await account()).hasPassword).toBe(false);
    await test.database.owner`UPDATE sessions SET created_at = created_at - interval '11 minutes'`;
    await expectProblem(await change({ confirmation: null, next: NEXT }), 403, "not-confirmed");
    expect((await change({ confirmation: null, next: NEXT }, await elsewhere())).status).toBe(204);
  });

  it("is not made beside a passkey that was not shown, however lately they signed in", async () => {
    await test.database.owner`UPDATE people SET password_hash = NULL WHERE id = ${person.id}`;
    await test.database.owner`
      INSERT INTO passkeys (org_id, credential_id, person_id, name, public_key, sign_count, transports)
      VALUES (${person.organisation.id}, ${person.id}, ${person.id}, 'Ноутбук', '', 0, '{}')`;
    const answer = await change({ confirmation: null, next: NEXT }, await elsewhere());
    await expectProblem(answer, 403, "not-confirmed");
    expect((await account()).hasPassword).toBe(false);
  });

  it.each([
    ["cuts off what was paired", {}, 401, 1],
    ["leaves what was paired when asked to", { cutOff: false }, 200, 0],
  ])("%s", async (_what, choice, status, devices) => {
    const device = await makeDevice(test.database.db, person);
    const confirmation = { password: person.password };
    expect((await change({ confirmation, next: NEXT, ...choice })).status).toBe(204);
    const { headers } = device;
    expect((await ask(test.app, "GET /api/badge", { headers })).status).toBe(status);
    const [event] = await eventsOf(test.database, person.organisation);
    expect(event?.data).toMatchObject({ devices });
  });

  it("AUTH-17 stays when the next one is too short or holds a NUL", async () => {
    for (const next of ["короткий", "длинный\u0000пароль"]) {
      const problem = await expectProblem(
        await change({ confirmation: { password: person.password }, next }),
        422,
        "invalid-request",
      );
      expect(problem.errors).toEqual([expect.objectContaining({ path: "next" })]);
    }
  });
});

describe("sessions", () => {
  it("AUTH-19 end one by one, from their next request on", async () => {
    const other = await elsewhere();
    const id = (await account()).sessions.find(({ current }) => !current)?.id;
    const end = `DELETE /api/account/sessions/${id}`;
    expect((await ask(test.app, end, { headers: here })).status).toBe(204);
    expect(await isIn(other)).toBe(false);
    await expectProblem(await ask(test.app, end, { headers: here }), 404, "not-found");
    expect(await eventsOf(test.database, person.organisation)).toEqual([
      {
        kind: "session_revoked",
        by: person.id,
        data: { person: { id: person.id, name: person.name }, userAgent: null },
      },
    ]);
  });

  it("AUTH-19 end all at once but the one that asks", async () => {
    const others = [await elsewhere(), await elsewhere()];
    for (let n = 0; n < 2; n++) {
      expect((await ask(test.app, "DELETE /api/account/sessions", { headers: here })).status).toBe(204);
    }
    expect(await isIn(here)).toBe(true);
    for (const other of others) expect(await isIn(other)).toBe(false);
    const events = await eventsOf(test.database, person.organisation);
    expect(events.map(({ kind, data }) => ({ kind, data }))).toEqual([
      { kind: "sessions_revoked", data: { person: { id: person.id, name: person.name }, count: 2 } },
    ]);
  });

  it("AUTH-03 of a colleague or of another organisation are not found", async () => {
    const colleague = await makePerson(test.database.db, person.organisation);
    const stranger = await makePerson(test.database.db, await makeOrganisation(test.database.db));
    for (const other of [colleague, stranger]) {
      const theirs = { ...(await signIn(test.database.db, other)) };
      const id = (await account(theirs)).sessions[0]?.id;
      const answer = await ask(test.app, `DELETE /api/account/sessions/${id}`, { headers: here });
      await expectProblem(answer, 404, "not-found");
      expect(await isIn(theirs)).toBe(true);
    }
  });

  it("AUTH-07 are not shown to a device", async () => {
    const { headers } = await makeDevice(test.database.db, person);
    await expectProblem(await ask(test.app, "GET /api/account", { headers }), 403, "not-allowed");
    const answer = await ask(test.app, "DELETE /api/account/sessions", { headers });
    await expectProblem(answer, 403, "not-allowed");
  });

  it("are there for whoever looks after the installation too", async () => {
    const platform = await makePlatformAdmin(test.database.owner);
    const headers = { ...(await signIn(test.database.db, platform)) };
    expect((await account(headers)).sessions).toHaveLength(1);
    const answer = await change({ confirmation: { password: platform.password }, next: NEXT }, headers);
    expect(answer.status).toBe(204);
  });
});
