import { gzipSync } from "node:zlib";
import { LIMITS } from "@otklik/shared/complaint/limits";
import { Hono } from "hono";
import { pino } from "pino";
import { expect, it } from "vitest";
import type { AppEnv } from "./app-env";
import { handleError } from "./problem";
import { readJson } from "./read-body";

const JSON_TYPE = { "content-type": "application/json" };

const app = new Hono<AppEnv>();
app.onError(handleError(pino({ level: "silent" })));
app.post("/", async (c) => c.json({ read: await readJson(c) }, 200));

function send(body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = JSON_TYPE) {
  return app.request("/", { method: "POST", body, headers });
}

function nested(depth: number): string {
  return "[".repeat(depth) + "]".repeat(depth);
}

it.each<readonly [what: string, headers: Record<string, string>, status: number, code: string]>([
  ["no content type", {}, 415, "unsupported-media-type"],
  ["text/plain", { "content-type": "text/plain" }, 415, "unsupported-media-type"],
  ["another charset", { "content-type": "application/json; charset=utf-16" }, 415, "unsupported-media-type"],
  ["a form", { "content-type": "multipart/form-data" }, 415, "unsupported-media-type"],
  ["a type that only begins alike", { "content-type": "application/jsonp" }, 415, "unsupported-media-type"],
  ...["gzip", "br", "deflate", "zstd", "identity, gzip"].map(
    (coding) =>
      [
        `a body compressed as ${coding}`,
        { ...JSON_TYPE, "content-encoding": coding },
        415,
        "unsupported-media-type",
      ] as const,
  ),
])("IN-07 IN-12 refuses %s", async (_what, headers, status, code) => {
  const answer = await send(new Uint8Array(Buffer.from("{}")), headers);
  expect(answer.status).toBe(status);
  expect(await answer.json()).toMatchObject({ code });
});

it.each([
  "application/json",
  "application/JSON",
  "application/json; charset=utf-8",
  'application/json;charset="UTF-8"',
])("IN-12 reads %s", async (type) => {
  const answer = await send('{"a":"ё"}', { "content-type": type });
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({ read: { a: "ё" } });
});

it.each([
  ["a brace alone", "{", 400, "malformed-json"],
  ["an empty body", "", 400, "malformed-json"],
  ["a truncated body", '{"a":"b', 400, "malformed-json"],
  ["NaN", "NaN", 400, "malformed-json"],
  ["33 levels", nested(33), 422, "body-too-deep"],
  ["ten thousand levels", nested(10_000), 422, "body-too-deep"],
  ["levels after a quote with a backslash", `["\\\\",${nested(LIMITS.jsonDepth)}]`, 422, "body-too-deep"],
  ["__proto__ at the top", '{"__proto__":{"polluted":1}}', 422, "invalid-request"],
  ["__proto__ inside", '{"a":[{"__proto__":1}]}', 422, "invalid-request"],
  ["__proto__ in escapes", '{"\\u005f_proto__":1}', 422, "invalid-request"],
  ["__proto__ in other escapes", '{"__\\u0070roto__":1}', 422, "invalid-request"],
])("IN-08 IN-11 IN-13 IN-24 refuses %s", async (_what, body, status, code) => {
  const answer = await send(body);
  expect(answer.status).toBe(status);
  expect(await answer.json()).toMatchObject({ code });
});

it.each([
  ["32 levels", nested(32), JSON.parse(nested(32))],
  ["brackets in a text", JSON.stringify("[".repeat(100)), "[".repeat(100)],
  ["escaped quotes before brackets", JSON.stringify(`\\"${"{".repeat(100)}`), `\\"${"{".repeat(100)}`],
  ["__proto__ as a text", '{"a":"set __proto__ in \\u005f"}', { a: "set __proto__ in _" }],
  ["null", "null", null],
  ["a byte order mark", "\uFEFF1", 1],
])("reads %s", async (_what, body, read) => {
  const answer = await send(body);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({ read });
});

it("IN-03 refuses bytes that are not UTF-8", async () => {
  const answer = await send(new Uint8Array([0x22, 0xc3, 0x28, 0x22]));
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ code: "bad-encoding" });
});

it("IN-11 leaves no trace on other objects", async () => {
  await send('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}');
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

it("IN-07 reads nothing of a compressed body, which could grow a thousandfold", async () => {
  const bomb = gzipSync(Buffer.alloc(10_000_000, "1"));
  expect(bomb.length).toBeLessThan(20_000);
  const sent = measured(new Uint8Array(bomb));
  const answer = await stream(sent.body, { ...JSON_TYPE, "content-encoding": "gzip" });
  expect(answer.status).toBe(415);
  expect(sent.taken()).toBe(0);
});

it.each([
  ["the limit", 1_048_576, 200],
  ["a byte more", 1_048_577, 413],
])("IN-06 measures a body whose length was not declared: %s", async (_what, bytes, status) => {
  const answer = await send(JSON.stringify("a".repeat(bytes - 2)));
  expect(answer.status).toBe(status);
});

const CHUNK = 65_536;

/** A body that comes in chunks without end, and how many bytes of it were taken. */
function measured(chunk: Uint8Array<ArrayBuffer> = new Uint8Array(CHUNK).fill(0x20)) {
  let taken = 0;
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        taken += chunk.length;
        controller.enqueue(chunk);
      },
    },
    { highWaterMark: 0 },
  );
  return { body, taken: () => taken };
}

const stream = (body: ReadableStream<Uint8Array>, headers: Record<string, string> = JSON_TYPE) =>
  app.request("/", { method: "POST", body, headers, duplex: "half" } as RequestInit);

it.each([
  ["declared", { "content-length": "1048577" }, 0],
  ["declared as ten times the limit", { "content-length": "10485760" }, 0],
  ["never ending, without a length", {}, 1_048_576 + CHUNK],
])("IN-06 holds of a body %s no more than the limit and one chunk", async (_what, length, held) => {
  const sent = measured();
  const answer = await stream(sent.body, { ...JSON_TYPE, ...length });
  expect(answer.status).toBe(413);
  expect(await answer.json()).toMatchObject({ code: "body-too-large" });
  expect(sent.taken()).toBe(held);
});
