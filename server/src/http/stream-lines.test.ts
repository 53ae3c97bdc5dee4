import { Hono } from "hono";
import { type Logger, pino } from "pino";
import { describe, expect, it } from "vitest";
import { RegisterError } from "../errors";
import type { AppEnv } from "./app-env";
import { handleError } from "./problem";
import { streamLines } from "./stream-lines";

/** Asks a route that streams this. */
function answerOf(lines: AsyncIterable<unknown>, log: Logger = pino({ level: "silent" })) {
  const app = new Hono<AppEnv>().get("/", (c) => streamLines(c, lines, log));
  app.onError(handleError(log));
  return app.request("/");
}

async function* count(to: number, noted: string[] = []) {
  try {
    for (let n = 1; n <= to; n++) yield { n };
  } finally {
    noted.push("ended");
  }
}

it("answers one JSON value on each line", async () => {
  const answer = await answerOf(count(3));
  expect(answer.headers.get("content-type")).toBe("application/x-ndjson");
  expect(await answer.text()).toBe('{"n":1}\n{"n":2}\n{"n":3}\n');
});

it("answers nothing where there is nothing", async () => {
  const answer = await answerOf(count(0));
  expect([answer.status, await answer.text()]).toEqual([200, ""]);
});

it("refuses what is refused before the first line, as any route does", async () => {
  const answer = await answerOf(
    (async function* () {
      yield await Promise.reject(new RegisterError("calendar-cannot-count"));
    })(),
  );
  expect(answer.status).toBe(422);
  expect(await answer.json()).toMatchObject({ code: "calendar-cannot-count" });
});

it("breaks off at a later failure, says nothing of it and logs it", async () => {
  const logged: unknown[] = [];
  const log = Object.assign(Object.create(pino({ level: "silent" })), {
    error: (entry: unknown) => logged.push(entry),
  });
  const answer = await answerOf(
    (async function* () {
      yield { n: 1 };
      throw new Error("secret");
    })(),
    log,
  );
  expect(await answer.text()).toBe('{"n":1}\n');
  expect(logged).toEqual([expect.objectContaining({ err: expect.objectContaining({ message: "secret" }) })]);
});

describe("a reader that leaves", () => {
  it("ends the iteration where it stands", async () => {
    const noted: string[] = [];
    const reader = (await answerOf(count(1_000_000, noted))).body?.getReader();
    await reader?.read();
    await reader?.cancel();
    expect(noted).toEqual(["ended"]);
  });

  it("is not run ahead of by more than a line or two", async () => {
    let made = 0;
    const lines = (async function* () {
      for (;;) yield ++made;
    })();
    const reader = (await answerOf(lines)).body?.getReader();
    await reader?.read();
    await new Promise((resolve) => setImmediate(resolve));
    expect(made).toBeLessThanOrEqual(3);
    await reader?.cancel();
  });
});
