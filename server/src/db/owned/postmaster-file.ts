import { readFile, realpath, rm } from "node:fs/promises";
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

/**
 * The live PostgreSQL of a cluster's folder. A file that a dead, zombie or foreign process left is
 * removed, since PostgreSQL refuses to start over the latter two. Call it under the folder's lock.
 */
export async function findPostmaster(clusterFolder: string): Promise<Postmaster | null> {
  const file = path.join(clusterFolder, "postmaster.pid");
  const content = await readFile(file, "utf8").catch(() => null);
  if (content === null) return null;
  const found = parsePostmasterFile(content);
  if (found !== null && (await isProcessAlive(found.pid)) && (await runsIn(found.pid, clusterFolder))) {
    return found;
  }
  await rm(file, { force: true });
  return null;
}

/** @returns null when the file is not whole, as after a crash while it was written */
export function parsePostmasterFile(content: string): Postmaster | null {
  // Lines: pid, folder, start, port, socket folder, address, shared memory, status.
  const lines = content.split("\n").map((line) => line.trim());
  const [pid, startedAt, port] = [lines[0], lines[2], lines[3]].map(Number);
  if (!pid || !startedAt || !port) return null;
  return { pid, startedAt, port, ready: lines[7] === "ready" };
}

/** PostgreSQL always runs in its cluster's folder, so a number that another process got later is told apart. */
async function runsIn(pid: number, clusterFolder: string): Promise<boolean> {
  if (process.platform !== "linux") return true;
  return (await processFolder(pid)) === (await realpath(clusterFolder));
}
