import postgres, { type Sql } from "postgres";
import { afterEach, beforeEach, expect, inject, it } from "vitest";
import { copyTemplate, type DatabaseAddress, dropDatabase } from "../../../tests/support/database-template";
import { StartRefusal } from "../start-refusal";
import { prepareDatabase } from "./migrate";

let address: DatabaseAddress;
let owner: Sql;

beforeEach(async () => {
  address = await copyTemplate(inject("databaseTemplate"));
  owner = postgres(address.ownerUrl, { max: 1, onnotice: () => {} });
});

afterEach(async () => {
  await owner.end({ timeout: 1 });
  await dropDatabase(address);
});

/** As a fresh database is; the role of the template is not its own. */
async function empty(): Promise<void> {
  await owner.unsafe(
    "DROP SCHEMA public CASCADE; DROP SCHEMA drizzle CASCADE; DROP SCHEMA owner_only CASCADE; CREATE SCHEMA public",
  );
}

const applied = async () =>
  (await owner`SELECT hash FROM drizzle.__drizzle_migrations`).map(({ hash }) => hash);

const withUser = (user: string, password: string) => {
  const url = new URL(address.ownerUrl);
  url.username = user;
  url.password = password;
  return url.href;
};

it("RACE-13 applies each migration once when four servers start on an empty database", async () => {
  const expected = await applied();
  await empty();
  const urls = await Promise.all(Array.from({ length: 4 }, () => prepareDatabase(address.ownerUrl)));
  expect(new Set(urls).size).toBe(1);
  expect(await applied()).toEqual(expected);
  await owner`DROP OWNED BY ${owner(new URL(urls[0] ?? "").username)}`;
  await owner`DROP ROLE ${owner(new URL(urls[0] ?? "").username)}`;
});

it("makes the role again that a restored copy lacks", async () => {
  const role = `otklik_app_restored_${process.pid}`;
  await owner`UPDATE owner_only.app_login SET role_name = ${role}`;
  const url = await prepareDatabase(address.ownerUrl);
  expect(new URL(url).username).toBe(role);
  const app = postgres(url, { max: 1 });
  expect((await app`SELECT current_user AS name`)[0]?.name).toBe(role);
  await app.end();
  await owner`DROP OWNED BY ${owner(role)}`;
  await owner`DROP ROLE ${owner(role)}`;
});

it("gives the role another password when the owner has forgotten the old one", async () => {
  const renew = async () => {
    await owner`DELETE FROM owner_only.app_login`;
    return prepareDatabase(address.ownerUrl);
  };
  const signsIn = async (url: string) => {
    const app = postgres(url, { max: 1 });
    try {
      return (await app`SELECT current_user AS name`)[0]?.name;
    } finally {
      await app.end();
    }
  };
  const [lost, fresh] = [await renew(), await renew()];
  const role = new URL(fresh).username;
  expect(new URL(lost).username).toBe(role);
  await expect(signsIn(lost)).rejects.toMatchObject({ code: "28P01" });
  expect(await signsIn(fresh)).toBe(role);
  await owner`DROP OWNED BY ${owner(role)}`;
  await owner`DROP ROLE ${owner(role)}`;
});

it("refuses a database that a newer server has made", async () => {
  await owner`INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES ('newer', 9999999999999)`;
  await expect(prepareDatabase(address.ownerUrl)).rejects.toThrow(
    /^The database was made by a newer version/,
  );
});

it.each([
  ["a wrong password", () => withUser("nobody-at-all", "x"), /password|does not let/],
  ["no such database", () => address.ownerUrl.replace(/[^/]+$/, "missing"), /does not exist/],
  ["nobody at the port", () => address.ownerUrl.replace(/:\d+\//, ":1/"), /refuses connections/],
])("says in one sentence: %s", async (_what, url, sentence) => {
  const refusal = await prepareDatabase(url()).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(StartRefusal);
  expect(String(refusal)).toMatch(sentence);
});

it("says in one sentence what rights the user lacks", async () => {
  await empty();
  const user = `otklik_weak_${process.pid}`;
  await owner.unsafe(`CREATE ROLE ${user} LOGIN PASSWORD 'weak'`);
  try {
    const refusal = await prepareDatabase(withUser(user, "weak")).catch((error: unknown) => error);
    expect(String(refusal)).toMatch(new RegExp(`${user} may not create tables, extensions and roles`));
  } finally {
    await owner.unsafe(`DROP ROLE ${user}`);
  }
});
