import { types } from "./checks";
import { runSteps } from "./run-steps";

process.exitCode = await runSteps([types()], 1, (text) => process.stdout.write(text));
