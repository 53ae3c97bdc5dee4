import { randomUUID } from "node:crypto";
import { sessionSchema } from "@otklik/shared/people/account";
import {
  organisationCreatedSchema,
  organisationLinkSchema,
  organisationsSchema,
} from "@otklik/shared/people/organisations";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ask, expectProblem } from "../../../tests/support/ask";
import { useDeps } from "../../../tests/support/deps";
import { makeOrganisation, makePerson, signIn, type TestPerson } from "../../../tests/support/organisation";
import { createPlatformAdmin } from "../admin/create-platform-admin";
import { createApp } from "../app";
import { createPasswords } from "../people/passwords";
import { INSTALLATION_ID } from "../people/secrets";

const test = useDeps();
const passwords = createPasswords();

const PLATFORM = { email: "pavel@platform.test", password: "длинный пароль", name: "Павел Сорока" };
const DETAILS = {
  organisationName: "АО «Василёк»",
  zone: "Asia/Yekaterinburg",
  locale: "ru",
  name: "Вера Лугова",
  email: "vera@vasilek.test",
};

/** As the desk sends it: with an id of its own making. */
const fresh = () => ({ id: randomUUID(), ...DETAILS });

let headers: Record<string, string>;

beforeEach(async () => {
  // Wrong links are counted by the address that they come from.
  await test.database.owner`DELETE FROM rate_limits`;
});

beforeAll(async () => {
  expect(await test.deps.across.hasOrganisation()).toBe(false);
  await createPlatformAdmin(test.deps, passwords, PLATFORM);
  const signedIn = await ask(test.app, "POST /api/session", {
    json: { email: PLATFORM.email, password: PLATFORM.password },
  });
  expect(signedIn.status).toBe(201);
  const cookie = signedIn.headers.get("set-cookie")?.split(";")[0] ?? "";
  headers = { cookie, "sec-fetch-site": "same-origin" };
});

async function make(json: ReturnType<typeof fresh>) {
  const answer = await ask(test.app, "POST /api/organisations", { headers, json });
  expect(answer.status).toBe(201);
  return organisationCreatedSchema.parse(await answer.json());
}

const renew = (id: string) => ask(test.app, `POST /api/organisations/${id}/link`, { headers });
const tokenOf = (url: string | null) => url?.split("#")[1] ?? "";
const look = (url: string | null) =>
  ask(test.app, "POST /api/account-links/lookup", { json: { token: tokenOf(url) } });

async function enter(url: string | null): Promise<void> {
  const json = { token: tokenOf(url), password: "длинный пароль" };
  expect((await ask(test.app, "POST /api/account-links", { json })).status).toBe(201);
}

describe("whoever looks after the installation", () => {
  it("is made on its machine alone, once for an address, and is no organisation", async () => {
    await expect(createPlatformAdmin(test.deps, passwords, PLATFORM)).rejects.toThrow(/already/);
    expect(await test.deps.across.hasOrganisation()).toBe(false);
    const rows = await test.database.owner`SELECT kind FROM events WHERE org_id = ${INSTALLATION_ID}`;
    expect(rows.map(({ kind }) => kind)).toContain("admin_created");
  });

  it("holds the two permissions of the installation", async () => {
    const session = sessionSchema.parse(await (await ask(test.app, "GET /api/session", { headers })).json());
    expect([...session.permissions].sort()).toEqual(["account:own", "installation:organisations"]);
    expect(session.organisation.topics).toEqual([]);
  });

  it("makes an organisation: it has topics, an invited admin, and a log that tells of both", async () => {
    const answer = await ask(test.app, "POST /api/organisations", { headers, json: fresh() });
    expect(answer.status).toBe(201);
    const { organisation, link } = organisationCreatedSchema.parse(await answer.json());
    expect(organisation).toMatchObject({
      name: DETAILS.organisationName,
      zone: DETAILS.zone,
      locale: "ru",
      people: 1,
      invited: { name: DETAILS.name, email: DETAILS.email },
    });
    expect(link.url).toMatch(/\/invitation#/);
    const { owner } = test.database;
    const events =
      await owner`SELECT kind, actor_id FROM events WHERE org_id = ${organisation.id} ORDER BY id`;
    expect(events).toEqual([
      { kind: "organisation_created", actor_id: null },
      { kind: "person_invited", actor_id: null },
      { kind: "account_link_issued", actor_id: null },
    ]);
    const topics = await owner`SELECT name FROM topics WHERE org_id = ${organisation.id}`;
    expect(topics.length).toBeGreaterThan(0);
    const people = await owner`SELECT email, roles FROM people WHERE org_id = ${organisation.id}`;
    expect(people).toEqual([{ email: DETAILS.email, roles: ["admin"] }]);
  });

  it("stands in the installation's log as who made it and sent the link again", async () => {
    const { organisation } = await make(fresh());
    expect((await renew(organisation.id)).status).toBe(200);
    const events = await test.database.owner`
      SELECT kind, p.email FROM events e JOIN people p ON p.org_id = e.org_id AND p.id = e.actor_id
      WHERE e.org_id = ${INSTALLATION_ID} AND e.id >= (
        SELECT id FROM events WHERE org_id = ${INSTALLATION_ID} AND data->>'id' = ${organisation.id})
      ORDER BY e.id`;
    expect(events).toEqual([
      { kind: "organisation_created", email: PLATFORM.email },
      { kind: "account_link_issued", email: PLATFORM.email },
      { kind: "account_link_issued", email: PLATFORM.email },
    ]);
  });

  it("makes one organisation of one request, sent ten times at once and once more, each with a link anew", async () => {
    const json = fresh();
    const before = await test.deps.across.organisationIds();
    const send = () => ask(test.app, "POST /api/organisations", { headers, json });
    const answers = await Promise.all(Array.from({ length: 10 }, send));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(9).fill(200), 201]);
    const last = organisationCreatedSchema.parse(await (await send()).json());
    expect(await test.deps.across.organisationIds()).toHaveLength(before.length + 1);
    expect((await look(last.link.url)).status).toBe(200);
    for (const answer of answers) {
      const { link } = organisationCreatedSchema.parse(await answer.json());
      await expectProblem(await look(link.url), 400, "account-link-invalid");
    }
  });

  it("takes an id for no other organisation than the one it was for, and for none that somebody has entered", async () => {
    const json = fresh();
    const { link } = await make(json);
    const again = (change: object) =>
      ask(test.app, "POST /api/organisations", { headers, json: { ...json, ...change } });
    for (const change of [{ organisationName: "АО «Лютик»" }, { email: "other@vasilek.test" }]) {
      await expectProblem(await again(change), 409, "organisation-id-reused");
    }
    expect((await look(link.url)).status).toBe(200);
    await enter(link.url);
    await expectProblem(await again({}), 409, "organisation-id-reused");
  });

  it("invites the first admin again until somebody has entered, and nobody after that", async () => {
    const { organisation, link } = await make(fresh());
    const answer = await renew(organisation.id);
    const renewed = organisationLinkSchema.parse(await answer.json());
    await expectProblem(await look(link.url), 400, "account-link-invalid");
    expect((await look(renewed.url)).status).toBe(200);
    await enter(renewed.url);
    await expectProblem(await renew(organisation.id), 409, "organisation-entered");
    await expectProblem(await renew(randomUUID()), 404, "not-found");
    await expectProblem(await renew(INSTALLATION_ID), 404, "not-found");
    const list = await ask(test.app, "GET /api/organisations", { headers });
    const { organisations } = organisationsSchema.parse(await list.json());
    expect(organisations.find(({ id }) => id === organisation.id)?.invited).toBeNull();
  });

  it("is not shown a link that was mailed: it opens the organisation", async () => {
    const mail = { send: async () => true };
    const app = createApp({ ...test.deps, mail });
    const json = fresh();
    const created = await ask(app, "POST /api/organisations", { headers, json });
    const { link } = organisationCreatedSchema.parse(await created.json());
    expect(link).toMatchObject({ url: null, mailed: true });
    const renewed = await ask(app, `POST /api/organisations/${json.id}/link`, { headers });
    expect(await renewed.json()).toMatchObject({ url: null, mailed: true });
  });

  it("sees names, zones and how many people there are, by name, and neither itself nor a complaint", async () => {
    const organisation = await makeOrganisation(test.database.db);
    await makePerson(test.database.db, organisation);
    await makePerson(test.database.db, organisation);
    const answer = await ask(test.app, "GET /api/organisations", { headers });
    const { organisations } = organisationsSchema.strict().parse(await answer.json());
    expect(organisations.find(({ id }) => id === organisation.id)).toMatchObject({ people: 2 });
    expect(organisations.map(({ id }) => id)).not.toContain(INSTALLATION_ID);
    expect(organisations.map(({ name }) => name)).toEqual(organisations.map(({ name }) => name).sort());
  });

  it.each([
    ["no zone of the world", { zone: "Europe/Moskva" }],
    ["no address", { email: "vera@" }],
    ["a role for the admin", { roles: ["platform"] }],
    ["the installation's id", { id: INSTALLATION_ID }],
  ])("AUTH-05 makes nothing of %s", async (_what, change) => {
    const before = await test.deps.across.organisationIds();
    const answer = await ask(test.app, "POST /api/organisations", {
      headers,
      json: { ...fresh(), ...change },
    });
    await expectProblem(answer, 422, "invalid-request");
    expect(await test.deps.across.organisationIds()).toEqual(before);
  });
});

describe("AUTH-06 an organisation's admin", () => {
  let admin: TestPerson;

  beforeAll(async () => {
    const { db } = test.database;
    admin = await makePerson(db, await makeOrganisation(db), { roles: ["admin"] });
  });

  it("AUTH-06 may not invite into an organisation that is not theirs, or is", async () => {
    const { organisation } = await make(fresh());
    for (const id of [organisation.id, admin.organisation.id]) {
      const answer = await ask(test.app, `POST /api/organisations/${id}/link`, {
        headers: await signIn(test.database.db, admin),
      });
      await expectProblem(answer, 403, "not-allowed");
    }
  });

  it.each(["GET", "POST"])("AUTH-06 may not %s organisations", async (method) => {
    const answer = await ask(test.app, `${method} /api/organisations`, {
      headers: await signIn(test.database.db, admin),
      ...(method === "POST" && { json: fresh() }),
    });
    await expectProblem(answer, 403, "not-allowed");
  });
});
