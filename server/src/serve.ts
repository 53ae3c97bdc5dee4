import type { Logger } from "pino";
import { createApp } from "./app";
import { createDeps } from "./create-deps";
import { openDatabase } from "./db/open-database";
import type { Deps } from "./deps";
import type { Env } from "./env";
import { startTidying } from "./evidence/tidy-files";
import { listen } from "./http-server";
import { createSetupLink } from "./people/create-setup-link";
import { warnOfSilentProvider } from "./sign-in/provider-organisation";

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
    const deps = createDeps(opened.db, env, log);
    // Beside the first requests, which need none of it.
    deps.sketcher
      .catchUp()
      .catch((error: unknown) => log.warn({ err: error }, "some texts have no sketch yet"));
    await warnOfSilentProvider(deps, log);
    const server = await listen(createApp(deps).fetch, env);
    const stopTidying = startTidying(deps);
    return {
      setupLink: await setupLinkWhenEmpty(deps),
      async close() {
        stopTidying();
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
  return (await deps.across.hasOrganisation()) ? null : (await createSetupLink(deps)).url;
}
