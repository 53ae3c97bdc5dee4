import { randomUUID } from "node:crypto";
import { accountSchema, identitiesSchema, peopleSchema } from "@otklik/shared/people/people";
import { beforeAll, describe, expect, it } from "vitest";
import { ask, expectProblem } from "../../../tests/support/ask";
import { useDeps } from "../../../tests/support/deps";
import { eventsOf } from "../../../tests/support/events-of";
import {
  makeDevice,
  makeOrganisation,
  makePerson,
  signIn,
  type TestOrganisation,
  type TestPerson,
} from "../../../tests/support/organisation";
import { createApp } from "../app";

const ISSUER = "https://id.romashka.test";
const test = useDeps();
let app: ReturnType<typeof createApp>;
let organisation: TestOrganisation;
let admin: TestPerson;

beforeAll(async () => {
  organisation = await makeOrganisation(test.database.db);
  admin = await makePerson(test.database.db, organisation, { roles: ["admin"] });
  const oidc = {
    issuer: ISSUER,
    clientId: "otklik",
    clientSecret: "secret",
    name: "Ромашка ID",
    organisation: organisation.id,
  };
  app = createApp({ ...test.deps, env: { ...test.deps.env, oidc } });
});

const newPerson = () => makePerson(test.database.db, organisation);

async function link(person: TestPerson, issuer = ISSUER): Promise<string> {
  const id = randomUUID();
  await test.database.owner`
    INSERT INTO identities (org_id, issuer, subject, id, person_id, last_used_at)
    VALUES (${person.organisation.id}, ${issuer}, ${randomUUID()}, ${id}, ${person.id}, '2026-11-20T10:00:00Z')`;
  return id;
}

const withoutPassword = ({ id }: TestPerson) =>
  test.database.owner`UPDATE people SET password_hash = NULL WHERE id = ${id}`;

const addPasskey = ({ organisation: { id: orgId }, id }: TestPerson) => test.database.owner`
  INSERT INTO passkeys (org_id, credential_id, person_id, name, public_key, sign_count, transports)
  VALUES (${orgId}, ${randomUUID()}, ${id}, 'Ключ', '', 0, '{}')`;

const isLinked = async (id: string) =>
  (await test.database.owner`SELECT FROM identities WHERE id = ${id}`).length === 1;

const removalsOf = async (person: TestPerson) =>
  (await eventsOf(test.database, organisation)).filter(
    ({ kind, data }) => kind === "identity_removed" && JSON.stringify(data).includes(person.id),
  );

const removeOwn = async (person: TestPerson, id: string, password: string | null = person.password) =>
  ask(app, `POST /api/account/identities/${id}/removal`, {
    headers: await signIn(test.database.db, person),
    json: { confirmation: password === null ? null : { password } },
  });

const removeOf = async (person: TestPerson, id: string, password = admin.password) =>
  ask(app, `POST /api/people/${person.id}/identities/${id}/removal`, {
    headers: await signIn(test.database.db, admin),
    json: { confirmation: { password } },
  });

describe("one's own name at a provider", () => {
  it("is listed with whose it is, and one of a provider from before without", async () => {
    const person = await newPerson();
    const ids = [await link(person), await link(person, "https://id.before.test")];
    const headers = await signIn(test.database.db, person);
    const account = accountSchema.parse(await (await ask(app, "GET /api/account", { headers })).json());
    expect(account.identities).toEqual([
      {
        id: ids[0],
        provider: "Ромашка ID",
        issuer: ISSUER,
        linkedAt: expect.any(String),
        lastUsedAt: "2026-11-20T10:00:00.000Z",
      },
      expect.objectContaining({ id: ids[1], provider: null, issuer: "https://id.before.test" }),
    ]);
  });

  it("is removed once, by who says the password, and the log tells it", async () => {
    const person = await newPerson();
    const id = await link(person);
    await expectProblem(await removeOwn(person, id, "не тот пароль"), 403, "not-confirmed");
    await expectProblem(await removeOwn(person, id, null), 403, "not-confirmed");
    expect(await isLinked(id)).toBe(true);
    expect((await removeOwn(person, id)).status).toBe(204);
    expect(await isLinked(id)).toBe(false);
    await expectProblem(await removeOwn(person, id), 404, "not-found");
    const { id: personId, name } = person;
    expect(await removalsOf(person)).toEqual([
      {
        kind: "identity_removed",
        by: personId,
        data: { person: { id: personId, name }, issuer: ISSUER, sessions: 0 },
      },
    ]);
  });

  it.each<[string, (person: TestPerson) => Promise<unknown>, number]>([
    ["stays while there is nothing else", async () => {}, 409],
    ["stays while there is only one at a provider from before", (one) => link(one, "https://old.test"), 409],
    ["goes when there is another", (one) => link(one), 204],
  ])("without a password %s", async (_what, prepare, status) => {
    const person = await newPerson();
    await withoutPassword(person);
    const id = await link(person);
    await prepare(person);
    const answer = await removeOwn(person, id, null);
    if (status === 409) await expectProblem(answer, 409, "last-way-in");
    else expect(answer.status).toBe(status);
    expect(await isLinked(id)).toBe(status === 409);
    expect(await removalsOf(person)).toHaveLength(status === 409 ? 0 : 1);
  });

  it("opens nothing at a provider from before, and so may go though nothing else is there", async () => {
    const person = await newPerson();
    await withoutPassword(person);
    const id = await link(person, "https://old.test");
    expect((await removeOwn(person, id, null)).status).toBe(204);
  });

  it("is removed once though it is asked twice at the same time, and one of two stays", async () => {
    const person = await newPerson();
    await withoutPassword(person);
    const ids = [await link(person), await link(person)];
    const answers = await Promise.all(ids.map((id) => removeOwn(person, id, null)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
  });

  it("is not removed by an extension", async () => {
    const person = await newPerson();
    const id = await link(person);
    const { headers } = await makeDevice(test.database.db, person, { scope: ["account:own"] });
    const json = { confirmation: { password: person.password } };
    const answer = await ask(app, `POST /api/account/identities/${id}/removal`, { headers, json });
    await expectProblem(answer, 403, "not-allowed");
    expect(await isLinked(id)).toBe(true);
  });
});

describe("a colleague's name at a provider", () => {
  it("is counted in the list and shown to an admin", async () => {
    const person = await newPerson();
    const id = await link(person);
    const headers = await signIn(test.database.db, admin);
    const list = peopleSchema.parse(await (await ask(app, "GET /api/people", { headers })).json());
    expect(list.people.find((each) => each.id === person.id)).toMatchObject({ identities: 1 });
    const answer = await ask(app, `GET /api/people/${person.id}/identities`, { headers });
    expect(identitiesSchema.parse(await answer.json()).identities).toMatchObject([
      { id, provider: "Ромашка ID", issuer: ISSUER },
    ]);
    const missing = await ask(app, `GET /api/people/${randomUUID()}/identities`, { headers });
    await expectProblem(missing, 404, "not-found");
  });

  it("is removed by an admin who says their own password, and their sessions end", async () => {
    const person = await newPerson();
    const id = await link(person);
    const headers = await signIn(test.database.db, person);
    await expectProblem(await removeOf(person, id, person.password), 403, "not-confirmed");
    expect((await removeOf(person, id)).status).toBe(204);
    await expectProblem(await ask(app, "GET /api/session", { headers }), 401, "not-signed-in");
    const { id: personId, name } = person;
    expect(await removalsOf(person)).toEqual([
      {
        kind: "identity_removed",
        by: admin.id,
        data: { person: { id: personId, name }, issuer: ISSUER, sessions: 1 },
      },
    ]);
  });

  it("stays while it is the only way in, and goes beside a passkey", async () => {
    const person = await newPerson();
    await withoutPassword(person);
    const id = await link(person);
    await expectProblem(await removeOf(person, id), 409, "last-way-in");
    await addPasskey(person);
    expect((await removeOf(person, id)).status).toBe(204);
  });

  it("stays with who was shut out: they are let in first", async () => {
    const person = await newPerson();
    const id = await link(person);
    await test.database.owner`UPDATE people SET disabled_at = now() WHERE id = ${person.id}`;
    await expectProblem(await removeOf(person, id), 409, "person-shut-out");
    expect(await isLinked(id)).toBe(true);
  });

  it("is not removed under another person's address", async () => {
    const [person, other] = [await newPerson(), await newPerson()];
    const id = await link(person);
    await expectProblem(await removeOf(other, id), 404, "not-found");
    expect(await isLinked(id)).toBe(true);
  });
});
