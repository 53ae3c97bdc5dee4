import { text } from "node:stream/consumers";
import { pino } from "pino";
import type { AdminCommand } from "../src/admin/admin-command";
import { answerWords } from "../src/admin/answer-words";
import { runAdmin } from "../src/admin/run-admin";
import { createDeps } from "../src/create-deps";
import { openDatabase } from "../src/db/open-database";
import { readEnv } from "../src/env";
import { createPasswords } from "../src/people/passwords";
import { StartRefusal } from "../src/start-refusal";

/* `pnpm admin …`, on the server's own machine, beside the running server or without it. */

try {
  const { printed, said, status } = await answerWords(process.argv.slice(2), run);
  process.stdout.write(printed);
  process.stderr.write(said);
  process.exitCode = status;
} catch (error) {
  if (!(error instanceof StartRefusal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

async function run(command: AdminCommand): Promise<string> {
  const env = readEnv(process.env);
  const { db, close } = await openDatabase(env);
  try {
    const deps = createDeps(db, env, pino({ level: "silent" }));
    return await runAdmin(deps, createPasswords(), command, readPassword);
  } finally {
    await close();
  }
}

/** All of standard input without the line break that `echo` and editors add. */
async function readPassword(): Promise<string> {
  return (await text(process.stdin)).replace(/\r?\n$/, "");
}
