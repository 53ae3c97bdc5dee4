import { createHash, randomBytes } from "node:crypto";
import postgres, { type Sql } from "postgres";
import { grantToApp } from "./grants";

interface Login {
  readonly role: string;
  readonly password: string;
}

/**
 * The address by which the server works: of a role made for this database that owns nothing. The owner
 * keeps its password in a table of its own; a role that is missing, as in a restored copy, is made again.
 *
 * @param sql one connection of the owner, under the migrations' lock
 * @param ownerUrl the address that `sql` is connected by
 */
export async function prepareAppLogin(sql: Sql, ownerUrl: string): Promise<string> {
  const login = (await readLogin(sql)) ?? (await makeLogin(sql));
  await ensureRole(sql, login);
  await grantToApp(sql, login.role);
  const url = addressOf(ownerUrl, login);
  if (!(await canSignIn(url))) await setPassword(sql, login);
  return url;
}

async function readLogin(sql: Sql): Promise<Login | null> {
  const [row] = await sql<Login[]>`SELECT role_name AS role, password FROM owner_only.app_login`;
  return row ?? null;
}

async function makeLogin(sql: Sql): Promise<Login> {
  const [row] = await sql<{ name: string }[]>`SELECT current_database() AS name`;
  // Roles belong to all databases of a PostgreSQL: each database gets one of its own.
  const suffix = createHash("sha256")
    .update(row?.name ?? "")
    .digest("hex")
    .slice(0, 12);
  const login = { role: `otklik_app_${suffix}`, password: randomBytes(24).toString("base64url") };
  await sql`INSERT INTO owner_only.app_login (role_name, password) VALUES (${login.role}, ${login.password})`;
  return login;
}

async function ensureRole(sql: Sql, login: Login): Promise<void> {
  const [found] = await sql`SELECT FROM pg_roles WHERE rolname = ${login.role}`;
  if (found !== undefined) return;
  try {
    await sql.unsafe(`CREATE ROLE "${login.role}" LOGIN PASSWORD '${login.password}'`);
  } catch (error) {
    // A server of a copy of this database has just made it.
    if (!isDuplicate(error)) throw error;
  }
}

async function setPassword(sql: Sql, login: Login): Promise<void> {
  await sql.unsafe(`ALTER ROLE "${login.role}" LOGIN PASSWORD '${login.password}'`);
}

async function canSignIn(url: string): Promise<boolean> {
  const probe = postgres(url, { max: 1, connect_timeout: 10, fetch_types: false });
  try {
    await probe`SELECT 1`;
    return true;
  } catch (error) {
    // Wrong password, or a role that may not log in.
    if (error instanceof postgres.PostgresError && error.code.startsWith("28")) return false;
    throw error;
  } finally {
    await probe.end({ timeout: 2 });
  }
}

function addressOf(ownerUrl: string, login: Login): string {
  const url = new URL(ownerUrl);
  url.username = login.role;
  url.password = login.password;
  return url.href;
}

function isDuplicate(error: unknown): boolean {
  return error instanceof postgres.PostgresError && ["42710", "23505"].includes(error.code);
}
