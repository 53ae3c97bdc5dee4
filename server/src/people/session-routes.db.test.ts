import { sessionSchema } from "@otklik/shared/people/account";
import { organisationOwedSchema } from "@otklik/shared/people/sign-in";
import { beforeAll, describe, expect, it } from "vitest";
import { ask, expectProblem } from "../../../tests/support/ask";
import { useDeps } from "../../../tests/support/deps";
import {
  makeDevice,
  makeOrganisation,
  makePerson,
  signIn,
  type TestPerson,
} from "../../../tests/support/organisation";

import { until } from "../../../tests/support/until";
import { createPasswords } from "./passwords";
import { signIn as signInByPassword } from "./sign-in";

const test = useDeps();
let person: TestPerson;

beforeAll(async () => {
  person = await makePerson(test.database.db, await makeOrganisation(test.database.db));
});

const enter = (email: string, password: string, headers: Record<string, string> = {}) =>
  ask(test.app, "POST /api/session", { json: { email, password }, headers });

/** As a browser at this address. */
const enterFrom = (remoteAddress: string, email: string, headers: Record<string, string> = {}) =>
  test.app.request(
    "http://127.0.0.1:8787/api/session",
    {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify({ email, password: "не тот пароль" }),
    },
    { incoming: { socket: { remoteAddress } } },
  );

it("signs in by e-mail, however it is written, and password", async () => {
  const answer = await enter(` ${person.email.toUpperCase()} `, person.password);
  expect(answer.status).toBe(201);
  const session = sessionSchema.parse(await answer.json());
  expect(session.person).toMatchObject({ id: person.id, name: person.name });
  expect(session.organisation).toMatchObject({
    id: person.organisation.id,
    topics: person.organisation.topics,
  });
  expect(answer.headers.get("cache-control")).toBe("no-store");
});

it.each([
  ["a wrong password", () => [person.email, "не тот пароль"]],
  ["AUTH-10 an unknown address", () => ["nobody@romashka.test", "не тот пароль"]],
  ["AUTH-16 a look-alike letter", () => [person.email.replace("a", "а"), person.password]],
  ["IN-01 a NUL in the address", () => ["a\u0000@romashka.test", "не тот пароль"]],
])("answers %s alike", async (_what, credentials) => {
  const [email = "", password = ""] = credentials();
  const problem = await expectProblem(await enter(email, password), 401, "wrong-credentials");
  expect({ ...problem, requestId: undefined }).toEqual({
    type: "urn:otklik:problem:wrong-credentials",
    title: "E-mail or password is wrong",
    status: 401,
    code: "wrong-credentials",
    detail: expect.any(String),
    requestId: undefined,
  });
});

it("CSRF-01 refuses another site's page", async () => {
  const answer = await enter(person.email, person.password, { origin: "https://evil.example" });
  await expectProblem(answer, 403, "cross-site-request");
});

it("AUTH-11 slows down after ten wrong passwords and lets the right one in afterwards", async () => {
  const victim = await makePerson(test.database.db, person.organisation);
  const statuses: number[] = [];
  for (let n = 0; n < 11; n++) statuses.push((await enter(victim.email, "не тот пароль")).status);
  expect(statuses).toEqual([...Array(10).fill(401), 429]);
  const answer = await enter(victim.email, victim.password);
  expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(Number(answer.headers.get("retry-after"))).toBeLessThanOrEqual(300);
  await expectProblem(answer, 429, "too-many-requests");
  // The window is PostgreSQL's; five minutes later it is over.
  await test.database.owner`UPDATE rate_limits SET expire = expire - 301000`;
  expect((await enter(victim.email, victim.password)).status).toBe(201);
});

it("AUTH-11 slows down wrong passwords for one account from twenty addresses, and never locks it for ever", async () => {
  const victim = await makePerson(test.database.db, person.organisation);
  const statuses: number[] = [];
  for (let n = 0; n < 20; n++) statuses.push((await enterFrom(`10.1.0.${n}`, victim.email)).status);
  expect(statuses).toEqual([...Array(10).fill(401), ...Array(10).fill(429)]);
  await test.database.owner`UPDATE rate_limits SET expire = expire - 301000`;
  expect((await enter(victim.email, victim.password)).status).toBe(201);
});

it("AUTH-11 slows down wrong passwords for many accounts from one address, whatever headers it sends, and nobody else", async () => {
  const statuses: number[] = [];
  for (let n = 0; n < 35; n++) {
    const claimed = { "x-forwarded-for": `1.2.3.${n}`, "x-real-ip": `1.2.3.${n}` };
    statuses.push((await enterFrom("10.2.0.1", `account-${n}@romashka.test`, claimed)).status);
  }
  expect(statuses).toEqual([...Array(30).fill(401), ...Array(5).fill(429)]);
  expect((await enterFrom("10.2.0.2", "account-0@romashka.test")).status).toBe(401);
});

it("AUTH-11 counts wrong passwords that come at once like those that come in turn", async () => {
  const victim = await makePerson(test.database.db, person.organisation);
  const answers = await Promise.all(Array.from({ length: 20 }, () => enter(victim.email, "не тот пароль")));
  const statuses = answers.map(({ status }) => status).sort();
  expect(statuses).toEqual([...Array(10).fill(401), ...Array(10).fill(429)]);
});

it.each([
  ["a wrong password", async () => person.email],
  ["AUTH-10 an unknown address", async () => "nobody@romashka.test"],
  [
    "AUTH-10 an address of somebody invited",
    async () => {
      const invited = await makePerson(test.database.db, person.organisation);
      await test.database.owner`UPDATE people SET password_hash = NULL WHERE id = ${invited.id}`;
      return invited.email;
    },
  ],
  [
    "AUTH-10 an address of somebody shut out",
    async () => {
      const out = await makePerson(test.database.db, person.organisation);
      await test.database.owner`UPDATE people SET disabled_at = now() WHERE id = ${out.id}`;
      return out.email;
    },
  ],
  ["AUTH-10 an address of two organisations", async () => (await inTwo()).email],
])("looks at as many passwords for %s as for any other", async (_what, email) => {
  await makeOrganisation(test.database.db);
  const asked: (string | null)[] = [];
  const passwords = createPasswords();
  const counted = {
    ...passwords,
    matches: (hash: string | null, password: string) => {
      asked.push(hash);
      return passwords.matches(hash, password);
    },
  };
  const visit = { address: "10.3.0.1", userAgent: null };
  const input = { email: await email(), password: "не тот пароль" };
  await expect(signInByPassword(test.deps, counted, input, visit)).rejects.toMatchObject({
    code: "wrong-credentials",
  });
  const organisations = await test.deps.across.organisationIds();
  expect(asked).toHaveLength(Math.min(organisations.length + 1, 4));
});

describe("who was shut out", () => {
  const shutOut = async () => {
    const out = await makePerson(test.database.db, await makeOrganisation(test.database.db));
    await test.database.owner`UPDATE people SET disabled_at = now() WHERE id = ${out.id}`;
    return out;
  };
  const historyOf = (id: string) => test.database.owner<{ method: string; succeeded: boolean }[]>`
    SELECT method, succeeded FROM sign_in_attempts WHERE person_id = ${id} ORDER BY method`;

  it("AUTH-10 is told so by the right password, and by a wrong one no more than anybody", async () => {
    const out = await shutOut();
    const wrong = await expectProblem(await enter(out.email, "не тот пароль"), 401, "wrong-credentials");
    const unknown = await enter("nobody@romashka.test", "не тот пароль");
    expect({ ...wrong, requestId: "" }).toEqual({
      ...(await expectProblem(unknown, 401, "wrong-credentials")),
      requestId: "",
    });
    const answer = await enter(out.email, out.password);
    expect(answer.headers.get("set-cookie")).toBeNull();
    const told = await expectProblem(answer, 403, "access-ended");
    expect(told.title).toBe("Your access to the register has been ended");
    expect(told.detail).toContain("ask an administrator");
    // Written beside the answers.
    await until("both refusals in the history", async () => (await historyOf(out.id)).length === 2);
    expect(await historyOf(out.id)).toEqual([
      { method: "password", succeeded: false },
      { method: "shut_out", succeeded: false },
    ]);
  });

  it("signs in where the password still opens something, and is not asked about the rest", async () => {
    const both = await inTwo();
    const [ended = "", open] = both.orgs;
    await test.database.owner`UPDATE people SET disabled_at = now() WHERE org_id = ${ended}`;
    const answer = await enter(both.email, both.password);
    expect(answer.status).toBe(201);
    expect(sessionSchema.parse(await answer.json()).organisation.id).toBe(open);
  });

  it("is slowed down by right passwords as by wrong ones", async () => {
    const out = await shutOut();
    const statuses: number[] = [];
    for (let n = 0; n < 12; n++) statuses.push((await enter(out.email, out.password)).status);
    expect(statuses).toEqual([...Array(10).fill(403), 429, 429]);
  });
});

/** One person with one address and one password in two organisations, or as many as are asked for. */
async function inTwo(count = 2) {
  const one = await makePerson(test.database.db, await makeOrganisation(test.database.db));
  const orgs = [one.organisation.id];
  for (let n = 1; n < count; n++) {
    const { id: orgId } = await makeOrganisation(test.database.db);
    await test.database.owner`
      INSERT INTO people (org_id, id, name, email, password_hash, roles)
      SELECT ${orgId}, gen_random_uuid(), name, email, password_hash, roles FROM people WHERE id = ${one.id}`;
    orgs.push(orgId);
  }
  return { ...one, orgs };
}

describe("one password in several organisations", () => {
  const choose = (step: string, organisation: string) =>
    ask(test.app, "POST /api/sign-in/organisation", { json: { step, organisation } });

  async function offered(of: { email: string; password: string }) {
    const answer = await enter(of.email, of.password);
    expect(answer.status).toBe(202);
    expect(answer.headers.get("set-cookie")).toBeNull();
    return organisationOwedSchema.parse(await answer.json());
  }

  it("asks which is meant and signs in to that one, of six too", async () => {
    const both = await inTwo(6);
    const { organisations, step } = await offered(both);
    expect(organisations.map(({ id }) => id).sort()).toEqual(both.orgs.toSorted());
    const last = both.orgs.at(-1) ?? "";
    const answer = await choose(step, last);
    expect(answer.status).toBe(201);
    expect(sessionSchema.parse(await answer.json()).organisation.id).toBe(last);
    await expectProblem(await choose(step, last), 400, "sign-in-step-over");
  });

  it("asks nothing where the password is right in one of them", async () => {
    const both = await inTwo();
    const hash = await createPasswords().hash("другой длинный пароль");
    await test.database.owner`
      UPDATE people SET password_hash = ${hash} WHERE org_id = ${both.organisation.id} AND id = ${both.id}`;
    const answer = await enter(both.email, "другой длинный пароль");
    expect(answer.status).toBe(201);
    expect(sessionSchema.parse(await answer.json()).organisation.id).toBe(both.organisation.id);
  });

  it.each([
    ["to an organisation that was not offered", async () => person.organisation.id],
    [
      "after five minutes",
      async (own: string) => {
        test.setClock(new Date(Date.now() + 5 * 60_000));
        return own;
      },
    ],
    [
      "AUTH-19 when another password was set meanwhile",
      async (own: string) => {
        await test.database.owner`UPDATE people SET password_hash = 'x' WHERE org_id = ${own}`;
        return own;
      },
    ],
    [
      "when they were shut out meanwhile",
      async (own: string) => {
        await test.database.owner`UPDATE people SET disabled_at = now() WHERE org_id = ${own}`;
        return own;
      },
    ],
  ])("does not sign in %s", async (_what, happens) => {
    const both = await inTwo();
    const { step } = await offered(both);
    const chosen = await happens(both.organisation.id);
    await expectProblem(await choose(step, chosen), 400, "sign-in-step-over");
    test.setClock(null);
  });
});

it.each([
  ["AUTH-16 full-width letters", (email: string) => email.replace("@", "＠")],
  ["AUTH-16 capitals and spaces", (email: string) => ` ${email.toUpperCase()}  `],
])("knows one account by %s", async (_how, written) => {
  expect((await enter(written(person.email), person.password)).status).toBe(201);
});

it("AUTH-17 refuses a password of a megabyte, and one of more than 256 letters", async () => {
  const huge = await enter(person.email, "a".repeat(1024 * 1024));
  await expectProblem(huge, 413, "body-too-large");
  await expectProblem(await enter(person.email, "a".repeat(257)), 422, "invalid-request");
});

it("tells a device for whom it acts, with its narrower rights", async () => {
  const device = await makeDevice(test.database.db, person);
  const answer = await ask(test.app, "GET /api/session", { headers: device.headers });
  const session = sessionSchema.parse(await answer.json());
  expect(session.person.id).toBe(person.id);
  expect(session.permissions).not.toContain("complaint:step");
  expect(session.permissions).toContain("complaint:register");
});

it("AUTH-19 signs out for good", async () => {
  const headers = await signIn(test.database.db, person);
  const answer = await ask(test.app, "DELETE /api/session", { headers });
  expect(answer.status).toBe(204);
  expect(answer.headers.get("clear-site-data")).toBe('"cookies", "storage"');
  expect(answer.headers.get("set-cookie")).toMatch(/^otklik=; Max-Age=0/);
  await expectProblem(await ask(test.app, "GET /api/session", { headers }), 401, "not-signed-in");
});

it.each([
  ["that may not", async () => (await makeDevice(test.database.db, person)).headers],
  [
    "of any scope",
    async () => (await makeDevice(test.database.db, person, { scope: ["account:own"] })).headers,
  ],
])("ends no session by the token of a device %s, whosever cookie comes with it", async (_which, device) => {
  const other = await makePerson(test.database.db, await makeOrganisation(test.database.db));
  for (const whose of [person, other]) {
    const { cookie } = await signIn(test.database.db, whose);
    const headers = { ...(await device()), cookie };
    await expectProblem(await ask(test.app, "DELETE /api/session", { headers }), 403, "not-allowed");
    expect((await ask(test.app, "GET /api/session", { headers: { cookie } })).status).toBe(200);
  }
  const ended = await test.database.owner`
    SELECT FROM events WHERE actor_id IN ${test.database.owner([person.id, other.id])} AND kind = 'session_ended'
    AND device_id IS NOT NULL`;
  expect(ended).toHaveLength(0);
});

it("ends a session after two weeks", async () => {
  const headers = await signIn(test.database.db, person);
  test.setClock(new Date(Date.now() + 14 * 86_400_000 + 1_000));
  await expectProblem(await ask(test.app, "GET /api/session", { headers }), 401, "not-signed-in");
  await enter(person.email, person.password);
  const left = await test.database.owner`SELECT expires_at FROM sessions WHERE person_id = ${person.id}`;
  expect(left).toHaveLength(1);
  test.setClock(null);
});

it.each([
  ["no header", {}],
  ["an empty one", { authorization: "" }],
  ["another scheme", { authorization: "Basic YTpi" }],
  ["no value", { authorization: "Bearer " }],
  ["a long value", { authorization: `Bearer ${"a".repeat(8_192)}` }],
  ["a value that has the form of a token", { authorization: `Bearer ${"0".repeat(36)}.${"a".repeat(43)}` }],
  ["an unknown token", { authorization: `Bearer 00000000-0000-4000-8000-000000000000.${"a".repeat(43)}` }],
  ["two tokens in one", { authorization: "Bearer a, Bearer b" }],
  ["a cookie that is none", { cookie: "otklik=abc" }],
])("AUTH-01 answers %s alike", async (_what, headers) => {
  const answer = await ask(test.app, "GET /api/session", { headers });
  expect(answer.headers.get("www-authenticate")).toBe("Bearer");
  const problem = await expectProblem(answer, 401, "not-signed-in");
  expect(problem.title).toBe("Not signed in");
});

it("CSRF-02 does not look at the cookie when there is an Authorization header", async () => {
  const headers = { ...(await signIn(test.database.db, person)), authorization: "Bearer wrong" };
  await expectProblem(await ask(test.app, "GET /api/session", { headers }), 401, "not-signed-in");
});

it.each([
  ["Sec-Fetch-Site: cross-site", { "sec-fetch-site": "cross-site" }],
  ["Sec-Fetch-Site: same-site", { "sec-fetch-site": "same-site" }],
  ["another origin", { origin: "https://evil.example" }],
  ["the origin null", { origin: "null" }],
  ["neither header", {}],
])("CSRF-01 does nothing for a cookie with %s", async (_what, from) => {
  const { cookie } = await signIn(test.database.db, person);
  const answer = await ask(test.app, "DELETE /api/session", { headers: { cookie, ...from } });
  await expectProblem(answer, 403, "cross-site-request");
  expect((await ask(test.app, "GET /api/session", { headers: { cookie } })).status).toBe(200);
});

it("takes a cookie with the server's own origin from browsers without Sec-Fetch-Site", async () => {
  const { cookie } = await signIn(test.database.db, person);
  const answer = await ask(test.app, "DELETE /api/session", {
    headers: { cookie, origin: "http://127.0.0.1:8787" },
  });
  expect(answer.status).toBe(204);
});
