import { browsersPresent } from "./browsers";
import { builds } from "./build";
import { runSteps } from "./run-steps";
import { tests } from "./step";

const before = [browsersPresent(["chromium"]), ...builds()];
const built = before.map(({ name }) => name);

process.exitCode = await runSteps(
  [
    ...before,
    tests("browser tests of the desk", ["desk"], built),
    tests("browser tests in Chromium", ["chromium"], built),
  ],
  2,
  (text) => process.stdout.write(text),
);
