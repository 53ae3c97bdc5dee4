import { parseArgs } from "node:util";
import { pino } from "pino";
import { createDeps } from "../src/create-deps";
import { openDatabase } from "../src/db/open-database";
import { readEnv } from "../src/env";
import { findSeeders } from "../src/seed/find-seeders";
import { seedComplaints } from "../src/seed/seed-complaints";
import { StartRefusal } from "../src/start-refusal";

/*
 * `pnpm seed N [--seed WORD]`: invented people's complaints, in Russian and English, registered in
 * the installation that the environment names. It may run beside the server.
 */

const MOST = 10_000;

try {
  await seed(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof StartRefusal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

async function seed(args: readonly string[]): Promise<void> {
  const { count, word } = readArguments(args);
  const env = readEnv(process.env);
  const { db, close } = await openDatabase(env);
  try {
    const deps = createDeps(db, env, pino({ level: "silent" }));
    const { callers, topics } = await findSeeders(deps);
    if (callers.length === 0) {
      throw new StartRefusal(
        "There is nobody to register for yet: run `pnpm start`, open the set-up link, then seed again.",
      );
    }
    const { registered, closed } = await seedComplaints(deps, callers, { count, seed: word, topics });
    const numbers = registered.map(({ incomingNumber }) => incomingNumber).sort();
    process.stdout.write(
      `Registered ${registered.length} invented complaints, No. ${numbers[0]} to ${numbers.at(-1)}; ` +
        `${closed} of them are closed. Again with the same texts: --seed ${word}\n`,
    );
  } finally {
    await close();
  }
}

function readArguments(args: readonly string[]): { count: number; word: string } {
  const usage = `Say how many complaints to invent, from 1 to ${MOST}: pnpm seed 50 [--seed WORD]`;
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { seed: { type: "string" } },
      allowPositionals: true,
    });
    const count = Number(positionals[0]);
    if (positionals.length !== 1 || !Number.isInteger(count) || count < 1 || count > MOST) {
      throw new StartRefusal(usage);
    }
    return { count, word: values.seed ?? Date.now().toString(36) };
  } catch (error) {
    if (error instanceof StartRefusal) throw error;
    throw new StartRefusal(usage, { cause: error });
  }
}
