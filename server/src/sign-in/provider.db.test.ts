import { randomUUID } from "node:crypto";
import { accountSchema } from "@otklik/shared/people/people";
import { signInMethodsSchema, startedAtProviderSchema } from "@otklik/shared/people/sign-in";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { ask, expectProblem } from "../../../tests/support/ask";
import { useDeps } from "../../../tests/support/deps";
import { type IdentityProvider, startIdentityProvider } from "../../../tests/support/identity-provider";
import {
  makeOrganisation,
  makePerson,
  type TestOrganisation,
  type TestPerson,
} from "../../../tests/support/organisation";
import { createApp } from "../app";
import type { Env } from "../env";
import { INSTALLATION_ID } from "../people/secrets";
import { warnOfSilentProvider } from "./provider-organisation";
import { providerReturn } from "./start-at-provider";

const test = useDeps();
let provider: IdentityProvider;
let app: ReturnType<typeof createApp>;
let organisation: TestOrganisation;

const envWith = (issuer: string, organisation: string | null): Env => {
  const { clientId, clientSecret } = provider;
  return { ...test.deps.env, oidc: { issuer, clientId, clientSecret, name: "Ромашка ID", organisation } };
};
const withProvider = (issuer: string, speaksFor: string | null = organisation.id) =>
  createApp({ ...test.deps, env: envWith(issuer, speaksFor) });

beforeAll(async () => {
  provider = await startIdentityProvider(providerReturn(test.deps.env.publicUrl));
  organisation = await makeOrganisation(test.database.db);
  app = withProvider(provider.issuer);
});

afterAll(() => provider?.close());

/** Begins at the register. */
async function begin(next?: string, at = app) {
  const answer = await ask(at, "POST /api/sign-in/provider", { json: next === undefined ? {} : { next } });
  expect(answer.status).toBe(201);
  const { url } = startedAtProviderSchema.parse(await answer.json());
  const [cookie = ""] = (answer.headers.get("set-cookie") ?? "").split(";");
  return { url, cookie };
}

/** Comes back to the register. */
async function comeBack(to: URL, cookie: string, at = app) {
  return ask(at, `GET ${to.pathname}${to.search}`, { headers: { cookie } });
}

/** The whole way; where it leads, and the session's cookie if any. */
async function goThrough(next?: string, at = app) {
  const { url, cookie } = await begin(next, at);
  const answer = await comeBack(await provider.follow(url), cookie, at);
  expect(answer.status).toBe(302);
  const session = answer.headers.getSetCookie().find((set) => /^otklik=[^;]/.test(set));
  return { leadsTo: answer.headers.get("location"), session: session?.split(";")[0] };
}

const methodsOf = async (of: typeof app) =>
  signInMethodsSchema.parse(await (await ask(of, "GET /api/sign-in/methods")).json());

const accountOf = ({ email }: TestPerson, isVerified = true) => ({
  sub: randomUUID(),
  email,
  email_verified: isVerified,
});

it("signs in the one person with the verified address, and knows them by the provider's name from then on", async () => {
  const person = await makePerson(test.database.db, organisation);
  const account = accountOf(person);
  provider.account = account;
  const first = await goThrough("/complaints?view=overdue");
  expect(first.leadsTo).toBe("/sign-in?next=%2Fcomplaints%3Fview%3Doverdue");
  const session = await ask(app, "GET /api/session", { headers: { cookie: first.session ?? "" } });
  expect(await session.json()).toMatchObject({ person: { id: person.id } });

  provider.account = { ...account, email: "another@romashka.test", email_verified: false };
  const now = new Date(Date.now() + 60_000);
  test.setClock(now);
  expect((await goThrough()).session).toBeDefined();
  test.setClock(null);
  const [used] = await test.database
    .owner`SELECT last_used_at FROM identities WHERE person_id = ${person.id}`;
  expect(used).toEqual({ last_used_at: now });
  const history = await test.database.owner`
    SELECT method, succeeded FROM sign_in_attempts WHERE person_id = ${person.id}`;
  expect(history).toEqual(Array(2).fill({ method: "provider", succeeded: true }));
  const linked = await test.database.owner`
    SELECT data->>'issuer' AS issuer FROM events WHERE actor_id = ${person.id} AND kind = 'identity_linked'`;
  expect(linked).toEqual([{ issuer: provider.issuer }]);
});

it("forgets by what a person was known, and links them anew by an address that the provider vouches for alone", async () => {
  const person = await makePerson(test.database.db, organisation);
  const account = accountOf(person);
  provider.account = account;
  const first = await goThrough();
  const forget = async (cookie: string | undefined) => {
    const headers = { cookie: cookie ?? "", "sec-fetch-site": "same-origin" };
    const told = accountSchema.parse(await (await ask(app, "GET /api/account", { headers })).json());
    expect(told.identities).toMatchObject([{ provider: "Ромашка ID", issuer: provider.issuer }]);
    const json = { confirmation: { password: person.password } };
    const at = `POST /api/account/identities/${told.identities[0]?.id}/removal`;
    expect((await ask(app, at, { headers, json })).status).toBe(204);
  };
  await forget(first.session);
  provider.account = { ...account, email_verified: false };
  expect(await goThrough()).toEqual({ leadsTo: "/sign-in?provider=nobody", session: undefined });
  provider.account = account;
  const again = await goThrough();
  expect(again.session).toBeDefined();
  await forget(again.session);
});

it("lets nobody in by an address that the provider does not vouch for", async () => {
  provider.account = accountOf(await makePerson(test.database.db, organisation), false);
  expect(await goThrough()).toEqual({ leadsTo: "/sign-in?provider=nobody", session: undefined });
});

it("makes nobody", async () => {
  provider.account = { sub: randomUUID(), email: "stranger@romashka.test", email_verified: true };
  expect((await goThrough()).leadsTo).toBe("/sign-in?provider=nobody");
  expect(await test.database.owner`SELECT FROM people WHERE email = 'stranger@romashka.test'`).toHaveLength(
    0,
  );
});

describe("AUTH-03 the provider of one organisation", () => {
  const NOBODY = { leadsTo: "/sign-in?provider=nobody", session: undefined };

  it("opens it to its own person, whoever has the same address elsewhere", async () => {
    const person = await makePerson(test.database.db, organisation);
    const other = await makeOrganisation(test.database.db);
    await test.database.owner`
      INSERT INTO people (org_id, id, name, email, roles)
      VALUES (${other.id}, ${randomUUID()}, 'Мария', ${person.email}, '{agent}')`;
    provider.account = accountOf(person);
    const { session } = await goThrough();
    const told = await ask(app, "GET /api/session", { headers: { cookie: session ?? "" } });
    expect(await told.json()).toMatchObject({
      person: { id: person.id },
      organisation: { id: organisation.id },
    });
  });

  it.each<[string, () => Promise<Pick<TestPerson, "email">>]>([
    [
      "an admin of another organisation",
      async () =>
        makePerson(test.database.db, await makeOrganisation(test.database.db), { roles: ["admin"] }),
    ],
    [
      "who looks after the installation",
      async () => {
        const email = `${randomUUID()}@installation.test`;
        await test.database.owner`
          INSERT INTO organisations (id, name, zone, locale) VALUES (${INSTALLATION_ID}, '', 'UTC', 'en')
          ON CONFLICT DO NOTHING`;
        await test.database.owner`
          INSERT INTO people (org_id, id, name, email, roles)
          VALUES (${INSTALLATION_ID}, ${randomUUID()}, 'Ирина', ${email}, '{platform}')`;
        return { email };
      },
    ],
  ])("opens nothing of %s by their address, nor by a name that it gave them before", async (_whose, make) => {
    const { email } = await make();
    const account = { sub: randomUUID(), email, email_verified: true };
    provider.account = account;
    expect(await goThrough()).toEqual(NOBODY);
    await test.database.owner`
      INSERT INTO identities (org_id, issuer, subject, person_id)
      SELECT org_id, ${provider.issuer}, ${account.sub}, id FROM people WHERE email = ${email}`;
    expect(await goThrough()).toEqual(NOBODY);
    expect(
      await test.database.owner`SELECT FROM sessions s JOIN people p ON p.id = s.person_id
      WHERE p.email = ${email}`,
    ).toHaveLength(0);
  });

  it("is the only one's without a setting, and nobody's and not offered as soon as there are two", async () => {
    const ids = vi.spyOn(test.deps.across, "organisationIds");
    try {
      const unset = withProvider(provider.issuer, null);
      ids.mockResolvedValue([organisation.id]);
      expect(await methodsOf(unset)).toMatchObject({ provider: { name: "Ромашка ID" } });
      provider.account = accountOf(await makePerson(test.database.db, organisation));
      expect((await goThrough(undefined, unset)).session).toBeDefined();
      const { url, cookie } = await begin(undefined, unset);
      ids.mockRestore();
      await makeOrganisation(test.database.db);
      expect(await methodsOf(unset)).toMatchObject({ provider: null });
      await expectProblem(await ask(unset, "POST /api/sign-in/provider", { json: {} }), 404, "not-found");
      const late = await comeBack(await provider.follow(url), cookie, unset);
      expect(late.headers.get("location")).toBe("/sign-in?provider=nobody");
    } finally {
      ids.mockRestore();
    }
  });

  it("is warned of at the start when nobody can enter by it", async () => {
    const warnings = async (speaksFor: string | null, ids: readonly string[]) => {
      const lines: string[] = [];
      const log = pino({ level: "warn" }, { write: (line) => lines.push(line) });
      const across = { organisationIds: async () => ids };
      await warnOfSilentProvider({ env: envWith(provider.issuer, speaksFor), across }, log);
      return lines.map((line) => JSON.parse(line).msg as string);
    };
    const [one, two] = [randomUUID(), randomUUID()];
    expect(await warnings(null, [])).toEqual([]);
    expect(await warnings(null, [one])).toEqual([]);
    expect(await warnings(two, [one, two])).toEqual([]);
    expect(await warnings(null, [one, two])).toEqual([expect.stringContaining("OIDC_ORGANISATION must say")]);
    expect(await warnings(two, [one])).toEqual([expect.stringContaining("no organisation")]);
  });
});

it("lets nobody in who was shut out, whom the provider still knows", async () => {
  const person = await makePerson(test.database.db, organisation);
  provider.account = accountOf(person);
  expect((await goThrough()).session).toBeDefined();
  await test.database.owner`UPDATE people SET disabled_at = now() WHERE id = ${person.id}`;
  expect((await goThrough()).leadsTo).toBe("/sign-in?provider=nobody");
});

it("says that the provider refused", async () => {
  provider.account = null;
  expect((await goThrough("/people")).leadsTo).toBe("/sign-in?next=%2Fpeople&provider=refused");
});

it("AUTH-14 takes an answer once, and only in the browser that asked for it", async () => {
  provider.account = accountOf(await makePerson(test.database.db, organisation));
  const mine = await begin();
  const back = await provider.follow(mine.url);
  const theirs = await begin();
  const leadsTo = async (cookie: string) => (await comeBack(back, cookie)).headers.get("location");
  expect(await leadsTo("")).toBe("/sign-in?provider=over");
  expect(await leadsTo("otklik-provider=nothing")).toBe("/sign-in?provider=over");
  expect(await leadsTo(theirs.cookie)).toBe("/sign-in?provider=refused");
  expect(await leadsTo(mine.cookie)).toBe("/sign-in");
  expect(await leadsTo(mine.cookie)).toBe("/sign-in?provider=over");
});

it("AUTH-14 takes no answer after ten minutes", async () => {
  provider.account = accountOf(await makePerson(test.database.db, organisation));
  const { url, cookie } = await begin();
  const back = await provider.follow(url);
  test.setClock(new Date(Date.now() + 10 * 60_000));
  expect((await comeBack(back, cookie)).headers.get("location")).toBe("/sign-in?provider=over");
  test.setClock(null);
});

it("FLT-09 signs in by password while the provider is down, and says so to who wanted it", async () => {
  const down = withProvider("http://127.0.0.1:1");
  const person = await makePerson(test.database.db, organisation);
  await expectProblem(
    await ask(down, "POST /api/sign-in/provider", { json: {} }),
    503,
    "provider-unavailable",
  );
  const { email, password } = person;
  expect((await ask(down, "POST /api/session", { json: { email, password } })).status).toBe(201);
});

it("tells the sign-in page what it may offer", async () => {
  // The tests' server is reached by an address of numbers, for which browsers make no passkeys.
  expect(await methodsOf(app)).toEqual({
    passkeys: false,
    provider: { name: "Ромашка ID" },
    mail: false,
    setUp: true,
  });
  expect(await methodsOf(test.app)).toEqual({
    passkeys: false,
    provider: null,
    mail: false,
    setUp: true,
  });
});
