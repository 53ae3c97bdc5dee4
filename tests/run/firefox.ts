import { browsersPresent } from "./browsers";
import { builds } from "./build";
import { runSteps } from "./run-steps";
import { tests } from "./step";

const before = [browsersPresent(["firefox"]), ...builds()];

process.exitCode = await runSteps(
  [
    ...before,
    tests(
      "browser tests in Firefox",
      ["firefox"],
      before.map(({ name }) => name),
    ),
  ],
  2,
  (text) => process.stdout.write(text),
);
