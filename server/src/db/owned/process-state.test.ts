import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { until } from "../../../../tests/support/until";
import { isProcessAlive, processStartedAt } from "./process-state";

it("knows itself alive, and no process that never was", async () => {
  expect(await isProcessAlive(process.pid)).toBe(true);
  expect(await isProcessAlive(999_999_999)).toBe(false);
  expect(await isProcessAlive(0)).toBe(false);
});

it.runIf(process.platform === "linux")("takes a zombie for dead, though signals still reach it", async () => {
  // The shell's child ends once another program has taken the shell's place, which never asks for it.
  const shell = spawn("sh", ["-c", "read line <&3 & echo $!; exec sleep 60"], {
    stdio: ["ignore", "pipe", "ignore", "pipe"],
  });
  const [, stdout, , hold] = shell.stdio;
  const [line] = await once(stdout ?? shell, "data");
  const zombie = Number(String(line));
  const takenBy = async () => (await readFile(`/proc/${shell.pid}/comm`, "utf8")).trim();
  await until("the shell to give way", async () => (await takenBy()) === "sleep");
  hold?.destroy();
  await until("the child to end", async () => !(await isProcessAlive(zombie)));
  expect(process.kill(zombie, 0)).toBe(true);
  expect(await processStartedAt(zombie)).not.toBeNull();
  shell.kill();
  await once(shell, "exit");
});
