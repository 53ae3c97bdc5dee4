import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { openOwnedPostgres } from "../../server/src/db/owned/owned-postgres";

export interface TestCluster {
  /** Of an owner that may create databases. */
  readonly url: string;
  stop(): Promise<void>;
}

/** One PostgreSQL for a whole test run: that of `DATABASE_URL`, else the server's own kind in a temporary folder. */
export async function startTestCluster(): Promise<TestCluster> {
  const given = process.env.DATABASE_URL;
  if (given !== undefined && given !== "") return { url: given, stop: async () => {} };
  const folder = await mkdtemp(path.join(tmpdir(), "otklik-cluster-"));
  const owned = await openOwnedPostgres(folder);
  await waitForNoDisk(owned.url);
  return {
    url: owned.url,
    async stop() {
      await owned.leave();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Nothing here outlives the run; what a power cut leaves is the matter of `tests/faults`, on servers of their own. */
async function waitForNoDisk(url: string): Promise<void> {
  const sql = postgres(url, { max: 1 });
  try {
    await sql`ALTER ROLE ALL SET synchronous_commit = off`;
  } finally {
    await sql.end();
  }
}
