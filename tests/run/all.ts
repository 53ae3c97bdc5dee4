import { browsersPresent } from "./browsers";
import { buildExtension, buildServer } from "./build";
import { lint, types } from "./checks";
import { runSteps } from "./run-steps";
import { tests } from "./step";

const server = buildServer();
const extension = buildExtension();
const browsers = browsersPresent(["chromium", "firefox"]);
const built = [server.name, extension.name];

// The order is that of the longest way first, so that two cores end together.
process.exitCode = await runSteps(
  [
    browsers,
    server,
    extension,
    lint(),
    types(),
    tests("unit tests and conventions", ["unit", "conventions"]),
    tests("browser tests in Chromium", ["chromium"], [...built, browsers.name]),
    tests("server tests", ["server"]),
    tests("browser tests in Firefox", ["firefox"], [...built, browsers.name]),
    tests("faults", ["faults"], [server.name]),
    tests("conventions of the products", ["built"], built),
  ],
  2,
  (text) => process.stdout.write(text),
);
