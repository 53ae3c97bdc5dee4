import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { ask, expectProblem } from "../../../tests/support/ask";
import { useDeps } from "../../../tests/support/deps";
import {
  makeOrganisation,
  makePerson,
  signIn,
  type TestOrganisation,
  type TestPerson,
} from "../../../tests/support/organisation";
import { createApp } from "../app";
import type { MailSender } from "../mail/mail-sender";
import { requestReset } from "./request-reset";

const test = useDeps();
let organisation: TestOrganisation;
let admin: TestPerson;

beforeAll(async () => {
  organisation = await makeOrganisation(test.database.db);
  admin = await makePerson(test.database.db, organisation, { roles: ["admin"] });
});

const invite = async (email: string) =>
  ask(test.app, "POST /api/people", {
    headers: await signIn(test.database.db, admin),
    json: { name: "Вера Лугова", email, roles: ["agent"] },
  });

/** Ways to put one address together, each by another rule of Unicode. */
const WRITTEN: readonly [string, (email: string) => string][] = [
  ["as it is", (email) => email],
  ["in capitals, with spaces around", (email) => ` ${email.toUpperCase()}\u00a0`],
  [
    "with a full-width sign and letters",
    (email) => email.replace("@", "＠").replace("romashka", "ｒｏｍａｓｈｋａ"),
  ],
  ["with a letter that NFKC alone makes one: KELVIN SIGN", (email) => email.replace("k", "\u212a")],
];

it.each(WRITTEN)(
  "AUTH-16 IN-05 is one address %s: invited once, signed in, mailed a link",
  async (_how, written) => {
    const person = await makePerson(test.database.db, organisation);
    const email = written(person.email);
    await expectProblem(await invite(email), 409, "email-taken");
    const json = { email, password: person.password };
    expect((await ask(test.app, "POST /api/session", { json })).status).toBe(201);

    const sent: string[] = [];
    const mail: MailSender = { send: async ({ to }) => sent.push(to) > 0 };
    const app = createApp({ ...test.deps, mail });
    expect((await ask(app, "POST /api/password-resets", { json: { email } })).status).toBe(202);
    await expect.poll(() => sent, { timeout: 60_000 }).toEqual([person.email]);
    await requestReset({ ...test.deps, mail }, person.email, "10.5.0.1");
    expect(sent).toEqual([person.email, person.email]);
  },
);

it.each(WRITTEN)("IN-05 is kept in one form when it is invited %s", async (_how, written) => {
  const email = `${randomUUID()}@romashka.test`;
  expect((await invite(written(email))).status).toBe(201);
  const [kept] = await test.database.owner`SELECT count(*)::int AS n FROM people WHERE email = ${email}`;
  expect(kept).toEqual({ n: 1 });
});

it.each([
  ["composed", "é".normalize("NFC")],
  ["decomposed", "é".normalize("NFD")],
])("IN-05 is refused alike with a letter outside ASCII, %s", async (_how, letter) => {
  const email = `v${letter}ra@romashka.test`;
  await expectProblem(await invite(email), 422, "invalid-request");
  await expectProblem(
    await ask(test.app, "POST /api/password-resets", { json: { email } }),
    422,
    "invalid-request",
  );
  const json = { email, password: "длинный пароль" };
  await expectProblem(await ask(test.app, "POST /api/session", { json }), 401, "wrong-credentials");
});
