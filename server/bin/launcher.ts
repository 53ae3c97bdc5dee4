import { readFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { isProcessAlive, parentOf } from "../src/db/owned/process-state";

const LAUNCHER = /\b(npm|npx|pnpm|tsx)\b/;
const LOOK_EVERY_MS = 500;

/**
 * Waits until the command that a person typed has ended. `npx` does not pass on the signal that ends
 * it, and the server would live on without anybody knowing. Only where processes can be seen (Linux);
 * elsewhere it waits for ever.
 */
export async function whenLauncherEnds(): Promise<void> {
  const launcher = await topLauncher(process.ppid);
  if (launcher === null) return new Promise(() => {});
  while (await isProcessAlive(launcher)) await wait(LOOK_EVERY_MS, undefined, { ref: false });
}

/** The highest of the programs that started each other for `pnpm start`. */
async function topLauncher(pid: number): Promise<number | null> {
  const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  if (!LAUNCHER.test(command)) return null;
  const parent = await parentOf(pid);
  return (parent === null ? null : await topLauncher(parent)) ?? pid;
}
