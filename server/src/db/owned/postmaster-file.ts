import { readFile, realpath, rm, stat } from "node:fs/promises";
import path from "node:path";
import { isProcessAlive, processFolder } from "./process-state";

/** What a running PostgreSQL says of itself in `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number;
  /** Seconds since 1970, as `pg_postmaster_start_time()` has it. */
  readonly startedAt: number;
  readonly port: number;
  readonly ready: boolean;
}

/** A file that is not whole may be one that is being written. */
const UNWRITTEN_FOR_MS = 3_000;

/** The live PostgreSQL of a cluster's folder. */
export async function findPostmaster(clusterFolder: string): Promise<Postmaster | null> {
  const content = await readFile(fileIn(clusterFolder), "utf8").catch(() => null);
  const found = content === null ? null : parsePostmasterFile(content);
  return found !== null && (await isLive(found, clusterFolder)) ? found : null;
}

/**
 * Removes the file that a dead, zombie or foreign process has left: PostgreSQL refuses to start over the
 * latter two. Call it under the folder's lock, and not while PostgreSQL is being started.
 *
 * @returns whether PostgreSQL can be started now; false when it may be starting by itself
 */
export async function clearStaleMark(clusterFolder: string): Promise<boolean> {
  const file = fileIn(clusterFolder);
  const content = await readFile(file, "utf8").catch(() => null);
  if (content === null) return true;
  const found = parsePostmasterFile(content);
  const isInUse = found === null ? await isFresh(file) : await isLive(found, clusterFolder);
  if (!isInUse) await rm(file, { force: true });
  return !isInUse;
}

/** @returns null when the file is not whole, as after a crash while it was written */
export function parsePostmasterFile(content: string): Postmaster | null {
  // Lines: pid, folder, start, port, socket folder, address, shared memory, status.
  const lines = content.split("\n").map((line) => line.trim());
  const [pid, startedAt, port] = [lines[0], lines[2], lines[3]].map(Number);
  if (!pid || !startedAt || !port) return null;
  return { pid, startedAt, port, ready: lines[7] === "ready" };
}

function fileIn(clusterFolder: string): string {
  return path.join(clusterFolder, "postmaster.pid");
}

async function isFresh(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => null);
  return found !== null && Date.now() - found.mtimeMs < UNWRITTEN_FOR_MS;
}

async function isLive({ pid }: Postmaster, clusterFolder: string): Promise<boolean> {
  return (await isProcessAlive(pid)) && (await runsIn(pid, clusterFolder));
}

/** PostgreSQL always runs in its cluster's folder, so a number that another process got later is told apart. */
async function runsIn(pid: number, clusterFolder: string): Promise<boolean> {
  if (process.platform !== "linux") return true;
  return (await processFolder(pid)) === (await realpath(clusterFolder));
}
