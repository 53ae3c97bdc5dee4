import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import postgres, { type Sql } from "postgres";
import { StartRefusal } from "../../start-refusal";
import { type Cluster, OWNER, openCluster } from "./cluster";
import { withFolderLock } from "./folder-lock";
import { ensureRunning, stopPostmaster } from "./postgres-process";
import { findPostmaster, type Postmaster } from "./postmaster-file";

/** A PostgreSQL that the servers of one data folder share and own. */
export interface OwnedPostgres {
  /** Of the owner; on loopback. */
  readonly url: string;
  /** Starts it again, on the same port, when it has died under the server. */
  revive(): Promise<void>;
  /** Stops it, unless another server uses it. The caller has closed its own connections. */
  leave(): Promise<void>;
}

const DATABASE = "otklik";
/** Servers that use the database are known by how the name of their connections begins. */
export const SERVER_NAME_PREFIX = "otklik-server";

/**
 * Opens the PostgreSQL below a data folder: makes it, starts it, or joins the one that runs, be it
 * another server's or one that a killed server left behind.
 *
 * @throws StartRefusal with one sentence when it cannot
 */
export async function openOwnedPostgres(dataDir: string): Promise<OwnedPostgres> {
  const home = path.join(dataDir, "postgres");
  const lockFolder = path.join(dataDir, "lock");
  const portFile = path.join(home, "port");

  async function start(mayMove: boolean): Promise<{ cluster: Cluster; port: number }> {
    return withFolderLock(lockFolder, async () => {
      const cluster = await openCluster(home);
      const running = await ensureRunning(cluster, await readPort(portFile), mayMove);
      await checkIdentity(cluster, running);
      await writeFile(portFile, String(running.port), { mode: 0o600 });
      return { cluster, port: running.port };
    });
  }

  const { cluster, port } = await start(true);
  return {
    url: addressOf(cluster, port, DATABASE),
    async revive() {
      const revived = await start(false);
      if (revived.port !== port) throw new Error(`The database moved from port ${port} to ${revived.port}`);
    },
    async leave() {
      await withFolderLock(lockFolder, async () => {
        const running = await findPostmaster(cluster.folder);
        if (running !== null && !(await isUsed(cluster, running))) await stopPostmaster(running);
      });
    },
  };
}

/** That the server at this port is the one of this folder: it knows the folder's password and its own start. */
async function checkIdentity(cluster: Cluster, running: Postmaster): Promise<void> {
  await withOwner(cluster, running.port, async (sql) => {
    const [row] = await sql<{ startedAt: number; made: boolean }[]>`
      SELECT extract(epoch FROM pg_postmaster_start_time())::int AS "startedAt",
             EXISTS (SELECT FROM pg_database WHERE datname = ${DATABASE}) AS made`;
    if (row === undefined || Math.abs(row.startedAt - running.startedAt) > 1) {
      throw new StartRefusal(`Port ${running.port} is not served by the database in ${cluster.folder}.`);
    }
    if (!row.made) await sql`CREATE DATABASE ${sql(DATABASE)}`;
  });
}

/** A connection that was just closed is still seen for a moment. */
async function isUsed(cluster: Cluster, running: Postmaster): Promise<boolean> {
  return withOwner(cluster, running.port, async (sql) => {
    for (let attempt = 0; attempt < 10; attempt++) {
      const [row] = await sql<{ used: boolean }[]>`
        SELECT EXISTS (
          SELECT FROM pg_stat_activity WHERE starts_with(application_name, ${SERVER_NAME_PREFIX})
        ) AS used`;
      if (row?.used === false) return false;
      await wait(30);
    }
    return true;
  });
}

async function withOwner<T>(cluster: Cluster, port: number, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = postgres(addressOf(cluster, port, "postgres"), {
    max: 1,
    connect_timeout: 10,
    fetch_types: false,
  });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 2 });
  }
}

function addressOf(cluster: Cluster, port: number, database: string): string {
  return `postgres://${OWNER}:${cluster.password}@127.0.0.1:${port}/${database}`;
}

async function readPort(file: string): Promise<number | null> {
  return readFile(file, "utf8").then(Number, () => null);
}
