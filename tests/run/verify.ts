import { lint, types } from "./checks";
import { runSteps } from "./run-steps";
import { tests } from "./step";

// What a person runs before every commit: no database, no browser, under half a minute.
process.exitCode = await runSteps(
  [tests("unit tests and conventions", ["unit*", "conventions"]), lint(), types()],
  2,
  (text) => process.stdout.write(text),
);
