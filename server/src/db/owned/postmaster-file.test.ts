import { expect, it } from "vitest";
import { parsePostmasterFile } from "./postmaster-file";

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
