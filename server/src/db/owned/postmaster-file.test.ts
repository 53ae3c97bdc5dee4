import { mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { clearStaleMark, findPostmaster, parsePostmasterFile } from "./postmaster-file";

const LINES = [
  "4711",
  "/data/postgres/cluster",
  "1795293601",
  "32775",
  "",
  "127.0.0.1",
  "  12345  3",
  "ready   ",
];

it("reads what a running PostgreSQL says of itself", () => {
  expect(parsePostmasterFile(`${LINES.join("\n")}\n`)).toEqual({
    pid: 4711,
    startedAt: 1_795_293_601,
    port: 32_775,
    ready: true,
  });
});

it("tells one that is still starting", () => {
  expect(parsePostmasterFile([...LINES.slice(0, 7), "starting"].join("\n"))?.ready).toBe(false);
});

it.each([
  ["empty", ""],
  ["cut after the number", "4711\n"],
  ["garbage", "\0\0\0\0\n\0\n"],
])("takes a file that is %s for none", (_what, content) => {
  expect(parsePostmasterFile(content)).toBeNull();
});

describe("the file in the cluster's folder", () => {
  let folder = "";
  let file = "";

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "otklik-mark-"));
    file = path.join(folder, "postmaster.pid");
  });

  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it("may be missing", async () => {
    expect(await findPostmaster(folder)).toBeNull();
    expect(await clearStaleMark(folder)).toBe(true);
  });

  // Only Linux tells where a process runs.
  const foreign =
    process.platform === "linux" ? [["a process that runs elsewhere", process.pid] as const] : [];

  it.each([["a process that is gone", 999_999_999] as const, ...foreign])(
    "is removed when it names %s",
    async (_what, pid) => {
      await writeFile(file, [pid, ...LINES.slice(1)].join("\n"));
      expect(await findPostmaster(folder)).toBeNull();
      expect(await clearStaleMark(folder)).toBe(true);
      expect(await readdir(folder)).toEqual([]);
    },
  );

  it("is left alone while it may be being written, and removed when it stays empty", async () => {
    await writeFile(file, "");
    expect(await clearStaleMark(folder)).toBe(false);
    expect(await readdir(folder)).toEqual(["postmaster.pid"]);
    const longAgo = new Date(Date.now() - 60_000);
    await utimes(file, longAgo, longAgo);
    expect(await clearStaleMark(folder)).toBe(true);
    expect(await readdir(folder)).toEqual([]);
  });
});
