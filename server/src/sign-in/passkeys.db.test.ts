import { passkeyOptionsSchema } from "@otklik/shared/people/sign-in";
import { afterEach, beforeAll, expect, it } from "vitest";
import { ask, expectProblem } from "../../../tests/support/ask";
import { useDeps } from "../../../tests/support/deps";
import {
  makeOrganisation,
  makePerson,
  signIn,
  type TestOrganisation,
  type TestPerson,
} from "../../../tests/support/organisation";
import { type SoftPasskey, softPasskey } from "../../../tests/support/soft-passkey";
import { createApp } from "../app";

const ORIGIN = "http://localhost:8787";

const test = useDeps();
let app: ReturnType<typeof createApp>;
let organisation: TestOrganisation;

beforeAll(async () => {
  organisation = await makeOrganisation(test.database.db);
  // Browsers make passkeys for names, not for addresses of numbers.
  app = createApp({ ...test.deps, env: { ...test.deps.env, publicUrl: ORIGIN } });
});

afterEach(() => test.setClock(null));

const post = (path: string, json: unknown, headers: Record<string, string> = {}) =>
  ask(app, `POST /api${path}`, { json, headers });

async function challengeOf(path: string, json: unknown = {}, headers: Record<string, string> = {}) {
  const answer = await post(path, json, headers);
  expect(answer.status).toBe(201);
  return passkeyOptionsSchema.parse(await answer.json()).challenge;
}

async function addTo(person: TestPerson, passkey: SoftPasskey) {
  const headers = await signIn(test.database.db, person);
  const confirmation = { password: person.password };
  const challenge = await challengeOf("/account/passkeys/options", { confirmation }, headers);
  const answer = passkey.make(challenge);
  const added = await post("/account/passkeys", { name: "Ноутбук", answer }, headers);
  return { headers, added, answer };
}

/** A person with a passkey, and its id. */
async function keyed() {
  const person = await makePerson(test.database.db, organisation);
  const passkey = softPasskey(ORIGIN);
  const { headers, added } = await addTo(person, passkey);
  expect(added.status).toBe(201);
  const { id }: { id: string } = await added.json();
  return { person, passkey, headers, id };
}

const enter = async (answer: unknown) => post("/sign-in/passkey", { answer });
const newChallenge = () => challengeOf("/sign-in/passkey/challenge");

it("signs in by the passkey alone, whoever it belongs to", async () => {
  const { person, passkey } = await keyed();
  const answer = await enter(passkey.answer(await newChallenge()));
  expect(answer.status).toBe(201);
  expect(await answer.json()).toMatchObject({ person: { id: person.id } });
});

it("AUTH-14 takes a challenge once, a right answer or not, and for five minutes", async () => {
  const { passkey } = await keyed();
  const challenge = await newChallenge();
  await expectProblem(await enter(softPasskey(ORIGIN).answer(challenge)), 401, "passkey-refused");
  await expectProblem(await enter(passkey.answer(challenge)), 400, "sign-in-step-over");
  const right = passkey.answer(await newChallenge());
  expect((await enter(right)).status).toBe(201);
  await expectProblem(await enter(right), 400, "sign-in-step-over");
  const old = await newChallenge();
  test.setClock(new Date(Date.now() + 5 * 60_000));
  await expectProblem(await enter(passkey.answer(old)), 400, "sign-in-step-over");
});

it("takes no challenge that was made up, or made for something else", async () => {
  const { passkey, headers } = await keyed();
  await expectProblem(await enter(passkey.answer("a".repeat(43))), 400, "sign-in-step-over");
  const mine = await challengeOf("/account/passkeys/challenge", {}, headers);
  await expectProblem(await enter(passkey.answer(mine)), 400, "sign-in-step-over");
});

it.each([
  ["on another site's page", { origin: "https://evil.example" }],
  ["for another server", { rpId: "evil.example" }],
  ["without knowing the person", { flags: 0x01 }],
])("refuses what was answered %s, and keeps it in the history", async (_what, over) => {
  const { person, passkey } = await keyed();
  await expectProblem(await enter(passkey.answer(await newChallenge(), over)), 401, "passkey-refused");
  const history = await test.database.owner`
    SELECT succeeded FROM sign_in_attempts WHERE person_id = ${person.id} AND method = 'passkey'`;
  expect(history).toEqual([{ succeeded: false }]);
});

it("refuses a copy that counts less than the passkey has counted", async () => {
  const { person, passkey } = await keyed();
  await test.database.owner`UPDATE passkeys SET sign_count = 9 WHERE person_id = ${person.id}`;
  await expectProblem(await enter(passkey.answer(await newChallenge())), 401, "passkey-refused");
});

it("opens nothing for somebody who was shut out", async () => {
  const { person, passkey } = await keyed();
  await test.database.owner`UPDATE people SET disabled_at = now() WHERE id = ${person.id}`;
  await expectProblem(await enter(passkey.answer(await newChallenge())), 401, "passkey-refused");
});

it("is one person's alone", async () => {
  const { passkey } = await keyed();
  const { added } = await addTo(await makePerson(test.database.db, organisation), passkey);
  await expectProblem(added, 409, "passkey-known");
});

it("AUTH-03 is neither renamed nor removed by anybody else", async () => {
  const { id } = await keyed();
  const other = await makePerson(test.database.db, organisation);
  const headers = await signIn(test.database.db, other);
  const renamed = await ask(app, `PATCH /api/account/passkeys/${id}`, { json: { name: "x" }, headers });
  await expectProblem(renamed, 404, "not-found");
  const confirmation = { password: other.password };
  await expectProblem(
    await post(`/account/passkeys/${id}/removal`, { confirmation }, headers),
    404,
    "not-found",
  );
});

it("confirms its own removal, but not where it is the only way in", async () => {
  const { person, passkey, headers, id } = await keyed();
  const remove = async () => {
    const challenge = await challengeOf("/account/passkeys/challenge", {}, headers);
    const confirmation = { passkey: passkey.answer(challenge) };
    return post(`/account/passkeys/${id}/removal`, { confirmation }, headers);
  };
  await test.database.owner`UPDATE people SET password_hash = NULL WHERE id = ${person.id}`;
  await expectProblem(await remove(), 409, "last-way-in");
  await test.database.owner`UPDATE people SET password_hash = 'another' WHERE id = ${person.id}`;
  expect((await remove()).status).toBe(204);
  await expectProblem(await enter(passkey.answer(await newChallenge())), 401, "passkey-refused");
});

it("stops nobody on the way to the provider by the challenges that open sign-in pages ask for", async () => {
  const oidc = {
    issuer: "http://127.0.0.1:1",
    clientId: "register",
    clientSecret: "secret",
    name: "Ромашка ID",
    organisation: organisation.id,
  };
  const both = createApp({ ...test.deps, env: { ...test.deps.env, publicUrl: ORIGIN, oidc } });
  for (let page = 0; page < 61; page++) await newChallenge();
  await expectProblem(
    await ask(both, "POST /api/sign-in/provider", { json: {} }),
    503,
    "provider-unavailable",
  );
});
