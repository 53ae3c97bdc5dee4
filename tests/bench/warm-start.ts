import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { ROOT } from "../run/step";
import { freePort } from "../support/free-port";
import { median, report } from "./report";

const STARTS = 3;

/** Seconds from `pnpm start` to its printed address, when everything has been built and there is a database. */
export async function measureWarmStart(): Promise<void> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "otklik-start-"));
  try {
    await start(dataDir);
    const seconds: number[] = [];
    for (let n = 0; n < STARTS; n++) seconds.push(await start(dataDir));
    report("start.warm_s", median(seconds), "s", STARTS);
  } finally {
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function start(dataDir: string): Promise<number> {
  const begin = performance.now();
  const port = await freePort();
  const child = spawn("npx", ["-y", "pnpm@12.21.0", "start"], {
    cwd: ROOT,
    env: { ...process.env, DATA_DIR: dataDir, PORT: String(port) },
    stdio: ["ignore", "pipe", "inherit"],
    // A group of its own, so that ending it ends all that it started.
    detached: true,
  });
  const ended = once(child, "exit");
  let printed = "";
  // Read to the end, also after the address: what still prints must not meet a closed pipe.
  const told = new Promise<void>((resolve) => {
    child.stdout.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.includes(`http://127.0.0.1:${port}`)) resolve();
    });
  });
  await Promise.race([told, ended]);
  if (child.exitCode !== null) throw new Error(`The start ended by itself:\n${printed}`);
  const seconds = (performance.now() - begin) / 1000;
  if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGTERM");
  await ended;
  return seconds;
}
