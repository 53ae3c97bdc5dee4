import { codeOwedSchema, passkeyOptionsSchema, totpOfferSchema } from "@otklik/shared/people/sign-in";
import { Secret, TOTP } from "otpauth";
import type { TransactionSql } from "postgres";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ask, expectProblem } from "../../../tests/support/ask";
import { useDeps } from "../../../tests/support/deps";
import { makeOrganisation, makePerson, signIn, type TestPerson } from "../../../tests/support/organisation";
import { softPasskey } from "../../../tests/support/soft-passkey";
import { until } from "../../../tests/support/until";
import { createApp } from "../app";
import { createPasswords } from "./passwords";
import { signIn as signInByPassword } from "./sign-in";

const ORIGIN = "http://localhost:8787";
const NEXT = "совсем новый пароль";
const passwords = createPasswords();

const test = useDeps();
let app: ReturnType<typeof createApp>;
let person: TestPerson;
let here: Record<string, string>;

beforeAll(() => {
  // Browsers make passkeys for names, not for addresses of numbers.
  app = createApp({ ...test.deps, env: { ...test.deps.env, publicUrl: ORIGIN } });
});

beforeEach(async () => {
  person = await makePerson(test.database.db, await makeOrganisation(test.database.db));
  here = { ...(await signIn(test.database.db, person)) };
});

afterEach(() => test.setClock(null));

const post = (path: string, json: unknown, headers: Record<string, string> = {}) =>
  ask(app, `POST /api${path}`, { json, headers });

const enter = (password = person.password) => post("/session", { email: person.email, password });

async function sessions(): Promise<number> {
  const rows = await test.database.owner`SELECT FROM sessions WHERE person_id = ${person.id}`;
  return rows.length;
}

/** Asks while another has the person locked, who then does the rest of what they are at and is done. */
async function whileHeld<T>(asking: () => Promise<T>, rest: (held: TransactionSql) => Promise<unknown>) {
  return test.database.owner.begin(async (held) => {
    await held`SELECT FROM people WHERE id = ${person.id} FOR UPDATE`;
    const asked = asking();
    await until("the one who asks waits for the lock", async () => {
      const waiting = await test.database.owner`
        SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      return waiting.length > 0;
    });
    await rest(held);
    // In an array: a promise that is given back alone would be waited for before the lock is let go.
    return [asked] as const;
  });
}

describe("AUTH-19 a sign-in by password that is on its way", () => {
  it.each([
    ["another password is set", { next: NEXT }],
    ["they are shut out", null],
  ])("opens nothing when %s after the password was looked at", async (_when, change) => {
    const slow = {
      ...passwords,
      async matches(hash: string | null, password: string) {
        const isRight = await passwords.matches(hash, password);
        // Others are looked at for the time that it takes, whose organisation there is none.
        if (hash === null) return isRight;
        if (change === null) {
          await test.database.owner`UPDATE people SET disabled_at = now() WHERE id = ${person.id}`;
          await test.database.owner`DELETE FROM sessions WHERE person_id = ${person.id}`;
        } else {
          const json = { ...change, confirmation: { password: person.password } };
          expect((await post("/account/password", json, here)).status).toBe(204);
        }
        return isRight;
      },
    };
    const before = change === null ? 0 : 1;
    const visit = { address: "10.4.0.1", userAgent: null };
    const signingIn = signInByPassword(test.deps, slow, person, visit);
    await expect(signingIn).rejects.toMatchObject({ code: "wrong-credentials" });
    expect(await sessions()).toBe(before);
  });

  it("waits for a change that is not done yet", async () => {
    const [asked] = await whileHeld(enter, async (held) => {
      await held`UPDATE people SET password_hash = ${await passwords.hash(NEXT)} WHERE id = ${person.id}`;
      await held`DELETE FROM sessions WHERE person_id = ${person.id}`;
    });
    await expectProblem(await asked, 401, "wrong-credentials");
    expect(await sessions()).toBe(0);
    expect((await enter(NEXT)).status).toBe(201);
  });
});

it("AUTH-19 sets no password for a session that was ended since it asked to", async () => {
  const [asked] = await whileHeld(
    () => {
      const confirmation = { password: person.password };
      return post("/account/password", { confirmation, next: "пароль того, кто украл" }, here);
    },
    async (held) => {
      await held`UPDATE people SET password_hash = ${await passwords.hash(NEXT)} WHERE id = ${person.id}`;
      await held`DELETE FROM sessions WHERE person_id = ${person.id}`;
    },
  );
  await expectProblem(await asked, 401, "not-signed-in");
  expect((await enter(NEXT)).status).toBe(201);
});

describe("AUTH-19 whoever is being shut out", () => {
  const shutOut = async (held: TransactionSql) => {
    await held`UPDATE people SET disabled_at = now() WHERE id = ${person.id}`;
    await held`DELETE FROM sign_in_steps WHERE person_id = ${person.id}`;
    await held`DELETE FROM sessions WHERE person_id = ${person.id}`;
    await held`UPDATE passkeys SET name = 'x' WHERE person_id = ${person.id}`;
    await held`UPDATE totp_secrets SET recovery_hashes = '{}' WHERE person_id = ${person.id}`;
  };

  it("does not get in by the code that they owe, and neither waits for the other", async () => {
    const now = new Date();
    const offered = await post("/account/totp", { confirmation: { password: person.password } }, here);
    const { secret } = totpOfferSchema.parse(await offered.json());
    const codeAt = (timestamp: number) =>
      new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp });
    test.setClock(now);
    expect((await post("/account/totp/confirmation", { code: codeAt(now.getTime()) }, here)).status).toBe(
      201,
    );
    test.setClock(new Date(now.getTime() + 60_000));
    const { step } = codeOwedSchema.parse(await (await enter()).json());
    const code = codeAt(now.getTime() + 60_000);
    const [asked] = await whileHeld(() => post("/sign-in/code", { step, code }), shutOut);
    await expectProblem(await asked, 400, "sign-in-step-over");
    expect(await sessions()).toBe(0);
  });

  it("does not get in by their passkey, and neither waits for the other", async () => {
    const passkey = softPasskey(ORIGIN);
    const challengeOf = async (path: string, json: unknown) =>
      passkeyOptionsSchema.parse(await (await post(path, json, here)).json()).challenge;
    const confirmation = { password: person.password };
    const made = passkey.make(await challengeOf("/account/passkeys/options", { confirmation }));
    expect((await post("/account/passkeys", { name: "Ноутбук", answer: made }, here)).status).toBe(201);
    const answer = passkey.answer(await challengeOf("/sign-in/passkey/challenge", {}));
    const [asked] = await whileHeld(() => post("/sign-in/passkey", { answer }), shutOut);
    await expectProblem(await asked, 401, "passkey-refused");
    expect(await sessions()).toBe(0);
  });
});
