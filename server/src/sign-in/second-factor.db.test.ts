import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { personSchema } from "@otklik/shared/people/people";
import type { Role } from "@otklik/shared/people/roles";
import { codeOwedSchema, recoveryCodesSchema, totpOfferSchema } from "@otklik/shared/people/sign-in";
import { Secret, TOTP } from "otpauth";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { ask, expectProblem } from "../../../tests/support/ask";
import { useDeps } from "../../../tests/support/deps";
import {
  makeOrganisation,
  makePerson,
  signIn,
  type TestOrganisation,
  type TestPerson,
} from "../../../tests/support/organisation";
import { AdminRefusal } from "../admin/admin-refusal";
import { runAdmin } from "../admin/run-admin";
import { createApp } from "../app";
import { createPasswords } from "../people/passwords";

const test = useDeps();
let organisation: TestOrganisation;
/** The server's clock; each code is good for its own half minute and those beside it. */
let now = new Date("2026-11-23T09:00:00Z");

beforeAll(async () => {
  organisation = await makeOrganisation(test.database.db);
});

afterEach(() => test.setClock(null));

const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000);
  test.setClock(now);
};

const post = (path: string, json: unknown, headers: Record<string, string> = {}) =>
  ask(test.app, `POST /api${path}`, { json, headers });

const codeOf = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now.getTime() });

/** A person who is asked for codes, with what they hold. */
async function enrolled() {
  later(120);
  const person = await makePerson(test.database.db, organisation);
  const headers = await signIn(test.database.db, person, now);
  const confirmation = { password: person.password };
  const offered = await post("/account/totp", { confirmation }, headers);
  const { secret } = totpOfferSchema.parse(await offered.json());
  const confirmed = await post("/account/totp/confirmation", { code: codeOf(secret) }, headers);
  const { recoveryCodes } = recoveryCodesSchema.parse(await confirmed.json());
  later(60);
  return { person, headers, secret, recoveryCodes };
}

async function owed({ email, password }: TestPerson): Promise<string> {
  const answer = await post("/session", { email, password });
  expect(answer.status).toBe(202);
  expect(answer.headers.get("set-cookie")).toBeNull();
  return codeOwedSchema.parse(await answer.json()).step;
}

it("asks for a code after the password, and signs in by it", async () => {
  const { person, secret } = await enrolled();
  const step = await owed(person);
  const spaced = codeOf(secret).replace(/^(...)/, "$1 ");
  const answer = await post("/sign-in/code", { step, code: spaced });
  expect(answer.status).toBe(201);
  expect(await answer.json()).toMatchObject({ person: { id: person.id } });
  expect(answer.headers.get("set-cookie")).toMatch(/^otklik=/);
  const history = await test.database.owner`
    SELECT method, succeeded FROM sign_in_attempts WHERE person_id = ${person.id} AND method <> 'password'`;
  expect(history).toEqual([{ method: "second_factor", succeeded: true }]);
});

it("asks for no code while the secret waits for its first one", async () => {
  const person = await makePerson(test.database.db, organisation);
  const headers = await signIn(test.database.db, person);
  await post("/account/totp", { confirmation: { password: person.password } }, headers);
  const wrong = await post("/account/totp/confirmation", { code: "000000x" }, headers);
  await expectProblem(wrong, 401, "wrong-code");
  expect((await post("/session", { email: person.email, password: person.password })).status).toBe(201);
});

it("AUTH-11 slows down after five wrong first codes, and ends what was offered ten minutes ago", async () => {
  const person = await makePerson(test.database.db, organisation);
  later(0);
  const headers = await signIn(test.database.db, person, now);
  const offer = async () => {
    const answer = await post("/account/totp", { confirmation: { password: person.password } }, headers);
    return totpOfferSchema.parse(await answer.json()).secret;
  };
  const confirm = (code: string) => post("/account/totp/confirmation", { code }, headers);
  await offer();
  const statuses: number[] = [];
  for (const _ of Array(6)) statuses.push((await confirm("aaaa")).status);
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
  await test.database.owner`DELETE FROM rate_limits`;
  const secret = await offer();
  later(10 * 60);
  await expectProblem(await confirm(codeOf(secret)), 400, "sign-in-step-over");
  const again = await offer();
  later(9 * 60);
  expect((await confirm(codeOf(again))).status).toBe(201);
});

it("takes each code once, also of ten at once", async () => {
  const { person, secret } = await enrolled();
  const steps = await Promise.all(Array.from({ length: 4 }, () => owed(person)));
  const code = codeOf(secret);
  const answers = await Promise.all(steps.map((step) => post("/sign-in/code", { step, code })));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 401, 401, 401]);
  // The code of enrolling was taken too.
  const again = await enrolled();
  later(-60);
  const step = await owed(again.person);
  await expectProblem(await post("/sign-in/code", { step, code: codeOf(again.secret) }), 401, "wrong-code");
});

it("takes each recovery code once, however it is typed, and says so in the log", async () => {
  const { person, recoveryCodes } = await enrolled();
  expect(new Set(recoveryCodes).size).toBe(10);
  const [code = ""] = recoveryCodes;
  const typed = code.toUpperCase().replaceAll("-", " ");
  expect((await post("/sign-in/code", { step: await owed(person), code: typed })).status).toBe(201);
  const again = await post("/sign-in/code", { step: await owed(person), code });
  await expectProblem(again, 401, "wrong-code");
  const events = await test.database.owner`
    SELECT data->'left' AS left FROM events WHERE actor_id = ${person.id} AND kind = 'recovery_code_used'`;
  expect(events).toEqual([{ left: 9 }]);
  const history = await test.database.owner`
    SELECT method, succeeded FROM sign_in_attempts
    WHERE person_id = ${person.id} AND method <> 'password' ORDER BY id`;
  // Of what was wrong it is not known which of the two it was meant to be.
  expect(history).toEqual([
    { method: "recovery_code", succeeded: true },
    { method: "second_factor", succeeded: false },
  ]);
});

it("AUTH-11 slows down after five wrong codes, whatever step they are for, and takes the right one later", async () => {
  const { person, secret } = await enrolled();
  const statuses: number[] = [];
  for (const _ of Array(6)) {
    const answer = await post("/sign-in/code", { step: await owed(person), code: "aaaa" });
    statuses.push(answer.status);
    if (answer.status === 429) expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  }
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
  await test.database.owner`DELETE FROM rate_limits`;
  const step = await owed(person);
  expect((await post("/sign-in/code", { step, code: codeOf(secret) })).status).toBe(201);
});

it("burns a step after five wrong codes", async () => {
  const { person, secret } = await enrolled();
  const step = await owed(person);
  for (const _ of Array(5)) await post("/sign-in/code", { step, code: "aaaa" });
  await test.database.owner`DELETE FROM rate_limits`;
  const answer = await post("/sign-in/code", { step, code: codeOf(secret) });
  await expectProblem(answer, 400, "sign-in-step-over");
});

it.each([
  ["five minutes later", async () => later(5 * 60)],
  [
    "of somebody who was shut out meanwhile",
    (person: TestPerson) =>
      test.database.owner`UPDATE people SET disabled_at = now() WHERE id = ${person.id}`,
  ],
])("opens nothing by a step %s", async (_what, happens) => {
  const { person, secret } = await enrolled();
  const step = await owed(person);
  await happens(person);
  const answer = await post("/sign-in/code", { step, code: codeOf(secret) });
  await expectProblem(answer, 400, "sign-in-step-over");
});

it.each(["", "nothing", `00000000-0000-4000-8000-000000000000.${"a".repeat(43)}`])(
  "AUTH-14 answers the unknown step %j alike",
  async (step) => {
    const answer = await post("/sign-in/code", { step, code: "123456" });
    await expectProblem(answer, 400, "sign-in-step-over");
  },
);

it("changes nothing of the second factor for whoever only found the browser open", async () => {
  const { headers, person } = await enrolled();
  for (const path of ["/account/totp/removal", "/account/totp/recovery-codes"]) {
    for (const confirmation of [null, { password: "не тот пароль" }]) {
      await expectProblem(await post(path, { confirmation }, headers), 403, "not-confirmed");
    }
  }
  expect(await owed(person)).not.toBe("");
});

it("stops asking when it is turned off, and makes new recovery codes before", async () => {
  const { headers, person, recoveryCodes } = await enrolled();
  const confirmation = { password: person.password };
  const renewed = await post("/account/totp/recovery-codes", { confirmation }, headers);
  expect(recoveryCodesSchema.parse(await renewed.json()).recoveryCodes).not.toContain(recoveryCodes[0]);
  const old = await post("/sign-in/code", { step: await owed(person), code: recoveryCodes[0] });
  await expectProblem(old, 401, "wrong-code");
  expect((await post("/account/totp/removal", { confirmation }, headers)).status).toBe(204);
  expect((await post("/session", { email: person.email, password: person.password })).status).toBe(201);
  const kinds = await test.database.owner`
    SELECT kind FROM events WHERE actor_id = ${person.id} AND kind ~ 'factor|recovery' ORDER BY id`;
  expect(kinds.map(({ kind }) => kind)).toEqual([
    "second_factor_enabled",
    "recovery_codes_renewed",
    "second_factor_disabled",
  ]);
});

it("keeps neither the secret nor a recovery code as it is", async () => {
  const { person, secret, recoveryCodes } = await enrolled();
  const [row] = await test.database.owner`
    SELECT sealed_secret, recovery_hashes::text FROM totp_secrets WHERE person_id = ${person.id}`;
  const sealed: Buffer = row?.sealed_secret;
  expect(sealed.includes(Buffer.from(Secret.fromBase32(secret).bytes))).toBe(false);
  expect(row?.recovery_hashes).not.toContain(recoveryCodes[0]?.replaceAll("-", ""));
});

it("takes recovery codes also when the key of the seal was lost, and no code of the app", async () => {
  const { person, secret, recoveryCodes } = await enrolled();
  const dataDir = await mkdtemp(path.join(tmpdir(), "otklik-restored-"));
  const restored = createApp({ ...test.deps, env: { ...test.deps.env, dataDir } });
  const enter = async (code: string | undefined) =>
    ask(restored, "POST /api/sign-in/code", { json: { step: await owed(person), code } });
  await expectProblem(await enter(codeOf(secret)), 401, "wrong-code");
  expect((await enter(recoveryCodes[0])).status).toBe(201);
  await rm(dataDir, { recursive: true });
});

describe("a second factor that was lost", () => {
  const turnOff = (id: string, headers: Record<string, string>) =>
    ask(test.app, `DELETE /api/people/${id}/second-factor`, { headers });

  it("is turned off by an administrator, which ends the person's sessions and is written down", async () => {
    const { person, headers } = await enrolled();
    const admin = await makePerson(test.database.db, organisation, { roles: ["admin"] });
    const desk = await signIn(test.database.db, admin, now);
    const answer = await turnOff(person.id, desk);
    expect(answer.status).toBe(200);
    expect(personSchema.parse(await answer.json())).toMatchObject({ id: person.id, hasTotp: false });
    await expectProblem(await ask(test.app, "GET /api/session", { headers }), 401, "not-signed-in");
    expect((await post("/session", { email: person.email, password: person.password })).status).toBe(201);
    const events = await test.database.owner`
      SELECT actor_id, data FROM events WHERE kind = 'second_factor_disabled' AND actor_id = ${admin.id}`;
    const data = { person: { id: person.id, name: person.name }, passkeys: 0 };
    expect(events).toEqual([{ actor_id: admin.id, data }]);
    await expectProblem(await turnOff(person.id, desk), 409, "totp-off");
  });

  it("is turned off by nobody else, for no other organisation, and not for oneself", async () => {
    const { person } = await enrolled();
    const asked = async (roles: Role[], of = organisation) => {
      const who = await makePerson(test.database.db, of, { roles });
      return turnOff(person.id, await signIn(test.database.db, who, now));
    };
    await expectProblem(await asked(["head", "auditor"]), 403, "not-allowed");
    const other = await makeOrganisation(test.database.db);
    await expectProblem(await asked(["admin"], other), 404, "not-found");
    await test.database.owner`UPDATE people SET roles = '{admin}' WHERE id = ${person.id}`;
    const own = await turnOff(person.id, await signIn(test.database.db, person, now));
    await expectProblem(own, 403, "not-allowed");
    expect(await owed(person)).not.toBe("");
  });

  it("is turned off on the server's own machine, once", async () => {
    const { person } = await enrolled();
    const run = (email: string) =>
      runAdmin(test.deps, createPasswords(), { verb: "second-factor-off", email }, async () => "");
    expect(await run(person.email.toUpperCase())).toContain("without a second factor");
    expect((await post("/session", { email: person.email, password: person.password })).status).toBe(201);
    await expect(run(person.email)).rejects.toThrow(AdminRefusal);
    await expect(run("nobody@romashka.test")).rejects.toThrow("no person");
  });
});
