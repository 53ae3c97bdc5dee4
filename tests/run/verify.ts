import { lint, types } from "./checks";
import { runSteps } from "./run-steps";
import { tests } from "./step";

// What a person runs before every commit: no database, no browser, under half a minute.
process.exitCode = await runSteps(
  [lint(), types(), tests("unit tests and conventions", ["unit", "conventions"])],
  2,
  (text) => process.stdout.write(text),
);
