import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, inject } from "vitest";
import { connect, type Database } from "../../server/src/db/client";
import { copyTemplate, type DatabaseAddress, dropDatabase } from "./database-template";
// Brings the type of what the global set-up provides, for whoever imports this file alone.
import type {} from "./global-database";

/** A fresh, migrated database of the test file. */
export interface TestDatabase {
  /** As the server sees it: by the role that owns nothing, and sees no row but of a transaction's organisations. */
  readonly app: Database;
  /** As its owner sees it: for making what a test begins with, and for looking behind the server's back. */
  readonly db: Database;
  /** The same for plain SQL. */
  readonly owner: Sql;
  readonly address: DatabaseAddress;
}

/**
 * Gives the test file a database of its own, dropped when it ends. Call it at the top level or in a
 * `describe`; what it returns is there from the first `beforeAll` on.
 */
export function useDatabase(): TestDatabase {
  let open: TestDatabase | undefined;
  const get = (): TestDatabase => {
    if (open === undefined) throw new Error("The database is there only while tests and their hooks run");
    return open;
  };

  beforeAll(async () => {
    const address = await copyTemplate(inject("databaseTemplate"));
    open = {
      address,
      app: connect(address.appUrl),
      db: connect(address.ownerUrl, { connections: 4 }),
      owner: postgres(address.ownerUrl, { max: 4, onnotice: () => {} }),
    };
  });

  afterAll(async () => {
    if (open === undefined) return;
    const clients = [open.app.$client, open.db.$client, open.owner];
    await Promise.all(clients.map((client) => client.end({ timeout: 1 })));
    await dropDatabase(open.address);
  });

  return {
    get app() {
      return get().app;
    },
    get db() {
      return get().db;
    },
    get owner() {
      return get().owner;
    },
    get address() {
      return get().address;
    },
  };
}
