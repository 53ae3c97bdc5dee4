import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import path from "node:path";
import { pino } from "pino";
import { createAdmin } from "../../server/src/admin/create-admin";
import { createDeps } from "../../server/src/create-deps";
import type { Database } from "../../server/src/db/client";
import { openDatabase } from "../../server/src/db/open-database";
import { people } from "../../server/src/db/schema";
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
  /** What to tell about the person who was made; null when there was somebody. */
  readonly credentials: { readonly email: string; readonly password: string } | null;
  /** Ends the server if it was started here. */
  close(): Promise<void>;
}

const SAMPLE = { email: "try@otklik.test", name: "Try", organisation: "Otklik" };

/** Takes the server that runs, else starts it; makes an organisation and its admin when there is none. */
export async function openRegister(env: Env): Promise<TriedRegister> {
  const started = (await answers(env.publicUrl)) ? null : await start(env.publicUrl);
  try {
    const { db, close } = await openDatabase(env);
    try {
      const password = randomBytes(9).toString("base64url");
      const isMade = await makeSomebody(env, db, password);
      return {
        url: env.publicUrl,
        cookie: await sessionCookie(env, db),
        credentials: isMade ? { email: SAMPLE.email, password } : null,
        close: () => end(started),
      };
    } finally {
      await close();
    }
  } catch (error) {
    await end(started);
    throw error;
  }
}

async function answers(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function start(url: string): Promise<ChildProcess> {
  const server = spawn(process.execPath, [path.join(serverRoot, "dist", "main.js")], {
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

async function makeSomebody(env: Env, db: Database, password: string): Promise<boolean> {
  const [somebody] = await db.select({ id: people.id }).from(people).limit(1);
  if (somebody !== undefined) return false;
  const deps = createDeps(db, env, pino({ level: "silent" }));
  await createAdmin(deps, createPasswords(), { ...SAMPLE, password });
  return true;
}

async function sessionCookie(env: Env, db: Database): Promise<TriedRegister["cookie"]> {
  const [person] = await db
    .select({ orgId: people.orgId, personId: people.id })
    .from(people)
    .orderBy(people.createdAt)
    .limit(1);
  if (person === undefined) throw new Error("There is nobody at the register");
  const { token } = await startSession(db, person, new Date());
  return { name: env.publicUrl.startsWith("https:") ? "__Host-otklik" : "otklik", value: token };
}

async function end(server: ChildProcess | null): Promise<void> {
  if (server === null || server.exitCode !== null) return;
  server.kill("SIGTERM");
  await once(server, "exit");
}
