import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { workspaceRoot } from "../src/workspace";

/*
 * Everything that reloads while one writes: the server, the desk by Vite in front of it, and the
 * extension. One Ctrl-C ends them all; one that ends by itself ends the others.
 */

const DESK = "http://127.0.0.1:5173";

interface Part {
  readonly name: string;
  readonly folder: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

const PARTS: readonly Part[] = [
  {
    name: "server",
    folder: "server",
    program: "../node_modules/.bin/tsx",
    args: ["watch", "--clear-screen=false", "src/main.ts"],
    // Links lead to the desk that reloads.
    env: { PUBLIC_URL: process.env.PUBLIC_URL ?? DESK },
  },
  {
    name: "desk",
    folder: "server",
    program: "node_modules/.bin/vite",
    args: ["web", "--config", "web/vite.config.ts", "--clearScreen", "false"],
  },
  {
    name: "extension",
    folder: "extension",
    program: "node_modules/.bin/wxt",
    args: ["--mv3", "-b", "chrome"],
  },
];

const children = PARTS.map(start);
const ends = children.map(
  (child) =>
    new Promise<void>((resolve) => {
      child.once("exit", () => {
        endAll();
        resolve();
      });
      child.once("error", (error) => {
        process.stderr.write(`${error.message}\n`);
        process.exitCode = 1;
        endAll();
        resolve();
      });
    }),
);
process.on("SIGINT", endAll);
process.on("SIGTERM", endAll);
await Promise.all(ends);

function start(part: Part): ChildProcess {
  const cwd = path.join(workspaceRoot, part.folder);
  const child = spawn(path.join(cwd, part.program), part.args, {
    cwd,
    env: { ...process.env, ...part.env },
    // A group of its own: Ctrl-C reaches this process alone, which then ends each part once. Told twice,
    // the watcher would kill the server instead of letting it finish.
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of [child.stdout, child.stderr]) relay(part.name, stream);
  return child;
}

function relay(name: string, stream: Readable): void {
  const label = name.padEnd(10);
  createInterface({ input: stream }).on("line", (line) => process.stdout.write(`${label}${line}\n`));
}

function endAll(): void {
  for (const child of children) if (child.exitCode === null && !child.killed) child.kill("SIGTERM");
}
