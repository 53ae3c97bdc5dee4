import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres, { type Sql } from "postgres";
import * as schema from "./schema";

/** Drizzle on one pool; `$client` is postgres.js itself, for the few hot statements. */
export type Database = PostgresJsDatabase<typeof schema> & { readonly $client: Sql };

/** A transaction. The pool is none: through it a statement would see no organisation's rows, or commit by itself. */
export type Queryable = Pick<Database, "select" | "insert" | "update" | "delete" | "execute"> & {
  readonly $client?: never;
};

export interface ConnectOptions {
  /** Connections at most. */
  readonly connections?: number;
  /** Seen in `pg_stat_activity`; tells servers of one installation apart. */
  readonly applicationName?: string;
}

/** A statement that takes longer is given up, and the caller is told to come again. */
const STATEMENT_TIMEOUT_MS = 5_000;
const LOCK_TIMEOUT_MS = 4_000;

/** A database that was away is asked again soon: meanwhile requests wait, and by default for up to twenty seconds. */
function secondsUntilNextTry(failures: number): number {
  return Math.min(failures / 5, 1);
}

/** Opens a pool; connections are made when they are first needed. `end` of `$client` closes it. */
export function connect(url: string, options: ConnectOptions = {}): Database {
  const client = postgres(url, {
    max: options.connections ?? 10,
    connect_timeout: 5,
    backoff: secondsUntilNextTry,
    onnotice: () => {},
    connection: {
      application_name: options.applicationName ?? "otklik",
      search_path: "public",
      default_transaction_isolation: "read committed",
      statement_timeout: STATEMENT_TIMEOUT_MS,
      lock_timeout: LOCK_TIMEOUT_MS,
      idle_in_transaction_session_timeout: 15_000,
    },
  });
  return drizzle({ client, schema });
}
