import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it } from "vitest";
import { until } from "../../../../tests/support/until";
import { isProcessAlive, processStartedAt } from "./process-state";

it("knows itself alive, and no process that never was", async () => {
  expect(await isProcessAlive(process.pid)).toBe(true);
  expect(await isProcessAlive(999_999_999)).toBe(false);
  expect(await isProcessAlive(0)).toBe(false);
});

it.runIf(process.platform === "linux")("takes a zombie for dead, though signals still reach it", async () => {
  // The shell's child ends, and the program that takes the shell's place never asks for it.
  const shell = spawn("sh", ["-c", "sleep 0 & echo $!; exec sleep 60"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [line] = await once(shell.stdout, "data");
  const zombie = Number(String(line));
  await until("the child to end", async () => !(await isProcessAlive(zombie)));
  expect(process.kill(zombie, 0)).toBe(true);
  expect(await processStartedAt(zombie)).not.toBeNull();
  shell.kill();
  await once(shell, "exit");
});
