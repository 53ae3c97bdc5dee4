import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { inArray } from "drizzle-orm";
import { pino } from "pino";
import { createAdmin } from "../../server/src/admin/create-admin";
import { createDeps } from "../../server/src/create-deps";
import { openDatabase } from "../../server/src/db/open-database";
import { openOwnedPostgres } from "../../server/src/db/owned/owned-postgres";
import { people } from "../../server/src/db/schema";
import type { Deps } from "../../server/src/deps";
import type { Env } from "../../server/src/env";
import { createPasswords } from "../../server/src/people/passwords";
import { startSession } from "../../server/src/people/start-session";
import { StartRefusal } from "../../server/src/start-refusal";
import { serverRoot } from "../../server/src/workspace";
import { until } from "../support/until";

/** The server to try with, and somebody who is signed in at it. */
export interface TriedRegister {
  readonly url: string;
  /** Of the person's session. */
  readonly cookie: { readonly name: string; readonly value: string };
  /** Of the person who was made for it; null at a server that was running. */
  readonly credentials: { readonly email: string; readonly password: string } | null;
  /** Ends the server if it was started here. */
  close(): Promise<void>;
}

const VISIT = { address: "127.0.0.1", userAgent: null };
const SAMPLE = { email: "try@otklik.test", name: "Try", organisation: "Otklik" };

/**
 * Takes the server that runs and somebody who is there; else starts one with a register of its own,
 * which is thrown away at the end: trying out must leave nothing in the register that will be used.
 *
 * @throws StartRefusal when nobody has set up the running server yet
 */
export async function openRegister(env: Env): Promise<TriedRegister> {
  if (await answers(env.publicUrl)) return openRunning(env);
  const dataDir = await mkdtemp(path.join(tmpdir(), "otklik-try-"));
  const throwAway = async () => {
    await (await openOwnedPostgres(dataDir)).leave();
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
  };
  const own: Env = { ...env, dataDir, databaseUrl: null };
  const started = await start(own).catch(async (error: unknown) => {
    await throwAway();
    throw error;
  });
  const close = async () => {
    await end(started);
    await throwAway();
  };
  try {
    const password = randomBytes(9).toString("base64url");
    const cookie = await withDeps(own, async (deps) => {
      await createAdmin(deps, createPasswords(), { ...SAMPLE, password });
      return sessionCookie(own, deps);
    });
    return { url: own.publicUrl, cookie, credentials: { email: SAMPLE.email, password }, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openRunning(env: Env): Promise<TriedRegister> {
  const cookie = await withDeps(env, (deps) => sessionCookie(env, deps));
  return { url: env.publicUrl, cookie, credentials: null, close: async () => {} };
}

async function withDeps<Result>(env: Env, work: (deps: Deps) => Promise<Result>): Promise<Result> {
  const { db, close } = await openDatabase(env);
  try {
    return await work(createDeps(db, env, pino({ level: "silent" })));
  } finally {
    await close();
  }
}

async function answers(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function start({ publicUrl: url, dataDir }: Env): Promise<ChildProcess> {
  const { DATABASE_URL: _theirs, ...environment } = process.env;
  const server = spawn(process.execPath, [path.join(serverRoot, "dist", "main.js")], {
    env: { ...environment, DATA_DIR: dataDir },
    stdio: ["ignore", "ignore", "pipe"],
  });
  // Whatever ends this process must not leave the server behind.
  process.once("exit", () => server.kill("SIGTERM"));
  let log = "";
  server.stderr.on("data", (chunk: Buffer) => {
    log += chunk.toString();
  });
  await until("the server to be ready", async () => server.exitCode !== null || (await answers(url)));
  if (server.exitCode !== null) throw new StartRefusal(log.trim());
  server.stderr.removeAllListeners("data").resume();
  return server;
}

/** Signs the first person in whom the register knows. */
async function sessionCookie(env: Env, { across, tenants }: Deps): Promise<TriedRegister["cookie"]> {
  const orgs = await across.organisationIds();
  const token = await tenants.within(orgs, async (tx) => {
    const [person] = await tx
      .select({ orgId: people.orgId, personId: people.id })
      .from(people)
      .where(inArray(people.orgId, [...orgs]))
      .orderBy(people.createdAt)
      .limit(1);
    if (person === undefined) {
      throw new StartRefusal(
        `Nobody has set up the server at ${env.publicUrl} yet: open its set-up link first, or stop it to try without it.`,
      );
    }
    const session = await startSession(tx, person, new Date(), "password", VISIT);
    return session.token;
  });
  return { name: env.publicUrl.startsWith("https:") ? "__Host-otklik" : "otklik", value: token };
}

async function end(server: ChildProcess | null): Promise<void> {
  if (server === null || server.exitCode !== null) return;
  server.kill("SIGTERM");
  await once(server, "exit");
}
