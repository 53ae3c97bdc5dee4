import { browsersPresent } from "./browsers";
import { builds } from "./build";
import { lint, types } from "./checks";
import { runSteps } from "./run-steps";
import { tests } from "./step";

const browsers = browsersPresent(["chromium", "firefox"]);
const building = builds();
const built = building.map(({ name }) => name);

// The longest first, so that all end together; what needs no build fills the time of the builds. Browser tests mostly
// wait, so that two cores take three steps at once.
process.exitCode = await runSteps(
  [
    browsers,
    ...building,
    lint(),
    tests("browser tests of the desk", ["desk"], [...built, browsers.name]),
    tests("browser tests in Chromium", ["chromium"], [...built, browsers.name]),
    types(),
    tests("server tests", ["server"]),
    tests("unit tests and conventions", ["unit*", "conventions"]),
    tests("faults", ["faults"], built),
    tests("browser tests in Firefox", ["firefox"], [...built, browsers.name]),
    tests("conventions of the products", ["built"], built),
  ],
  3,
  (text) => process.stdout.write(text),
);
