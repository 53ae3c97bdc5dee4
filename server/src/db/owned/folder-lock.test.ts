import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { withFolderLock } from "./folder-lock";
import { processStartedAt } from "./process-state";

let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "otklik-lock-"));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

it("lets one in at a time, and everybody in the end", async () => {
  let inside = 0;
  const most: number[] = [];
  const work = async () => {
    most.push(++inside);
    for (let turn = 0; turn < 5; turn++) await nextTurn();
    inside--;
  };
  await Promise.all(Array.from({ length: 8 }, () => withFolderLock(folder, work)));
  expect(most).toEqual(Array(8).fill(1));
});

it("is released when the work fails", async () => {
  await expect(withFolderLock(folder, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await withFolderLock(folder, async () => "in")).toBe("in");
});

it("leaves one small file behind, however often it is taken", async () => {
  for (let round = 0; round < 5; round++) await withFolderLock(folder, async () => {});
  expect(await readdir(folder)).toEqual(["lock-5"]);
});

it.each([
  ["of a process that is gone", "999999999 1"],
  ["of a process whose number another has got", `${process.pid} 1`],
])("breaks the lock %s", async (_whose, content) => {
  await writeFile(path.join(folder, "lock-7"), content);
  expect(await withFolderLock(folder, async () => "in")).toBe("in");
});

it("waits for a process that lives", async () => {
  const held = path.join(folder, "lock-3");
  await writeFile(held, `${process.pid} ${(await processStartedAt(process.pid)) ?? ""}`);
  let isIn = false;
  const waiting = withFolderLock(folder, async () => {
    isIn = true;
  });
  for (let turn = 0; turn < 50; turn++) await nextTurn();
  expect(isIn).toBe(false);
  await writeFile(held, "released");
  await waiting;
  expect(isIn).toBe(true);
});
