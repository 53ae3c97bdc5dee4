import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { freePort } from "../support/free-port";
import { until } from "../support/until";

const BUNDLE = fileURLToPath(new URL("../../server/dist/main.js", import.meta.url));

/** One process of the built server; a test starts as many as it needs. */
export interface ServerChild {
  readonly url: string;
  readonly pid: number;
  /** What it has printed and logged. */
  output(): string;
  /** Resolves when it answers; throws with its output when it ends before. */
  ready(): Promise<void>;
  /** Sends the signal and waits for the end. @returns the exit status; null when the signal ended it */
  end(signal: NodeJS.Signals): Promise<number | null>;
  /** Waits for the end. */
  exit(): Promise<number | null>;
}

/** Environment variables. */
interface Settings {
  readonly DATA_DIR?: string;
  readonly DATABASE_URL?: string;
  readonly PORT?: string;
  readonly TRUSTED_PROXIES?: string;
  readonly INGEST_LIMIT?: string;
  readonly NODE_OPTIONS?: string;
}

const running = new Set<ChildProcess>();

/** Starts it without waiting; nothing of the machine's own settings reaches it. */
export async function spawnServer(settings: Settings): Promise<ServerChild> {
  const port = settings.PORT ?? String(await freePort());
  const url = `http://127.0.0.1:${port}`;
  const { PATH, HOME, TMPDIR, SystemRoot } = process.env;
  const child = spawn(process.execPath, [BUNDLE], {
    // Tests register faster than a person's device may.
    env: { PATH, HOME, TMPDIR, SystemRoot, INGEST_LIMIT: "9999999", ...settings, PORT: port },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const ended = once(child, "close").then(() => {
    running.delete(child);
    return child.exitCode;
  });
  return {
    url,
    get pid() {
      if (child.pid === undefined) throw new Error("The server could not be started");
      return child.pid;
    },
    output: () => output,
    async ready() {
      await until("the server to be ready", async () => {
        if (!running.has(child)) return "ended";
        return (await fetch(`${url}/readyz`)).ok;
      });
      if (!running.has(child)) throw new Error(`The server ended:\n${output}`);
    },
    end(signal) {
      child.kill(signal);
      return ended;
    },
    exit: () => ended,
  };
}

/** Ends what a failed test has left behind. */
export async function endServers(): Promise<void> {
  await Promise.all(
    [...running].map((child) => {
      child.kill("SIGKILL");
      return once(child, "close");
    }),
  );
}
