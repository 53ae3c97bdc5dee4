import { spawn } from "node:child_process";
import path from "node:path";
import { serverRoot, workspaceRoot } from "../src/workspace";
import { whenLauncherEnds } from "./launcher";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Runs the built server in the foreground until it ends; signals are passed on to it.
 *
 * @param onReady called when it answers requests and has printed its address
 * @returns its exit status
 */
export function runServer(onReady: () => void): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = spawn(
      process.execPath,
      ["--enable-source-maps", path.join(serverRoot, "dist", "main.js")],
      { cwd: workspaceRoot, stdio: ["inherit", "inherit", "inherit", "ipc"] },
    );
    for (const signal of SIGNALS) process.on(signal, () => server.kill(signal));
    void whenLauncherEnds().then(() => server.kill("SIGTERM"));
    server.once("message", onReady);
    server.once("error", reject);
    server.once("close", (code) => resolve(code ?? 1));
  });
}
