import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export interface Outcome {
  readonly ok: boolean;
  /** Tests counted; both 0 for a step that counts none. */
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
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
        const report = path.join(folder, "report.json");
        const { code, output } = await runCommand(
          bin("vitest"),
          [
            ...["run", "--config", "tests/vitest.config.ts", "--passWithNoTests=false"],
            ...projects.flatMap((project) => ["--project", project]),
            ...["--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
          ],
          ROOT,
        );
        return { ...(await countsOf(report)), ok: code === 0, output };
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

async function countsOf(report: string): Promise<Pick<Outcome, "passed" | "failed" | "skipped">> {
  const text = await readFile(report, "utf8").catch(() => null);
  if (text === null) return { passed: 0, failed: 0, skipped: 0 };
  const counts: {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    numTodoTests: number;
  } = JSON.parse(text);
  return {
    passed: counts.numPassedTests,
    failed: counts.numFailedTests,
    skipped: counts.numPendingTests + counts.numTodoTests,
  };
}

export function runCommand(
  command: string,
  args: readonly string[],
  cwd: string,
): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
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
