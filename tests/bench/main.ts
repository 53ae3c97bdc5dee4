import { builds } from "../run/build";
import { type ServerProcess, startBuiltServer } from "../support/built-server";
import { measureBadge } from "./badge";
import { measureBundles } from "./bundle-size";
import { measureCapture } from "./capture";
import { measureDueDates } from "./due";
import { measureProof } from "./proof";
import { measureRecount } from "./recount";
import { measureRegistration } from "./register";
import { progress } from "./report";
import { measureWarmStart } from "./warm-start";

/** `pnpm bench [register|badge|due|capture|proof|bundle|start …]`: all of them when none is named. */
const BENCHES = {
  register: () => withServer(measureRegistration),
  badge: () => withServer(measureBadge),
  due: async () => {
    measureDueDates();
    await withServer(measureRecount);
  },
  capture: measureCapture,
  proof: measureProof,
  bundle: async () => measureBundles(),
  start: measureWarmStart,
} as const satisfies Record<string, () => Promise<void>>;

type BenchName = keyof typeof BENCHES;

async function withServer(measure: (server: ServerProcess) => Promise<void>) {
  const server = await startBuiltServer();
  try {
    await measure(server);
  } finally {
    await server.close();
  }
}

async function main(named: readonly string[]): Promise<void> {
  const unknown = named.find((name) => !isBench(name));
  if (unknown !== undefined) {
    progress(`There is no bench "${unknown}"; there are ${Object.keys(BENCHES).join(", ")}.`);
    process.exitCode = 2;
    return;
  }
  for (const step of builds()) {
    progress(step.name);
    const built = await step.run();
    if (!built.ok) throw new Error(built.output);
  }
  for (const name of named.length === 0 ? Object.keys(BENCHES) : named) {
    if (isBench(name)) await BENCHES[name]();
  }
}

function isBench(name: string): name is BenchName {
  return Object.hasOwn(BENCHES, name);
}

await main(process.argv.slice(2));
