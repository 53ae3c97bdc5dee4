import path from "node:path";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres, { type Sql } from "postgres";
import { StartRefusal } from "../start-refusal";
import { serverRoot } from "../workspace";
import { prepareAppLogin } from "./app-login";
import { refusalOf } from "./refusal-of";

const MIGRATIONS = { migrationsFolder: path.join(serverRoot, "drizzle") };
/** Any number, as long as nothing else in the database locks by it. */
const LOCK = 7_262_001;
const OLDEST_VERSION = 150_000;

/**
 * Brings the database to this version of the server and makes the role that the server works with. Several
 * servers may do so at once: one works, the others wait for it and find nothing left to do.
 *
 * @param ownerUrl of a user that may create tables, extensions and roles
 * @returns the address to work by, of a role that owns nothing
 * @throws StartRefusal with one sentence when the database cannot be reached or used
 */
export async function prepareDatabase(ownerUrl: string): Promise<string> {
  const sql = postgres(ownerUrl, { max: 1, connect_timeout: 15, onnotice: () => {}, fetch_types: false });
  try {
    await checkServer(sql);
    await sql`SELECT pg_advisory_lock(${LOCK})`;
    try {
      await checkNotNewer(sql);
      await migrate(drizzle({ client: sql }), MIGRATIONS);
      await sql`SELECT owner_only.secure_rows()`;
      return await prepareAppLogin(sql, ownerUrl);
    } finally {
      await sql`SELECT pg_advisory_unlock(${LOCK})`;
    }
  } catch (error) {
    throw refusalOf(error, ownerUrl);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function checkServer(sql: Sql): Promise<void> {
  const [row] = await sql<{ version: string; number: number; encoding: string }[]>`
    SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int AS number,
           current_setting('server_encoding') AS encoding`;
  if (row === undefined) return;
  if (row.number < OLDEST_VERSION) {
    throw new StartRefusal(`DATABASE_URL leads to PostgreSQL ${row.version}; version 15 or newer is needed.`);
  }
  if (row.encoding !== "UTF8") {
    throw new StartRefusal(`The database of DATABASE_URL is encoded in ${row.encoding}; make one with UTF8.`);
  }
}

/** An older server would write rows that the newer one's rules forbid. */
async function checkNotNewer(sql: Sql): Promise<void> {
  const [table] =
    await sql`SELECT FROM pg_tables WHERE schemaname = 'drizzle' AND tablename = '__drizzle_migrations'`;
  if (table === undefined) return;
  const [row] = await sql<
    { newest: string | null }[]
  >`SELECT max(created_at) AS newest FROM drizzle.__drizzle_migrations`;
  const known = Math.max(...readMigrationFiles(MIGRATIONS).map((migration) => migration.folderMillis));
  if (Number(row?.newest ?? 0) > known) {
    throw new StartRefusal("The database was made by a newer version of the server: start that one.");
  }
}
