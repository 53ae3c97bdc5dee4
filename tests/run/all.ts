import { browsersPresent } from "./browsers";
import { builds } from "./build";
import { lint, types } from "./checks";
import { runSteps } from "./run-steps";
import { tests } from "./step";

const browsers = browsersPresent(["chromium", "firefox"]);
const building = builds();
const built = building.map(({ name }) => name);

// The order is that of the longest way first, so that all end together. Browser tests mostly wait, so that two cores
// take three steps at once.
process.exitCode = await runSteps(
  [
    browsers,
    ...building,
    lint(),
    types(),
    tests("unit tests and conventions", ["unit*", "conventions"]),
    tests("browser tests in Chromium", ["chromium"], [...built, browsers.name]),
    tests("browser tests of the desk", ["desk"], [...built, browsers.name]),
    tests("server tests", ["server"]),
    tests("browser tests in Firefox", ["firefox"], [...built, browsers.name]),
    tests("faults", ["faults"], built),
    tests("conventions of the products", ["built"], built),
  ],
  3,
  (text) => process.stdout.write(text),
);
