import { readFile, readlink } from "node:fs/promises";

/**
 * Whether a process runs. A zombie does not, though signals still reach its number: where nobody
 * reaps, a killed process stays one for ever.
 */
export async function isProcessAlive(pid: number): Promise<boolean> {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // A process of another user answers EPERM.
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  const state = (await statFields(pid))?.[0];
  return state !== "Z" && state !== "X";
}

/** When it started, in the kernel's ticks: tells a process from a later one of the same number. Null where unknown. */
export async function processStartedAt(pid: number): Promise<string | null> {
  return (await statFields(pid))?.[19] ?? null;
}

/** Null where the system does not tell. */
export async function parentOf(pid: number): Promise<number | null> {
  const parent = Number((await statFields(pid))?.[1]);
  return parent > 0 ? parent : null;
}

/** The folder in which a process runs; null where the system does not tell. */
export async function processFolder(pid: number): Promise<string | null> {
  return readlink(`/proc/${pid}/cwd`).catch(() => null);
}

/** The fields of /proc/PID/stat from the state on; the name before them may hold spaces and brackets. */
async function statFields(pid: number): Promise<string[] | null> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  return stat === null ? null : stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}
