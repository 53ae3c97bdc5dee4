import { randomUUID } from "node:crypto";
import { link, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { StartRefusal } from "../../start-refusal";
import { isProcessAlive, processStartedAt } from "./process-state";

/*
 * The lock is a row of files `lock-1`, `lock-2` … of which the highest counts. A new one is made
 * only over one that is released or whose process is gone, and only its maker removes lower ones:
 * so the highest never disappears, and breaking a dead process's lock cannot take away a live one.
 */

const NAME = /^lock-(\d+)$/;
const RELEASED = "released";
const PATIENCE_MS = 60_000;

/**
 * Runs `work` while no other process runs its own under the lock of this folder.
 *
 * @throws StartRefusal when another process holds the lock for a minute
 */
export async function withFolderLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  await mkdir(folder, { recursive: true });
  const file = await take(folder);
  try {
    return await work();
  } finally {
    await writeFile(file, RELEASED);
  }
}

async function take(folder: string): Promise<string> {
  const candidate = path.join(folder, `candidate-${randomUUID()}`);
  // Linked rather than written in place: a lock is never seen half written.
  await writeFile(candidate, await describeSelf(), { mode: 0o600 });
  try {
    const patientUntil = Date.now() + PATIENCE_MS;
    for (;;) {
      const highest = await highestLock(folder);
      if (highest === 0 || (await isFree(path.join(folder, `lock-${highest}`)))) {
        const file = path.join(folder, `lock-${highest + 1}`);
        if ((await linkOnce(candidate, file)) && (await highestLock(folder)) === highest + 1) {
          await removeBelow(folder, highest + 1);
          return file;
        }
      }
      if (Date.now() > patientUntil) {
        throw new StartRefusal(`Another server has been starting or stopping on ${folder} for a minute.`);
      }
      await wait(50);
    }
  } finally {
    await rm(candidate, { force: true });
  }
}

async function linkOnce(candidate: string, file: string): Promise<boolean> {
  try {
    await link(candidate, file);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

async function highestLock(folder: string): Promise<number> {
  const numbers = (await readdir(folder)).map((name) => Number(NAME.exec(name)?.[1] ?? 0));
  return Math.max(0, ...numbers);
}

async function removeBelow(folder: string, number: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const found = Number(NAME.exec(name)?.[1] ?? 0);
    if (found > 0 && found < number) await rm(path.join(folder, name), { force: true });
  }
}

/** A number alone would be taken for alive once another process has got it. */
async function describeSelf(): Promise<string> {
  return `${process.pid} ${(await processStartedAt(process.pid)) ?? ""}`;
}

async function isFree(file: string): Promise<boolean> {
  const content = await readFile(file, "utf8").catch(() => RELEASED);
  if (content === RELEASED) return true;
  const [pid, startedAt] = content.split(" ");
  if (!(await isProcessAlive(Number(pid)))) return true;
  return startedAt !== "" && startedAt !== ((await processStartedAt(Number(pid))) ?? "");
}
