import { sessionSchema } from "@otklik/shared/people/account";
import { organisationCreatedSchema, organisationsSchema } from "@otklik/shared/people/organisations";
import { beforeAll, describe, expect, it } from "vitest";
import { ask, expectProblem } from "../../../tests/support/ask";
import { useDeps } from "../../../tests/support/deps";
import { makeOrganisation, makePerson, signIn, type TestPerson } from "../../../tests/support/organisation";
import { createPlatformAdmin } from "../admin/create-platform-admin";
import { createPasswords } from "../people/passwords";
import { INSTALLATION_ID } from "../people/secrets";

const test = useDeps();
const passwords = createPasswords();

const PLATFORM = { email: "pavel@platform.test", password: "длинный пароль", name: "Павел Сорока" };
const NEW = {
  organisationName: "АО «Василёк»",
  zone: "Asia/Yekaterinburg",
  locale: "ru",
  name: "Вера Лугова",
  email: "vera@vasilek.test",
};

let headers: Record<string, string>;

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
    const answer = await ask(test.app, "POST /api/organisations", { headers, json: NEW });
    expect(answer.status).toBe(201);
    const { organisation, link } = organisationCreatedSchema.parse(await answer.json());
    expect(organisation).toMatchObject({
      name: NEW.organisationName,
      zone: NEW.zone,
      locale: "ru",
      people: 1,
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
    expect(people).toEqual([{ email: NEW.email, roles: ["admin"] }]);
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
    ["an id of the sender's", { id: INSTALLATION_ID }],
  ])("AUTH-05 makes nothing of %s", async (_what, change) => {
    const before = await test.deps.across.organisationIds();
    const answer = await ask(test.app, "POST /api/organisations", { headers, json: { ...NEW, ...change } });
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

  it.each(["GET", "POST"])("AUTH-06 may not %s organisations", async (method) => {
    const answer = await ask(test.app, `${method} /api/organisations`, {
      headers: await signIn(test.database.db, admin),
      ...(method === "POST" && { json: NEW }),
    });
    await expectProblem(answer, 403, "not-allowed");
  });
});
