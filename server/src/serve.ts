import path from "node:path";
import type { Logger } from "pino";
import { createApp } from "./app";
import { createRegistrar } from "./complaints/registrar";
import { openDatabase } from "./db/open-database";
import { organisations } from "./db/schema";
import type { Deps } from "./deps";
import type { Env } from "./env";
import { createFolderStore } from "./evidence/folder-store";
import { listen } from "./http-server";
import { createSetupLink } from "./people/create-setup-link";

export interface RunningServer {
  /** By which an organisation is made; null when there is one already. */
  readonly setupLink: string | null;
  /** Finishes what was begun, then lets the database go. */
  close(): Promise<void>;
}

/**
 * Opens the database, brings it up to date and answers requests.
 *
 * @throws StartRefusal with one sentence when it cannot
 */
export async function serve(env: Env, log: Logger): Promise<RunningServer> {
  const opened = await openDatabase(env, {
    onRevive: (error) => log.error({ err: error }, "the database has gone, starting it again"),
  });
  try {
    const { db } = opened;
    const deps: Deps = {
      db,
      env,
      log,
      files: createFolderStore(path.join(env.dataDir, "files")),
      registrar: createRegistrar(db),
      now: () => new Date(),
    };
    const server = await listen(createApp(deps).fetch, env);
    return {
      setupLink: await setupLinkWhenEmpty(deps),
      async close() {
        await server.close();
        await opened.close();
      },
    };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

async function setupLinkWhenEmpty(deps: Deps): Promise<string | null> {
  const found = await deps.db.select({ id: organisations.id }).from(organisations).limit(1);
  return found.length > 0 ? null : (await createSetupLink(deps)).url;
}
