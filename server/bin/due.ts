import { readFile } from "node:fs/promises";
import { dueCommand } from "../src/deadlines/due-command";
import { DueRefusal } from "../src/deadlines/due-command-options";

/*
 * `pnpm --silent due …`: prints what was asked for and nothing else; what cannot be counted is one sentence on
 * the error stream and exit status 2.
 */

try {
  const printed = await dueCommand(process.argv.slice(2), (path) => readFile(path, "utf8"));
  process.stdout.write(`${printed}\n`);
} catch (error) {
  if (!(error instanceof DueRefusal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
