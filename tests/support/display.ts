import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A screen that nobody sees, on which keys can be pressed as a person presses them. */
export interface Display {
  /** Such as `:99`. */
  readonly name: string;
  /** Rests the pointer on this point of the screen, in its pixels from the upper left. */
  pointAt(x: number, y: number): Promise<void>;
  /** Presses keys in the window with this title, such as `alt+shift+k`. */
  press(title: string, keys: string): Promise<void>;
  close(): Promise<void>;
}

/** Starts Xvfb on the first display that is free. */
export async function openDisplay(): Promise<Display> {
  const server = spawn("Xvfb", ["-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [number] = await Promise.race([
    once(createInterface({ input: server.stdout }), "line"),
    once(server, "exit").then(() => Promise.reject(new Error("Xvfb did not start"))),
  ]);
  const name = `:${number}`;
  const xdotool = (...args: string[]) => run("xdotool", args, { env: { ...process.env, DISPLAY: name } });
  return {
    name,
    async pointAt(x, y) {
      await xdotool("mousemove", `${Math.round(x)}`, `${Math.round(y)}`);
    },
    async press(title, keys) {
      const { stdout } = await xdotool("search", "--sync", "--onlyvisible", "--name", title);
      const window = stdout.trim().split("\n").at(-1) ?? "";
      await xdotool("windowfocus", "--sync", window);
      await xdotool("key", "--clearmodifiers", keys);
    },
    async close() {
      if (server.exitCode !== null) return;
      server.kill("SIGTERM");
      await once(server, "exit");
    },
  };
}
