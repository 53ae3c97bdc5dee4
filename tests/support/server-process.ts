import { inject } from "vitest";
import { type BuiltServerOptions, type ServerProcess, startBuiltServer } from "./built-server";
import { copyTemplate, dropDatabase } from "./database-template";
// Brings the type of what the global set-up provides, for whoever imports this file alone.
import type {} from "./global-database";

export type { ServerProcess } from "./built-server";

/** Starts the built server for the tests of one file, on a fresh copy of the run's database. */
export async function startServer(
  host: BuiltServerOptions["host"] = "127.0.0.1",
  settings: BuiltServerOptions["settings"] = {},
): Promise<ServerProcess> {
  const address = await copyTemplate(inject("databaseTemplate"));
  try {
    const server = await startBuiltServer({ host, databaseUrl: address.ownerUrl, settings });
    const { close } = server;
    return Object.assign(server, {
      async close() {
        await close();
        await dropDatabase(address);
      },
    });
  } catch (error) {
    await dropDatabase(address);
    throw error;
  }
}
