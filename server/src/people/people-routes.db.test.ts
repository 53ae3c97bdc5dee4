import { randomUUID } from "node:crypto";
import { devicesSchema } from "@otklik/shared/people/account";
import {
  type ChangePerson,
  invitedSchema,
  issuedLinkSchema,
  type Person,
  peopleSchema,
  personSchema,
} from "@otklik/shared/people/people";
import { beforeEach, describe, expect, it } from "vitest";
import { ask, expectProblem } from "../../../tests/support/ask";
import { useDeps } from "../../../tests/support/deps";
import { eventsOf } from "../../../tests/support/events-of";
import {
  makeDevice,
  makeOrganisation,
  makePerson,
  signIn,
  type TestDevice,
  type TestPerson,
} from "../../../tests/support/organisation";

const test = useDeps();
let admin: TestPerson;
let desk: Record<string, string>;

const make = (roles: TestPerson["roles"]) =>
  makePerson(test.database.db, admin.organisation, { roles, name: `Имя ${roles.join()}` });
const enter = async (person: TestPerson) => ({ ...(await signIn(test.database.db, person)) });
const invite = (json: object, headers = desk) => ask(test.app, "POST /api/people", { json, headers });
const change = (id: string, json: ChangePerson | object, headers = desk) =>
  ask(test.app, `PATCH /api/people/${id}`, { json, headers });

async function listed(): Promise<Person[]> {
  const answer = await ask(test.app, "GET /api/people", { headers: desk });
  return peopleSchema.parse(await answer.json()).people;
}

beforeEach(async () => {
  admin = await makePerson(test.database.db, await makeOrganisation(test.database.db), {
    name: "Ольга Снегирёва",
    roles: ["admin"],
  });
  desk = await enter(admin);
});

describe("inviting", () => {
  const ANNA = { name: "Анна Зяблик", email: " Anna@Romashka.TEST ", roles: ["agent", "agent", "head"] };

  it("makes a person who has yet to join, and shows the link once", async () => {
    const answer = await invite(ANNA);
    expect(answer.status).toBe(201);
    const { person, link } = invitedSchema.parse(await answer.json());
    expect(person).toMatchObject({
      name: "Анна Зяблик",
      email: "anna@romashka.test",
      roles: ["agent", "head"],
      state: "invited",
      lastSeenAt: null,
      devices: 0,
    });
    expect(link.mailed).toBe(false);
    expect(link.url).toMatch(/^http:\/\/127\.0\.0\.1:8787\/invitation#[0-9a-f-]{36}\.[\w-]{43}$/);
    expect((await listed()).map(({ name }) => name)).toEqual(["Анна Зяблик", "Ольга Снегирёва"]);
    const whom = { id: person.id, name: "Анна Зяблик" };
    expect(await eventsOf(test.database, admin.organisation)).toEqual([
      {
        kind: "person_invited",
        by: admin.id,
        data: { person: whom, email: person.email, roles: person.roles },
      },
      {
        kind: "account_link_issued",
        by: admin.id,
        data: { person: whom, purpose: "invitation", expiresAt: link.expiresAt },
      },
    ]);
    const kept = await test.database
      .owner`SELECT secret_hash FROM account_links WHERE person_id = ${person.id}`;
    expect(link.url).not.toContain(kept[0]?.secret_hash.toString("hex"));
  });

  it.each([
    ["AUTH-16 in other letters of the same", "ANNA@romashka.test"],
    ["AUTH-16 in full-width letters", "anna＠romashka.test"],
  ])("takes one address for one person, also written %s", async (_how, email) => {
    await invite(ANNA);
    await expectProblem(await invite({ ...ANNA, email }), 409, "email-taken");
    expect(await listed()).toHaveLength(2);
  });

  it.each([
    ["AUTH-16 a look-alike letter in the address", { email: "аnna@romashka.test" }, "email"],
    ["AUTH-16 a dot at the end of the address", { email: "anna@romashka.test." }, "email"],
    ["INJ-07 two addresses in one", { email: "anna@romashka.test,eve@evil.test" }, "email"],
    ["a role that does not exist", { roles: ["owner"] }, "roles.0"],
    ["AUTH-06 the installation's role", { roles: ["platform"] }, "roles.0"],
    ["no role", { roles: [] }, "roles"],
    ["AUTH-05 a password of the admin's choice", { passwordHash: "x" }, "passwordHash"],
    ["AUTH-05 an organisation of the sender's choice", { orgId: randomUUID() }, "orgId"],
    ["AUTH-05 an id of the sender's choice", { id: randomUUID() }, "id"],
  ])("refuses %s", async (_what, changes, path) => {
    const problem = await expectProblem(await invite({ ...ANNA, ...changes }), 422, "invalid-request");
    expect(problem.errors?.map((error) => error.path)).toEqual([path]);
    expect(await listed()).toHaveLength(1);
  });

  it("AUTH-06 is for admins alone", async () => {
    for (const role of ["agent", "handler", "head", "approver", "chair", "auditor"] as const) {
      const headers = await enter(await make([role]));
      await expectProblem(await invite({ ...ANNA, roles: ["admin"] }, headers), 403, "not-allowed");
    }
    expect((await listed()).filter(({ state }) => state === "invited")).toEqual([]);
  });
});

describe("changing", () => {
  it("AUTH-06 lets nobody but an admin change roles, their own or another's", async () => {
    const agent = await make(["agent"]);
    const head = await make(["head"]);
    const headers = await enter(agent);
    await expectProblem(await change(agent.id, { roles: ["admin"] }, headers), 403, "not-allowed");
    await expectProblem(await change(head.id, { name: "Никто" }, headers), 403, "not-allowed");
    const rows = await listed();
    expect(rows.find(({ id }) => id === agent.id)?.roles).toEqual(["agent"]);
    expect(rows.find(({ id }) => id === head.id)?.name).toBe("Имя head");
  });

  it.each(["orgId", "id", "email", "passwordHash", "createdAt", "state", "disabledAt"])(
    "AUTH-05 does not take %s",
    async (key) => {
      const agent = await make(["agent"]);
      const problem = await expectProblem(await change(agent.id, { [key]: "x" }), 422, "invalid-request");
      expect(problem.errors).toEqual([expect.objectContaining({ path: key, reason: "unrecognized_keys" })]);
    },
  );

  it("AUTH-19 ends all sessions of who gets other roles, and says so in the log", async () => {
    const agent = await make(["agent"]);
    const headers = await enter(agent);
    const answer = await change(agent.id, { roles: ["handler", "agent"], name: "Мария Сойка" });
    expect(personSchema.parse(await answer.json())).toMatchObject({
      name: "Мария Сойка",
      roles: ["handler", "agent"],
    });
    await expectProblem(await ask(test.app, "GET /api/session", { headers }), 401, "not-signed-in");
    const person = { id: agent.id, name: "Мария Сойка" };
    expect(await eventsOf(test.database, admin.organisation)).toEqual([
      { kind: "person_renamed", by: admin.id, data: { person, before: "Имя agent" } },
      {
        kind: "roles_changed",
        by: admin.id,
        data: { person, before: ["agent"], after: ["handler", "agent"] },
      },
    ]);
  });

  it("keeps sessions, and writes nothing, when nothing changes", async () => {
    const agent = await make(["agent", "head"]);
    const headers = await enter(agent);
    await change(agent.id, { roles: ["head", "agent"], disabled: false });
    expect((await ask(test.app, "GET /api/session", { headers })).status).toBe(200);
    expect(await eventsOf(test.database, admin.organisation)).toEqual([]);
  });

  it("refuses roles chosen from a screen that is not current any more", async () => {
    const agent = await make(["agent"]);
    const answer = await change(agent.id, { roles: ["head"], rolesBefore: ["handler"] });
    await expectProblem(answer, 409, "person-changed");
    expect((await change(agent.id, { roles: ["head"], rolesBefore: ["agent"] })).status).toBe(200);
  });

  it("AUTH-03 does not find another organisation's person", async () => {
    const stranger = await makePerson(test.database.db, await makeOrganisation(test.database.db));
    for (const id of [stranger.id, randomUUID()]) {
      await expectProblem(await change(id, { disabled: true }), 404, "not-found");
      const link = await ask(test.app, `POST /api/people/${id}/link`, { headers: desk });
      await expectProblem(link, 404, "not-found");
      const devices = await ask(test.app, `DELETE /api/people/${id}/devices`, { headers: desk });
      await expectProblem(devices, 404, "not-found");
    }
    expect((await ask(test.app, "GET /api/session", { headers: await enter(stranger) })).status).toBe(200);
  });
});

describe("shutting out", () => {
  it("AUTH-08 ends sessions, devices and links at once and for good, and lets in again with a new link alone", async () => {
    const agent = await make(["agent"]);
    const headers = await enter(agent);
    const device = await makeDevice(test.database.db, agent);
    await ask(test.app, `POST /api/people/${agent.id}/link`, { headers: desk });
    const out = await change(agent.id, { disabled: true });
    expect(personSchema.parse(await out.json())).toMatchObject({ state: "disabled", devices: 0 });

    const isOut = async () => {
      for (const of of [headers, { ...device.headers }]) {
        await expectProblem(await ask(test.app, "GET /api/badge", { headers: of }), 401, "not-signed-in");
      }
      const open = await test.database.owner`
        SELECT 1 FROM account_links WHERE person_id = ${agent.id} AND spent_at IS NULL`;
      expect(open).toHaveLength(0);
    };
    await isOut();
    const json = { email: agent.email, password: agent.password };
    await expectProblem(await ask(test.app, "POST /api/session", { json }), 403, "access-ended");
    const link = await ask(test.app, `POST /api/people/${agent.id}/link`, { headers: desk });
    await expectProblem(link, 409, "person-shut-out");

    expect((await change(agent.id, { disabled: false })).status).toBe(200);
    await isOut();
    await expectProblem(await ask(test.app, "POST /api/session", { json }), 401, "wrong-credentials");
    const renewed = await ask(test.app, `POST /api/people/${agent.id}/link`, { headers: desk });
    const { url } = issuedLinkSchema.parse(await renewed.json());
    const by = { token: url.split("#")[1], password: "совсем новый пароль" };
    expect((await ask(test.app, "POST /api/account-links", { json: by })).status).toBe(201);
    const person = { id: agent.id, name: agent.name };
    const events = await eventsOf(test.database, admin.organisation);
    const ended = { sessions: 1, devices: 1, passkeys: 0, secondFactor: false };
    expect(events.filter(({ kind }) => kind.startsWith("person_"))).toEqual([
      { kind: "person_shut_out", by: admin.id, data: { person, ...ended } },
      { kind: "person_let_in", by: admin.id, data: { person } },
      { kind: "person_joined", by: agent.id, data: { person, roles: ["agent"] } },
    ]);
  });
});

describe("the last admin", () => {
  it.each<[string, ChangePerson]>([
    ["give the role up", { roles: ["head"] }],
    ["shut themselves out", { disabled: true }],
  ])("AUTH-09 cannot %s", async (_what, json) => {
    await expectProblem(await change(admin.id, json), 409, "last-admin");
    expect((await ask(test.app, "GET /api/people", { headers: desk })).status).toBe(200);
  });

  it("AUTH-09 is not replaced by one who has never signed in", async () => {
    await invite({ name: "Анна Зяблик", email: "anna@romashka.test", roles: ["admin"] });
    await expectProblem(await change(admin.id, { roles: ["head"] }), 409, "last-admin");
  });

  it("AUTH-09 may go when another stays, and keeps this one session", async () => {
    await make(["admin"]);
    const elsewhere = await enter(admin);
    expect((await change(admin.id, { roles: ["head"] })).status).toBe(200);
    expect((await ask(test.app, "GET /api/session", { headers: desk })).status).toBe(200);
    const other = await ask(test.app, "GET /api/session", { headers: elsewhere });
    await expectProblem(other, 401, "not-signed-in");
  });

  it.each<[string, ChangePerson]>([
    ["demote", { roles: ["agent"] }],
    ["shut out", { disabled: true }],
  ])("AUTH-09 stays when two %s each other at once", async (_what, json) => {
    const other = await make(["admin"]);
    const theirs = await enter(other);
    const answers = await Promise.all([change(other.id, json), change(admin.id, json, theirs)]);
    const statuses = answers.map(({ status }) => status).sort();
    // The second finds itself cut off: as it is asked, or in its turn for the lock.
    expect(statuses[0]).toBe(200);
    expect([401, 403, 409]).toContain(statuses[1]);
    const left = await test.database.owner`
      SELECT 1 FROM people
      WHERE org_id = ${admin.organisation.id} AND 'admin' = ANY (roles) AND disabled_at IS NULL`;
    expect(left).toHaveLength(1);
  });

  it("AUTH-09 stays when two give the role up at once", async () => {
    const other = await make(["admin"]);
    const theirs = await enter(other);
    const answers = await Promise.all([
      change(other.id, { roles: ["agent"] }, theirs),
      change(admin.id, { roles: ["agent"] }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe("somebody's link and devices", () => {
  it("is the invitation again for who has not joined, else one for a new password; the earlier one is spent", async () => {
    const agent = await make(["agent"]);
    const linkTo = async (id: string) => {
      const answer = await ask(test.app, `POST /api/people/${id}/link`, { headers: desk });
      expect(answer.status).toBe(201);
      return issuedLinkSchema.parse(await answer.json());
    };
    expect((await linkTo(agent.id)).url).toContain("/new-password#");
    const invited = await invite({ name: "Анна", email: "anna2@romashka.test", roles: ["agent"] });
    const { person, link } = invitedSchema.parse(await invited.json());
    const again = await linkTo(person.id);
    expect(again.url).toContain("/invitation#");
    const look = (url: string) =>
      ask(test.app, "POST /api/account-links/lookup", { json: { token: url.split("#")[1] } });
    await expectProblem(await look(link.url), 400, "account-link-invalid");
    expect((await look(again.url)).status).toBe(200);
  });

  it("shows an admin a colleague's devices and cuts off one, or all", async () => {
    const agent = await make(["agent"]);
    const made: TestDevice[] = [];
    for (let n = 0; n < 3; n++) made.push(await makeDevice(test.database.db, agent));
    const devices = async () => {
      const answer = await ask(test.app, `GET /api/people/${agent.id}/devices`, { headers: desk });
      return devicesSchema.parse(await answer.json()).devices;
    };
    await ask(test.app, "GET /api/badge", { headers: made[0]?.headers ?? {} });
    expect((await devices()).find(({ id }) => id === made[0]?.id)).toMatchObject({ lastAddress: "unknown" });
    const one = `DELETE /api/people/${agent.id}/devices/${made[0]?.id}`;
    expect((await ask(test.app, one, { headers: desk })).status).toBe(204);
    await expectProblem(await ask(test.app, one, { headers: desk }), 404, "not-found");
    expect(await devices()).toHaveLength(2);
    const all = await ask(test.app, `DELETE /api/people/${agent.id}/devices`, { headers: desk });
    expect(all.status).toBe(204);
    expect(await devices()).toEqual([]);
    const person = { id: agent.id, name: agent.name };
    expect(await eventsOf(test.database, admin.organisation)).toEqual([
      { kind: "device_revoked", by: admin.id, data: { person, name: "Chromium" } },
      { kind: "devices_revoked", by: admin.id, data: { person, count: 2 } },
    ]);
  });

  it("tells when somebody was last there, by sign-in or device, to the hour", async () => {
    const agent = await make(["agent"]);
    await enter(agent);
    const lastSeen = (await listed()).find(({ id }) => id === agent.id)?.lastSeenAt ?? "";
    expect(lastSeen).toMatch(/T\d\d:00:00\.000Z$/);
    expect(Date.now() - Date.parse(lastSeen)).toBeLessThan(3_600_000 + 60_000);
  });
});
