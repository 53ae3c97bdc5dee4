import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { getRequestListener } from "@hono/node-server";
import { sayProblem } from "@otklik/shared/messages/problem/index";
import { pino } from "pino";
import { beforeAll, describe, expect, it } from "vitest";
import { ask, expectProblem } from "../../tests/support/ask";
import { useDeps } from "../../tests/support/deps";
import { makeDevice, makeOrganisation, makePerson, type TestDevice } from "../../tests/support/organisation";
import { createApp } from "./app";
import { createAcross } from "./db/across";
import { connect } from "./db/client";
import { createTenants } from "./db/tenants";
import type { Deps } from "./deps";

const test = useDeps();
let device: TestDevice;

beforeAll(async () => {
  const person = await makePerson(test.database.db, await makeOrganisation(test.database.db));
  device = await makeDevice(test.database.db, person);
});

const PROTECTIVE = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": expect.stringContaining("camera=()"),
};

describe("HDR-01 every answer is protected", () => {
  const LOGIN = {
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email: "nobody@romashka.test", password: "не тот пароль" }),
  };
  const failing = (): Deps => ({
    ...test.deps,
    across: { ...test.deps.across, reach: () => Promise.reject(new Error("a defect")) },
  });

  it.each<[string, number, { headers?: Record<string, string>; body?: string }]>([
    ["GET /healthz", 200, {}],
    ["GET /api/openapi.json", 200, {}],
    ["GET /api/badge", 401, {}],
    ["POST /api/session", 403, { ...LOGIN, headers: { ...LOGIN.headers, origin: "https://evil.example" } }],
    ["GET /api/nothing", 404, {}],
    ["PATCH /api/badge", 405, {}],
    [
      "POST /api/session",
      413,
      { headers: { "content-type": "application/json", "content-length": "9999999" } },
    ],
    ["POST /api/session", 415, {}],
    ["GET /api/badge", 421, { headers: { host: "evil.example" } }],
    ["POST /api/session", 401, LOGIN],
    ["POST /api/session", 422, { ...LOGIN, body: "{}" }],
    ["OPTIONS /api/badge", 204, { headers: { "access-control-request-method": "GET" } }],
    ["GET /readyz", 500, {}],
    ["GET /complaints", 503, {}],
  ])("%s → %i", async (what, status, asked) => {
    const app = createApp(failing(), { deskFolder: "/nowhere" });
    const answer = await ask(app, what, asked);
    expect(answer.status).toBe(status);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      ...PROTECTIVE,
      "cache-control": what.startsWith("GET /complaints") ? "no-cache" : "no-store",
    });
    expect(answer.headers.get("strict-transport-security")).toBeNull();
  });

  it("also through a socket, where headers are set on Node's own answer", async () => {
    const server = createServer(getRequestListener(test.app.fetch)).listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const answers = await Promise.all(
      ["/healthz", "/api/badge", "/api/nothing"].map((at) => fetch(`http://127.0.0.1:${port}${at}`)),
    );
    for (const answer of answers) {
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        ...PROTECTIVE,
        "cache-control": "no-store",
      });
      expect(answer.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    }
    expect(answers[1]?.headers.get("www-authenticate")).toBe("Bearer");
    expect(answers[1]?.headers.get("content-type")).toBe("application/problem+json");
    server.closeAllConnections();
    await once(server.close(), "close");
  });

  it("asks for https and guards the cookie only where the register is reached by https", async () => {
    const app = createApp({ ...test.deps, env: { ...test.deps.env, publicUrl: "https://register.test" } });
    const answer = await app.request("https://register.test/healthz");
    expect(answer.headers.get("strict-transport-security")).toBe("max-age=31536000");
  });
});

describe("IN-23 the server answers under its own names alone", () => {
  it.each([
    ["127.0.0.1:8787", 401],
    ["localhost:1234", 401],
    ["LOCALHOST", 401],
    ["[::1]:8787", 401],
    ["register.test", 401],
    ["evil.example", 421],
    ["register.test.evil.example", 421],
    ["register.test:8787", 421],
    ["192.168.1.5:8787", 421],
    ["127.0.0.1.evil.example", 421],
    ["", 421],
  ])("Host: %s → %i", async (host, status) => {
    const app = createApp({ ...test.deps, env: { ...test.deps.env, publicUrl: "https://register.test" } });
    const answer = await app.request("http://x/api/badge", { headers: { host } });
    expect(answer.status).toBe(status);
  });

  it("but tells supervisors under any name that it lives", async () => {
    expect((await test.app.request("http://10.0.0.7/healthz")).status).toBe(200);
    expect((await test.app.request("http://10.0.0.7/readyz")).status).toBe(200);
  });
});

describe("addresses and methods", () => {
  it.each([
    ["GET /api/nothing", 404, "not-found"],
    ["GET /api", 404, "not-found"],
    ["PATCH /api/complaints", 405, "method-not-allowed"],
    ["DELETE /api/badge", 405, "method-not-allowed"],
    ["POST /api/badge", 405, "method-not-allowed"],
    ["POST /complaints", 404, "not-found"],
    ["GET /assets/missing.js", 404, "not-found"],
    ["GET /assets/..%2f..%2fpackage.json", 404, "not-found"],
  ])("HDR-02 %s → %i", async (what, status, code) => {
    await expectProblem(await ask(test.app, what), status, code);
  });

  it("names the methods that an address takes", async () => {
    const answer = await ask(test.app, "PATCH /api/complaints");
    expect(answer.headers.get("allow")).toBe("GET, HEAD, POST");
  });
});

describe("failures", () => {
  const failing = (error: unknown): Deps => ({
    ...test.deps,
    registrar: { register: () => Promise.reject(error) },
    across: { ...test.deps.across, reach: () => Promise.reject(error) },
  });

  it("FLT-10 says nothing of an unexpected error, and logs it under the request's id", async () => {
    const lines: string[] = [];
    const log = pino({}, { write: (line: string) => lines.push(line) });
    const app = createApp({ ...failing(new Error("SELECT secret FROM vault")), log });
    const answer = await ask(app, "GET /readyz", { headers: { "accept-language": "ru" } });
    const text = await answer.clone().text();
    const problem = await expectProblem(answer, 500, "internal-error");
    expect(text).not.toMatch(/secret|vault|\.ts|at /);
    expect(problem).toMatchObject(sayProblem("ru", "internal-error"));
    const failure = lines.map((line) => JSON.parse(line)).find(({ level }) => level === 50);
    expect(failure).toMatchObject({
      requestId: problem.requestId,
      err: { message: "SELECT secret FROM vault" },
    });
  });

  it("FLT-02 asks to come again when the database does not answer", async () => {
    const db = connect("postgres://nobody@127.0.0.1:1/nothing");
    const app = createApp({ ...test.deps, tenants: createTenants(db), across: createAcross(db) });
    for (const what of ["GET /readyz", "GET /api/badge"]) {
      const answer = await ask(app, what, { headers: device.headers });
      expect(answer.headers.get("retry-after")).toBe("2");
      await expectProblem(answer, 503, "unavailable");
    }
    expect((await ask(app, "GET /healthz")).status).toBe(200);
    await db.$client.end({ timeout: 1 });
  });

  it("FLT-03 says that the disk is full", async () => {
    const app = createApp(failing(Object.assign(new Error("no space"), { code: "ENOSPC" })));
    await expectProblem(await ask(app, "GET /readyz"), 507, "storage-full");
  });
});

it("logs the route, not the address: an address may hold a one-time link or a name", async () => {
  const lines: string[] = [];
  const app = createApp({ ...test.deps, log: pino({}, { write: (line: string) => lines.push(line) }) });
  await ask(app, "GET /api/complaints/one-time-secret?q=Синицына", { headers: device.headers });
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({
    requestId: expect.any(String),
    method: "GET",
    route: "/api/complaints/:id",
    status: 404,
    ms: expect.any(Number),
  });
  expect(lines[0]).not.toMatch(/secret|Синицына|%D0|Bearer/);
});

describe("the desk", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "otklik-desk-"));
    await mkdir(path.join(folder, "assets"));
    await writeFile(path.join(folder, "index.html"), "<!doctype html><title>desk</title>");
    await writeFile(path.join(folder, "assets", "main-abc123.js"), "export {};");
    await writeFile(path.join(folder, "icon.svg"), "<svg/>");
    return () => rm(folder, { recursive: true });
  });

  it.each([
    ["/", "text/html; charset=utf-8", "no-cache"],
    ["/complaints/0199", "text/html; charset=utf-8", "no-cache"],
    ["/pair?code=BCDF-GHJK", "text/html; charset=utf-8", "no-cache"],
    ["/icon.svg", "image/svg+xml", "no-cache"],
    ["/assets/main-abc123.js", "text/javascript; charset=utf-8", "public, max-age=31536000, immutable"],
  ])("HDR-01 %s", async (at, type, caching) => {
    const answer = await ask(createApp(test.deps, { deskFolder: folder }), `GET ${at}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe(type);
    expect(Object.fromEntries(answer.headers)).toMatchObject({ ...PROTECTIVE, "cache-control": caching });
  });

  it("says what to do when it has not been built", async () => {
    const answer = await ask(createApp(test.deps, { deskFolder: "/nowhere" }), "GET /complaints");
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain("build:web");
  });
});

describe("openapi.json", () => {
  it("describes every route of the API: what it does, what it takes, what it answers", async () => {
    const answer = await ask(test.app, "GET /api/openapi.json");
    expect(answer.status).toBe(200);
    const { openapi, paths } = (await answer.json()) as OpenApi;
    expect(openapi).toBe("3.1.0");
    const described = Object.entries(paths).flatMap(([at, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${at}`),
    );
    const routes = test.app.routes
      .filter(({ method, path: at }) => method !== "ALL" && at.startsWith("/api/"))
      .map(({ method, path: at }) => `${method} ${at.replaceAll(/:(\w+)/g, "{$1}")}`);
    expect(described.sort()).toEqual([...new Set(routes)].sort());
    for (const operation of Object.values(paths).flatMap((methods) => Object.values(methods))) {
      expect(operation.summary).toMatch(/^[A-Z].{5,}/);
      expect(Object.keys(operation.responses)).toContain("500");
    }
  });

  it("says of every route who may ask it, and how anybody else is refused", async () => {
    const { paths, components } = (await (await ask(test.app, "GET /api/openapi.json")).json()) as OpenApi;
    const [device, session] = [{ device: [] }, { session: [] }];
    expect(paths["/api/complaints"]?.post).toMatchObject({
      security: [device, session],
      "x-permissions": ["complaint:register"],
      responses: { 401: {}, 403: { description: expect.stringContaining("cross-site-request") }, 421: {} },
    });
    expect(paths["/api/pairings/{userCode}/decision"]?.post).toMatchObject({
      security: [session],
      "x-permissions": ["device:approve"],
    });
    expect(paths["/api/session"]?.post?.security).toEqual([]);
    for (const operation of Object.values(paths).flatMap((methods) => Object.values(methods))) {
      expect(operation.security).toBeInstanceOf(Array);
    }
    expect(components.securitySchemes.session).toMatchObject({ in: "cookie", name: "otklik" });
  });

  it("takes its schemas from the contracts", async () => {
    const { paths } = (await (await ask(test.app, "GET /api/openapi.json")).json()) as OpenApi;
    const register = paths["/api/complaints"]?.post;
    expect(register?.requestBody?.content["application/json"]?.schema).toMatchObject({
      required: expect.arrayContaining(["id", "kind", "clip"]),
      properties: { kind: { enum: ["general", "claim", "service", "suggestion"] } },
    });
    expect(register?.responses["201"]?.content?.["application/json"]?.schema).toMatchObject({
      properties: { incomingNumber: { type: "string" } },
    });
    expect(paths["/api/complaints"]?.get?.parameters?.map(({ name }) => name)).toEqual([
      "view",
      "q",
      "cursor",
      "limit",
    ]);
  });
});

interface OpenApi {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly securitySchemes: Record<string, object> };
}
interface Content {
  readonly content: Record<string, { readonly schema: object }>;
}
interface Operation {
  readonly summary: string;
  readonly parameters?: readonly { readonly name: string }[];
  readonly requestBody?: Content;
  readonly responses: Record<string, Partial<Content>>;
  readonly security: readonly object[];
}

/** Requests that only a socket can carry. */
describe("IN-06 through a socket", () => {
  it.each([
    [
      "a length that is not true: the sender goes away in the middle",
      { "content-length": "100" },
      '{"a"',
      null,
    ],
    ["chunks without a declared length past the limit", {}, `"${"a".repeat(1_100_000)}"`, 413],
    ["a declared length past the limit", { "content-length": "2000000" }, `"${"a".repeat(1_999_998)}"`, 413],
  ])("%s", async (_what, headers, body, status) => {
    const server = createServer(getRequestListener(test.app.fetch)).listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const asked = request({
      port,
      host: "127.0.0.1",
      path: "/api/session",
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
    });
    asked.on("error", () => {});
    if (status === null) {
      asked.write(body);
      asked.once("socket", (socket) => socket.once("connect", () => setImmediate(() => socket.destroy())));
      await new Promise((resolve) => asked.once("close", resolve));
    } else {
      asked.end(body);
      const [answer] = await once(asked, "response");
      expect(answer.statusCode).toBe(status);
      answer.resume();
    }
    const alive = await fetch(`http://127.0.0.1:${port}/readyz`);
    expect(alive.status).toBe(200);
    server.closeAllConnections();
    await once(server.close(), "close");
  });
});
