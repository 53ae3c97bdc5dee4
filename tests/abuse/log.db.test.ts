import { pino } from "pino";
import { afterEach, expect, it } from "vitest";
import { createApp } from "../../server/src/app";
import { createLog } from "../../server/src/log";
import { ask } from "../support/ask";
import { useDeps } from "../support/deps";
import { expectReady } from "../support/ready";

const test = useDeps();

afterEach(() => expectReady(test));

/** Neither a line break nor what a terminal would obey. */
function expectOneLine(line = ""): void {
  expect(line.endsWith("\n")).toBe(true);
  expect([...line.slice(0, -1)].filter((letter) => letter < " ")).toEqual([]);
}

it.each([
  ["an address", 'GET /api/complaints/%0d%0a%7B%22level%22%3A30%7D?q=%1b%5b31m%0d%0a{"level":30}', {}],
  ["a route that is none", 'GET /%0d%0a{"level":30,"msg":"answered"}%1b[31m', {}],
  ["a browser's name", "GET /api/badge", { "user-agent": '\u001b[31m{"level":30,"msg":"answered"}' }],
  ["a language", "GET /api/badge", { "accept-language": '"},{"level":30' }],
  ["a token", "GET /api/badge", { authorization: 'Bearer "}{"level":30' }],
])("INJ-06 writes one line of JSON for a request with a forged line in %s", async (_what, what, headers) => {
  const lines: string[] = [];
  const app = createApp({ ...test.deps, log: createLog({ write: (line: string) => lines.push(line) }) });
  expect((await ask(app, what, { headers })).status).toBeLessThan(500);
  expect(lines).toHaveLength(1);
  expectOneLine(lines[0]);
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ msg: "answered", method: "GET" });
  expect(lines[0]).not.toContain("31m");
});

it("INJ-06 tells an error's forged message as one line", () => {
  const lines: string[] = [];
  const log = createLog({ write: (line: string) => lines.push(line) });
  log.error({ err: new Error('\r\n{"level":30,"msg":"answered"}\u001b[31m') }, "a request failed");
  expect(lines).toHaveLength(1);
  expectOneLine(lines[0]);
  expect(pino.levels.labels[JSON.parse(lines[0] ?? "").level]).toBe("error");
});
