import { expect, it } from "vitest";
import { ask } from "../../../tests/support/ask";
import { useDeps } from "../../../tests/support/deps";
import { makeOrganisation } from "../../../tests/support/organisation";
import { createPasswords } from "../people/passwords";
import type { AdminCommand } from "./admin-command";
import { AdminRefusal } from "./admin-refusal";
import { runAdmin } from "./run-admin";

const test = useDeps();
const PASSWORD = "верный пароль";
const CREATE = {
  verb: "create",
  email: "Admin@Romashka.test",
  name: undefined,
  organisation: "Ромашка",
  zone: "Asia/Vladivostok",
} as const;

const run = (command: AdminCommand, password = PASSWORD) =>
  runAdmin(test.deps, createPasswords(), command, async () => password);

const signIn = (email: string, password: string) =>
  ask(test.app, "POST /api/session", {
    headers: { "sec-fetch-site": "same-origin" },
    json: { email, password },
  });

it("prints a link that opens the set-up, makes the first admin, and after that no link", async () => {
  const link = await run({ verb: "setup-link" });
  const { pathname, hash } = new URL(link);
  expect(pathname).toBe("/setup");
  const json = { token: hash.slice(1) };
  expect((await ask(test.app, "POST /api/setup/lookup", { json })).status).toBe(200);

  await expect(run(CREATE, "short")).rejects.toThrow(AdminRefusal);
  await expect(run({ ...CREATE, zone: "Mars/Phobos" })).rejects.toThrow("The zone does not fit");
  expect(await run(CREATE)).toBe("Admin@Romashka.test signs in at http://127.0.0.1:8787.");
  const made = await test.database.owner`SELECT name, zone FROM organisations`;
  expect([...made]).toEqual([{ name: "Ромашка", zone: "Asia/Vladivostok" }]);
  expect((await signIn("admin@romashka.test", PASSWORD)).status).toBe(201);

  await expect(run({ verb: "setup-link" })).rejects.toThrow("set up already");
  await expect(run(CREATE)).rejects.toThrow("already");
});

it("adds an admin to the organisation that there is", async () => {
  await run({ ...CREATE, email: "second@romashka.test", organisation: undefined });
  expect((await signIn("second@romashka.test", PASSWORD)).status).toBe(201);
  await expect(run({ ...CREATE, email: "third@romashka.test", organisation: "Другая" })).rejects.toThrow(
    "Ромашка",
  );
});

it("says so when somebody of that organisation has the address, also when they were shut out", async () => {
  const again = () => run({ ...CREATE, email: "second@romashka.test", organisation: undefined });
  await expect(again()).rejects.toThrow(AdminRefusal);
  await test.database.owner`UPDATE people SET disabled_at = now() WHERE email = 'second@romashka.test'`;
  await expect(again()).rejects.toThrow(AdminRefusal);
});

it("prints a token that may do what its scope says, and nothing else", async () => {
  const token = await run({ verb: "token", email: "admin@romashka.test", scope: ["badge:read"] });
  const headers = { authorization: `Bearer ${token}` };
  expect((await ask(test.app, "GET /api/badge", { headers })).status).toBe(200);
  expect((await ask(test.app, "GET /api/complaints", { headers })).status).toBe(403);
  await expect(run({ verb: "token", email: "nobody@romashka.test", scope: ["badge:read"] })).rejects.toThrow(
    "no person",
  );
});

it("adds an admin whose address is known in another organisation, and one at a time", async () => {
  const other = await makeOrganisation(test.database.db);
  await test.database.owner`UPDATE organisations SET name = 'Другая' WHERE id = ${other.id}`;
  const both = { ...CREATE, email: "admin@romashka.test", organisation: "Другая" };
  const settled = await Promise.allSettled([run(both), run(both)]);
  expect(settled.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(settled.find(({ status }) => status === "rejected")).toMatchObject({
    reason: expect.any(AdminRefusal),
  });
  expect((await signIn("admin@romashka.test", PASSWORD)).status).toBe(202);
});

it("shuts a platform administrator out at once, and lets them in anew with the password alone", async () => {
  const email = "pavel@platform.test";
  const create = { verb: "platform-create", email, name: "Павел" } as const;
  await run(create);
  const signedIn = await signIn(email, PASSWORD);
  const cookie = signedIn.headers.getSetCookie().map((one) => one.split(";")[0]);
  const headers = { "sec-fetch-site": "same-origin", cookie: cookie.join("; ") };
  expect((await ask(test.app, "GET /api/session", { headers })).status).toBe(200);
  await test.database.owner`
    INSERT INTO passkeys (org_id, person_id, credential_id, public_key, name, sign_count, transports)
    SELECT org_id, id, 'abc', 'abc', 'Ключ', 0, '{}' FROM people WHERE email = ${email}`;

  await run({ verb: "platform-remove", email });
  expect((await ask(test.app, "GET /api/session", { headers })).status).toBe(401);
  expect((await signIn(email, PASSWORD)).status).toBe(403);
  await expect(run({ verb: "platform-remove", email })).rejects.toThrow("There is no platform administrator");

  await run({ ...create, name: "Павел Второй" }, "другой верный пароль");
  expect((await signIn(email, PASSWORD)).status).toBe(401);
  expect((await signIn(email, "другой верный пароль")).status).toBe(201);
  const [left] = await test.database.owner`SELECT count(*)::int AS passkeys FROM passkeys`;
  expect(left).toEqual({ passkeys: 0 });
});
