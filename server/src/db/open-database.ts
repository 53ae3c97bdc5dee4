import { randomUUID } from "node:crypto";
import type { Env } from "../env";
import { connect, type Database } from "./client";
import { prepareDatabase } from "./migrate";
import { type OwnedPostgres, openOwnedPostgres, SERVER_NAME_PREFIX } from "./owned/owned-postgres";

export interface OpenDatabase {
  readonly db: Database;
  /** Lets running queries end, for five seconds at most, and stops the database when it is ours to stop. */
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Told when the server's own database has died and is started again. */
  readonly onRevive?: (error: unknown) => void;
}

const HEARTBEAT_MS = 5_000;

/**
 * The installation's database, ready for work: that of `DATABASE_URL`, else the server's own.
 *
 * @throws StartRefusal with one sentence when it cannot be had
 */
export async function openDatabase(env: Env, options: OpenOptions = {}): Promise<OpenDatabase> {
  const owned = env.databaseUrl === null ? await openOwnedPostgres(env.dataDir) : null;
  try {
    const url = await prepareDatabase(env.databaseUrl ?? owned?.url ?? "");
    const db = connect(url, { applicationName: `${SERVER_NAME_PREFIX} ${randomUUID()}` });
    const stopHeartbeat = owned === null ? () => {} : startHeartbeat(db, owned, options);
    return {
      db,
      async close() {
        stopHeartbeat();
        await db.$client.end({ timeout: 5 });
        await owned?.leave();
      },
    };
  } catch (error) {
    await owned?.leave();
    throw error;
  }
}

/**
 * Keeps a connection open, by which other servers of the folder see that the database is in use; and
 * starts it again when it has died, say for want of memory.
 */
function startHeartbeat(db: Database, owned: OwnedPostgres, options: OpenOptions): () => void {
  let isBeating = false;
  const timer = setInterval(() => {
    if (isBeating) return;
    isBeating = true;
    void beat().finally(() => {
      isBeating = false;
    });
  }, HEARTBEAT_MS);
  timer.unref();

  async function beat(): Promise<void> {
    try {
      await db.$client`SELECT 1`;
    } catch (error) {
      options.onRevive?.(error);
      await owned.revive().catch((failure: unknown) => options.onRevive?.(failure));
    }
  }

  return () => clearInterval(timer);
}
