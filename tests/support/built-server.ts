import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { connect, type Database } from "../../server/src/db/client";
import { openOwnedPostgres } from "../../server/src/db/owned/owned-postgres";
import { stopPostmaster } from "../../server/src/db/owned/postgres-process";
import { findPostmaster } from "../../server/src/db/owned/postmaster-file";
import { freePort } from "./free-port";
import { until } from "./until";

const BUNDLE = fileURLToPath(new URL("../../server/dist/main.js", import.meta.url));

/** The built server as a process, its files in a temporary folder. */
export interface ServerProcess {
  /** Its address, the same after every start. */
  readonly url: string;
  readonly dataDir: string;
  /** Of the process that runs now, or ran last. */
  readonly pid: number;
  /** Its database, as the owner connects to it. */
  readonly databaseUrl: string;
  /** The owner's view of its database. */
  readonly db: Database;
  /** Starts it again after `stop` or `kill`; resolves when it is ready. */
  start(): Promise<void>;
  /** As a person stops it: what was begun is finished. */
  stop(): Promise<void>;
  /** As power cuts do; the database lives on. */
  kill(): Promise<void>;
  /** What it has logged since its last start. */
  log(): string;
  /** Ends the server, and a database of its own, and removes the folder. */
  close(): Promise<void>;
}

export interface BuiltServerOptions {
  /** Under which browsers reach it: by a name, passkeys can be made. */
  readonly host?: "127.0.0.1" | "localhost";
  /** Of its database's owner; without it the server makes a PostgreSQL of its own, in its folder. */
  readonly databaseUrl?: string;
  /** Variables of the environment beside those that every test needs. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Starts the built server as `pnpm start` does and waits until it is ready. */
export async function startBuiltServer(options: BuiltServerOptions = {}): Promise<ServerProcess> {
  const { host = "127.0.0.1" } = options;
  const dataDir = await mkdtemp(path.join(tmpdir(), "otklik-server-"));
  const port = await freePort();
  const url = `http://${host}:${port}`;
  let child: ChildProcess | null = null;
  let log = "";

  const start = async () => {
    log = "";
    const started = spawn(process.execPath, [BUNDLE], {
      // Tests and benchmarks register faster than a person's device may.
      env: {
        ...serverEnvironment(),
        DATA_DIR: dataDir,
        PORT: String(port),
        PUBLIC_URL: url,
        INGEST_LIMIT: "9999999",
        ...(options.databaseUrl && { DATABASE_URL: options.databaseUrl }),
        ...options.settings,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    child = started;
    // A run that is given up must not leave it behind; it stops its database itself.
    const giveUp = () => started.kill("SIGTERM");
    process.once("exit", giveUp);
    started.once("exit", () => process.off("exit", giveUp));
    for (const stream of [started.stdout, started.stderr]) {
      stream.on("data", (chunk: Buffer) => {
        log += chunk.toString();
      });
    }
    await until("the server to be ready", async () => {
      if (hasEnded(started)) return "ended";
      return (await fetch(`${url}/readyz`)).ok;
    });
    if (hasEnded(started)) throw new Error(`The server ended at its start:\n${log}`);
  };

  const end = async (signal: NodeJS.Signals) => {
    if (child === null || hasEnded(child)) return;
    child.kill(signal);
    await once(child, "exit");
  };

  const clean = async () => {
    await end("SIGTERM");
    // One that was killed has left its database running.
    const postmaster = await findPostmaster(path.join(dataDir, "postgres", "cluster"));
    if (postmaster !== null) await stopPostmaster(postmaster);
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
  };

  try {
    await start();
  } catch (error) {
    await clean();
    throw error;
  }
  const databaseUrl = options.databaseUrl ?? (await openOwnedPostgres(dataDir)).url;
  const db = connect(databaseUrl, {
    connections: 2,
    applicationName: "otklik-test",
  });
  return {
    url,
    dataDir,
    get pid() {
      if (child?.pid === undefined) throw new Error("The server has not been started");
      return child.pid;
    },
    databaseUrl,
    db,
    start,
    stop: () => end("SIGTERM"),
    kill: () => end("SIGKILL"),
    log: () => log,
    async close() {
      await db.$client.end({ timeout: 1 });
      await clean();
    },
  };
}

/** Nothing of the machine's own settings may reach the server under test. */
function serverEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, SystemRoot } = process.env;
  return { PATH, HOME, TMPDIR, SystemRoot };
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}
