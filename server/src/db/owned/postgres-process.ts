import { spawn } from "node:child_process";
import { open, readFile, stat } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { StartRefusal } from "../../start-refusal";
import { type Cluster, folderArgument, PROGRAM_ENV } from "./cluster";
import { clearStaleMark, findPostmaster, type Postmaster } from "./postmaster-file";
import { isProcessAlive } from "./process-state";

const SETTINGS = {
  listen_addresses: "127.0.0.1",
  // A socket's lock file would have to be cleared after a crash too, and nobody needs it.
  unix_socket_directories: "",
  fsync: "on",
  full_page_writes: "on",
  synchronous_commit: "on",
  max_connections: "120",
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  // Statements and keys hold personal data; they do not belong in a log.
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
  // Only the server's own statements count, not those of each connection's start.
  log_connections: "off",
};

const START_PATIENCE_MS = 60_000;
/** Servers that are connected find the database at its port alone, and what has taken it may soon let it go. */
const PORT_PATIENCE_MS = 10_000;
const STOP_PATIENCE_MS = 8_000;
const LOG_LIMIT_BYTES = 5_000_000;

/** In PostgreSQL's words. */
const PORT_TAKEN = /could not create any TCP\/IP sockets/;
/** What another try may find gone: a taken port, and a killed predecessor's last processes that still hold its memory. */
const PASSING = new RegExp(`${PORT_TAKEN.source}|shared memory block .* is still in use`);

/**
 * Starts PostgreSQL on a free loopback port, or waits for the one that runs already. Call it under the
 * folder's lock.
 *
 * @param preferredPort waited for when another program has it, so that servers that are connected find the database
 *   again; null takes any
 * @param mayMove to another port, when the preferred one is not to be had soon
 * @throws StartRefusal when it does not come up within a minute
 */
export async function ensureRunning(
  cluster: Cluster,
  preferredPort: number | null,
  mayMove: boolean,
): Promise<Postmaster> {
  const patientUntil = Date.now() + START_PATIENCE_MS;
  const moveAt = preferredPort === null ? 0 : mayMove ? Date.now() + PORT_PATIENCE_MS : Infinity;
  let port = preferredPort ?? (await freePort());
  while (Date.now() < patientUntil) {
    const running = await findPostmaster(cluster.folder);
    if (running?.ready) return running;
    if (running === null && (await clearStaleMark(cluster.folder))) {
      const failure = await launch(cluster, port, patientUntil);
      if (failure !== null && !PASSING.test(failure)) throw refusal(cluster, failure);
      if (failure !== null && PORT_TAKEN.test(failure) && Date.now() >= moveAt) port = await freePort();
    }
    await wait(50);
  }
  throw refusal(cluster, "it was not ready within a minute");
}

/** Lets running statements be cut and everything be written out; then, if that takes too long, at once. */
export async function stopPostmaster({ pid }: Postmaster): Promise<void> {
  process.kill(pid, "SIGINT");
  const patientUntil = Date.now() + STOP_PATIENCE_MS;
  while (await isProcessAlive(pid)) {
    if (Date.now() > patientUntil) {
      process.kill(pid, "SIGQUIT");
      return;
    }
    await wait(20);
  }
}

/** @returns null when it is ready, else the last words of its log */
async function launch(cluster: Cluster, port: number, patientUntil: number): Promise<string | null> {
  const logFile = path.join(path.dirname(cluster.folder), "log");
  const log = await open(logFile, "a", 0o600);
  const logged = (await stat(logFile)).size;
  if (logged > LOG_LIMIT_BYTES) await log.truncate();
  const settings = Object.entries({ ...SETTINGS, port: String(port) });
  const child = spawn(
    cluster.binaries.postgres,
    ["-D", folderArgument(cluster), ...settings.flatMap(([name, value]) => ["-c", `${name}=${value}`])],
    // A group of its own: Ctrl-C is meant for the server, which then stops the database in its turn.
    {
      ...cluster.user,
      cwd: cluster.folder,
      env: PROGRAM_ENV,
      detached: true,
      stdio: ["ignore", log.fd, log.fd],
    },
  );
  const ended = new Promise<"ended">((resolve) => {
    child.once("exit", () => resolve("ended"));
    child.once("error", () => resolve("ended"));
  });
  child.unref();
  await log.close();
  while (Date.now() < patientUntil) {
    if ((await Promise.race([ended, wait(20)])) === "ended") return lastWords(logFile);
    const found = await findPostmaster(cluster.folder);
    if (found?.ready && found.pid === child.pid) return null;
  }
  return null;
}

async function lastWords(logFile: string): Promise<string> {
  const lines = (await readFile(logFile, "utf8")).trim().split("\n");
  return lines.findLast((line) => line.includes("FATAL:")) ?? lines.at(-1) ?? "";
}

function refusal(cluster: Cluster, reason: string): StartRefusal {
  const why = reason.replace(/^.*FATAL:\s*/, "");
  return new StartRefusal(
    `The database in ${cluster.folder} does not start (${why}); see the file log in the folder above it.`,
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
