import { accountLinkSchema, personSchema } from "@otklik/shared/people/people";
import { passkeyOptionsSchema } from "@otklik/shared/people/sign-in";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ask, expectProblem } from "../../../tests/support/ask";
import { useDeps } from "../../../tests/support/deps";
import { eventsOf } from "../../../tests/support/events-of";
import { makeOrganisation, makePerson, signIn, type TestPerson } from "../../../tests/support/organisation";
import { type SoftPasskey, softPasskey } from "../../../tests/support/soft-passkey";
import { createApp } from "../app";
import { issueAccountLink, type NewAccountLink } from "../people/issue-account-link";

const ORIGIN = "http://localhost:8787";
const NEXT = "совсем новый пароль";

const test = useDeps();
let app: ReturnType<typeof createApp>;
let admin: TestPerson;
let desk: Record<string, string>;
let person: TestPerson;
let passkey: SoftPasskey;
/** Of the person's browser. */
let here: Record<string, string>;
let named: { id: string; name: string };

beforeAll(() => {
  // Browsers make passkeys for names, not for addresses of numbers.
  app = createApp({ ...test.deps, env: { ...test.deps.env, publicUrl: ORIGIN } });
});

beforeEach(async () => {
  admin = await makePerson(test.database.db, await makeOrganisation(test.database.db), { roles: ["admin"] });
  desk = { ...(await signIn(test.database.db, admin)) };
  person = await makePerson(test.database.db, admin.organisation);
  named = { id: person.id, name: person.name };
  here = { ...(await signIn(test.database.db, person)) };
  passkey = softPasskey(ORIGIN);
  const confirmation = { password: person.password };
  const answer = passkey.make(await challengeOf("/account/passkeys/options", { confirmation }, here));
  expect((await post("/account/passkeys", { name: "Телефон", answer }, here)).status).toBe(201);
});

const post = (path: string, json: unknown, headers: Record<string, string> = {}) =>
  ask(app, `POST /api${path}`, { json, headers });

async function challengeOf(path: string, json: unknown, headers: Record<string, string> = {}) {
  const answer = await post(path, json, headers);
  return passkeyOptionsSchema.parse(await answer.json()).challenge;
}

const enterByPasskey = async () =>
  post("/sign-in/passkey", { answer: passkey.answer(await challengeOf("/sign-in/passkey/challenge", {})) });
const enter = (password: string) => post("/session", { email: person.email, password });
const change = (json: object) =>
  ask(app, `PATCH /api/people/${person.id}`, { json, headers: desk }).then(async (answer) =>
    personSchema.parse(await answer.json()),
  );
const turnOff = () => ask(app, `DELETE /api/people/${person.id}/second-factor`, { headers: desk });

async function linkFor(purpose: NewAccountLink["purpose"]): Promise<string> {
  const key = { orgId: person.organisation.id, personId: person.id };
  const link = { ...key, name: person.name, purpose, issuedBy: null };
  const made = await test.deps.tenants.within(key.orgId, (tx) =>
    issueAccountLink(tx, ORIGIN, link, new Date()),
  );
  return made.url.split("#")[1] ?? "";
}

/** As after a first code was confirmed; what the secret is, nothing here asks. */
const enrol = () => test.database.owner`
  INSERT INTO totp_secrets (org_id, person_id, sealed_secret, confirmed_at, recovery_hashes)
  VALUES (${person.organisation.id}, ${person.id}, '', now(), '{}')`;

const lastEvent = async () => (await eventsOf(test.database, admin.organisation)).at(-1);

describe("a new password by a link", () => {
  it("AUTH-19 removes every passkey of before, and says so beforehand and in the log", async () => {
    const token = await linkFor("password_reset");
    const looked = await post("/account-links/lookup", { token });
    expect(accountLinkSchema.parse(await looked.json()).passkeys).toBe(1);
    expect((await enterByPasskey()).status).toBe(201);
    expect((await post("/account-links", { token, password: NEXT })).status).toBe(201);
    await expectProblem(await enterByPasskey(), 401, "passkey-refused");
    const events = await eventsOf(test.database, admin.organisation);
    expect(events.find(({ kind }) => kind === "password_reset")?.data).toEqual({
      person: named,
      sessions: 2,
      devices: 0,
      passkeys: 1,
    });
  });

  it("is announced with no word of passkeys to who has none, and as an invitation removes none", async () => {
    const token = await linkFor("invitation");
    const looked = await post("/account-links/lookup", { token });
    expect(accountLinkSchema.parse(await looked.json()).passkeys).toBe(0);
    expect((await post("/account-links", { token, password: NEXT })).status).toBe(201);
    expect((await enterByPasskey()).status).toBe(201);
  });
});

describe("AUTH-08 who is shut out and let in again", () => {
  it("comes in neither by a passkey nor by the password of before, but by a new link", async () => {
    await enrol();
    expect(await change({ disabled: true })).toMatchObject({
      state: "disabled",
      hasTotp: false,
      passkeys: 0,
    });
    expect(await lastEvent()).toMatchObject({
      kind: "person_shut_out",
      data: { person: named, sessions: 1, devices: 0, passkeys: 1, secondFactor: true },
    });
    // Still told so by the password that they had.
    await expectProblem(await enter(person.password), 403, "access-ended");
    await expectProblem(await enterByPasskey(), 401, "passkey-refused");

    expect(await change({ disabled: false })).toMatchObject({ state: "invited" });
    await expectProblem(await enter(person.password), 401, "wrong-credentials");
    await expectProblem(await enterByPasskey(), 401, "passkey-refused");
    expect(
      (await post("/account-links", { token: await linkFor("invitation"), password: NEXT })).status,
    ).toBe(201);
    expect((await enter(NEXT)).status).toBe(201);
  });

  it("comes in by no passkey of before either when they were shut out while that left them", async () => {
    await enrol();
    await test.database.owner`UPDATE people SET disabled_at = now() WHERE id = ${person.id}`;
    expect(await change({ disabled: false })).toMatchObject({ hasTotp: false, passkeys: 0 });
    await expectProblem(await enterByPasskey(), 401, "passkey-refused");
  });

  it("keeps the password when nothing changes", async () => {
    await change({ disabled: false });
    expect((await enter(person.password)).status).toBe(201);
  });
});

describe("a phone that was lost", () => {
  it("is cut off by an administrator with the passkeys that it held, and the sessions", async () => {
    const answer = await turnOff();
    expect(personSchema.parse(await answer.json())).toMatchObject({ id: person.id, passkeys: 0 });
    await expectProblem(await enterByPasskey(), 401, "passkey-refused");
    await expectProblem(await ask(app, "GET /api/session", { headers: here }), 401, "not-signed-in");
    expect((await enter(person.password)).status).toBe(201);
    const events = await eventsOf(test.database, admin.organisation);
    expect(events.filter(({ kind }) => kind === "passkeys_removed")).toEqual([
      { kind: "passkeys_removed", by: admin.id, data: { person: named, count: 1 } },
    ]);
    await expectProblem(await turnOff(), 409, "totp-off");
  });

  it("is cut off with both at once: the codes and the passkeys are one line of the log", async () => {
    await enrol();
    expect((await turnOff()).status).toBe(200);
    await expectProblem(await enterByPasskey(), 401, "passkey-refused");
    expect(await lastEvent()).toMatchObject({
      kind: "second_factor_disabled",
      by: admin.id,
      data: { person: named, passkeys: 1 },
    });
  });

  it("keeps the passkeys when it is nobody's to cut off: another organisation's, or one's own", async () => {
    const stranger = await makePerson(test.database.db, await makeOrganisation(test.database.db), {
      roles: ["admin"],
    });
    desk = { ...(await signIn(test.database.db, stranger)) };
    await expectProblem(await turnOff(), 404, "not-found");
    const own = { ...(await signIn(test.database.db, admin)) };
    const answer = await ask(app, `DELETE /api/people/${admin.id}/second-factor`, { headers: own });
    await expectProblem(answer, 403, "not-allowed");
    expect((await enterByPasskey()).status).toBe(201);
  });
});
