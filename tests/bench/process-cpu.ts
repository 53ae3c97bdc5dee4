import { existsSync, readdirSync, readFileSync } from "node:fs";

/** Clock ticks a second in `/proc`; the same on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;

interface ProcessTimes {
  readonly parent: number;
  /** Its own and that of its children that have ended and been waited for. */
  readonly ticks: number;
}

/** Whether this system tells the processor time of other processes. */
export function cpuTimesAreKnown(): boolean {
  return existsSync("/proc/self/stat");
}

/**
 * Processor time, user and system, that processes and all their descendants have used so far.
 *
 * @returns seconds, in hundredths
 */
export function cpuSecondsOf(roots: readonly number[]): number {
  const all = new Map<number, ProcessTimes>();
  for (const name of readdirSync("/proc")) {
    const times = /^\d+$/.test(name) ? timesOf(name) : null;
    if (times !== null) all.set(Number(name), times);
  }
  let ticks = 0;
  for (const [pid, times] of all) if (isBelow(pid, roots, all)) ticks += times.ticks;
  return ticks / TICKS_PER_SECOND;
}

/** @throws Error when there is no such process */
export function parentOf(pid: number): number {
  const times = timesOf(String(pid));
  if (times === null) throw new Error(`There is no process ${pid}`);
  return times.parent;
}

function timesOf(pid: string): ProcessTimes | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name stands in parentheses and may itself hold spaces and parentheses.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [parent, user, system, waitedUser, waitedSystem] = [1, 11, 12, 13, 14].map((i) =>
      Number(fields[i]),
    );
    if (parent === undefined) return null;
    return { parent, ticks: (user ?? 0) + (system ?? 0) + (waitedUser ?? 0) + (waitedSystem ?? 0) };
  } catch {
    return null;
  }
}

function isBelow(pid: number, roots: readonly number[], all: ReadonlyMap<number, ProcessTimes>): boolean {
  for (let at: number | undefined = pid; at !== undefined && at > 0; at = all.get(at)?.parent) {
    if (roots.includes(at)) return true;
  }
  return false;
}
