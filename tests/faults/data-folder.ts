import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { isProcessAlive, parentOf } from "../../server/src/db/owned/process-state";
import { until } from "../support/until";
import { endServers } from "./server-child";

/** A folder for servers that own their database. */
export interface DataFolder {
  readonly path: string;
  /** Of the database's first process; null when none is written down. */
  postmaster(): Promise<number | null>;
  /** As when the machine is cut off: every process of the database at once, without a last word. */
  killDatabase(): Promise<void>;
  /** Ends everything that runs on it and removes it. */
  remove(): Promise<void>;
}

/** Made empty; the servers put everything into it themselves. */
export async function makeDataFolder(): Promise<DataFolder> {
  const folder = await mkdtemp(path.join(tmpdir(), "otklik-fault-"));
  const cluster = path.join(folder, "postgres", "cluster");

  const postmaster = async () => {
    const content = await readFile(path.join(cluster, "postmaster.pid"), "utf8").catch(() => null);
    return content === null ? null : Number(content.split("\n")[0]);
  };

  const killDatabase = async () => {
    const first = await postmaster();
    if (first === null) return;
    const all = [first, ...(await childrenOf(first))];
    // The first process at first: it would start others in the place of those that are gone.
    for (const pid of all) kill(pid);
    await until("the database's processes to be gone", async () => {
      const alive = await Promise.all(all.map(isProcessAlive));
      return !alive.includes(true);
    });
  };

  return {
    path: folder,
    postmaster,
    killDatabase,
    async remove() {
      await endServers();
      await killDatabase();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function childrenOf(parent: number): Promise<number[]> {
  const pids = (await readdir("/proc")).map(Number).filter((pid) => pid > 0);
  const parents = await Promise.all(pids.map(parentOf));
  return pids.filter((_pid, place) => parents[place] === parent);
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It was gone by itself.
  }
}
