import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { COUNTS_FILE, type Counts } from "./counting-reporter";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export interface Outcome {
  readonly ok: boolean;
  /** Tests counted; both 0 for a step that counts none. */
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Of those that passed, the ones that failed at first: what they are called, and what was wrong. */
  readonly unsteady?: readonly string[];
  /** Of those that failed, the same. */
  readonly failures?: readonly string[];
  /** Everything that the commands printed. */
  readonly output: string;
}

export interface Step {
  readonly name: string;
  /** Names of the steps that must have ended well before this one can mean anything. */
  readonly after?: readonly string[];
  run(): Promise<Outcome>;
}

/** A step that runs commands one after another and stops at the first that fails. */
export function commands(
  name: string,
  lines: readonly (readonly [command: string, ...args: string[]])[],
  options: { after?: readonly string[]; cwd?: string } = {},
): Step {
  return {
    name,
    ...(options.after && { after: options.after }),
    async run() {
      let output = "";
      for (const [command, ...args] of lines) {
        const ended = await runCommand(command, args, options.cwd ?? ROOT);
        output += ended.output;
        if (ended.code !== 0) return { ok: false, passed: 0, failed: 0, skipped: 0, output };
      }
      return { ok: true, passed: 0, failed: 0, skipped: 0, output };
    },
  };
}

/** A step that runs test projects of `tests/vitest.config.ts` and counts their tests. */
export function tests(name: string, projects: readonly string[], after: readonly string[] = []): Step {
  return {
    name,
    after,
    async run() {
      const folder = await mkdtemp(path.join(tmpdir(), "otklik-report-"));
      try {
        const counts = path.join(folder, "counts.json");
        const { code, output } = await runCommand(
          bin("vitest"),
          [
            ...["run", "--config", "tests/vitest.config.ts", "--passWithNoTests=false"],
            ...projects.flatMap((project) => ["--project", project]),
            ...[
              "--no-color",
              "--silent=passed-only",
              "--reporter=dot",
              "--reporter=./tests/run/counting-reporter.ts",
            ],
          ],
          ROOT,
          { [COUNTS_FILE]: counts },
        );
        return { ...(await readCounts(counts)), ok: code === 0, output };
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

/** An executable of the workspace's own dependencies. */
export function bin(name: string, workspace = "."): string {
  return path.join(ROOT, workspace, "node_modules", ".bin", name);
}

async function readCounts(file: string): Promise<Counts> {
  const text = await readFile(file, "utf8").catch(() => null);
  return text === null ? { passed: 0, failed: 0, skipped: 0, unsteady: [], failures: [] } : JSON.parse(text);
}

/** Runs a command in a folder; `more` is added to the environment. Resolves with its exit code, also of one that is not there. */
export function runCommand(
  command: string,
  args: readonly string[],
  cwd: string,
  more: Readonly<Record<string, string>> = {},
): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...more },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const keep = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.once("error", (error) => resolve({ code: 1, output: `${output}${command}: ${error.message}\n` }));
    child.once("close", (code) => resolve({ code: code ?? 1, output }));
  });
}
