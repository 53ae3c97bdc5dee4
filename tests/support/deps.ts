import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pino } from "pino";
import { afterAll, beforeAll } from "vitest";
import { createApp } from "../../server/src/app";
import { createDeps } from "../../server/src/create-deps";
import type { Deps } from "../../server/src/deps";
import { type TestDatabase, useDatabase } from "./database";

/** What verbs work with, on the test file's own database and folder. */
export interface TestDeps {
  readonly deps: Deps;
  /** The whole server on these; `app.request(path, init)` asks it. */
  readonly app: ReturnType<typeof createApp>;
  readonly database: TestDatabase;
  /** From here on the process's clock stands at this instant; null lets it run again. */
  setClock(at: Date | null): void;
}

/** Gives the test file its own `Deps`; call it where `useDatabase` may be called. */
export function useDeps(): TestDeps {
  const database = useDatabase();
  let folder = "";
  let clock: Date | null = null;
  let made: { readonly deps: Deps; readonly app: ReturnType<typeof createApp> } | undefined;
  const get = () => {
    if (made === undefined) throw new Error("The deps are there only while tests and their hooks run");
    return made;
  };

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "otklik-deps-"));
    const env = {
      host: "127.0.0.1",
      port: 8787,
      dataDir: folder,
      databaseUrl: database.address.appUrl,
      publicUrl: "http://127.0.0.1:8787",
      trustedProxies: [],
      ingestLimit: 9_999_999,
      evidenceQuotaBytes: 1024 ** 3,
      mail: null,
      oidc: null,
    };
    const deps: Deps = {
      ...createDeps(database.app, env, pino({ level: "silent" })),
      now: () => clock ?? new Date(),
    };
    made = { deps, app: createApp(deps) };
  });

  afterAll(async () => {
    if (folder !== "") await rm(folder, { recursive: true, force: true });
  });

  return {
    database,
    get deps() {
      return get().deps;
    },
    get app() {
      return get().app;
    },
    setClock(at) {
      clock = at;
    },
  };
}
