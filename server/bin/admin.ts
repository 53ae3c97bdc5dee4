import { text } from "node:stream/consumers";
import { pino } from "pino";
import { type AdminCommand, readAdminCommand, USAGE, UsageError } from "../src/admin/admin-command";
import { AdminRefusal } from "../src/admin/admin-refusal";
import { runAdmin } from "../src/admin/run-admin";
import { createDeps } from "../src/create-deps";
import { openDatabase } from "../src/db/open-database";
import { readEnv } from "../src/env";
import { createPasswords } from "../src/people/passwords";
import { StartRefusal } from "../src/start-refusal";

/*
 * `pnpm admin …`, on the server's own machine, beside the running server or without it. Prints what was
 * asked for and nothing else; a refusal is one sentence on the error stream.
 */

try {
  const printed = await run(readAdminCommand(process.argv.slice(2)));
  if (printed !== null) process.stdout.write(`${printed}\n`);
} catch (error) {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n${USAGE}\n`);
    process.exitCode = 2;
  } else if (error instanceof AdminRefusal || error instanceof StartRefusal) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  } else throw error;
}

async function run(command: AdminCommand): Promise<string | null> {
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
