import type { ServerChild } from "../../faults/server-child";
import { until } from "../../support/until";

/** Printed at `SIGUSR2` by a server that was started with `LOOP_DELAY_OPTIONS`; begins anew with every print. */
const SCRIPT = `
import { monitorEventLoopDelay } from "node:perf_hooks";
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
process.on("SIGUSR2", () => {
  process.stderr.write("event loop delay p99 " + delay.percentile(99) / 1e6 + " max " + delay.max / 1e6 + "\\n");
  delay.reset();
});`;

/** `NODE_OPTIONS` by which a server measures in its own process how long it keeps others waiting. */
export const LOOP_DELAY_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(SCRIPT)}`;

export interface LoopDelay {
  readonly p99Ms: number;
  readonly maxMs: number;
}

/** The server's delays since it was asked last. */
export async function readLoopDelay(server: ServerChild): Promise<LoopDelay> {
  const before = server.output().length;
  process.kill(server.pid, "SIGUSR2");
  const [, p99, max] = await until("the event loop's delay", () =>
    /event loop delay p99 ([\d.]+) max ([\d.]+)\n/.exec(server.output().slice(before)),
  );
  return { p99Ms: Number(p99), maxMs: Number(max) };
}
