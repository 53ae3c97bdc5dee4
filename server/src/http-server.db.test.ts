import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useDeps } from "../../tests/support/deps";
import { leastTime } from "../../tests/support/least-time";
import { makeDevice, makeOrganisation, makePerson, type TestDevice } from "../../tests/support/organisation";
import { rawHttp } from "../../tests/support/raw-http";
import { sampleComplaint } from "../../tests/support/sample-complaint";
import { until } from "../../tests/support/until";
import { type HttpServer, LIMITS, listen } from "./http-server";

const test = useDeps();
let server: HttpServer;
let device: TestDevice;

beforeAll(async () => {
  device = await makeDevice(
    test.database.db,
    await makePerson(test.database.db, await makeOrganisation(test.database.db)),
  );
  server = await listen(test.app.fetch, { ...test.deps.env, port: 0 });
});

afterAll(() => server.close());

/** A request with these headers, the host and the end of the connection added; empty lines are dropped. */
function message(first: string, headers: readonly string[] = [], body = ""): string {
  const lines = [`${first} HTTP/1.1`, "Host: 127.0.0.1", "Connection: close", ...headers];
  return `${lines.filter((line) => line !== "").join("\r\n")}\r\n\r\n${body}`;
}

const send = (first: string, headers: readonly string[] = [], body = "", end = false) =>
  rawHttp(server.port, message(first, headers, body), end);

const PROTECTIVE = {
  "content-security-policy": expect.stringContaining("default-src 'none'"),
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cache-control": "no-store",
};

async function registered(): Promise<number> {
  const [row] = await test.database.owner<{ n: number }[]>`SELECT count(*)::int AS n FROM complaints`;
  return row?.n ?? -1;
}

describe("IN-06 how long a body is", () => {
  const JSON_TYPE = "Content-Type: application/json";
  it.each([
    ["both by length and in chunks", ["Content-Length: 5", "Transfer-Encoding: chunked"], 400],
    ["by two lengths", ["Content-Length: 2", "Content-Length: 5"], 400],
    ["by a negative length", ["Content-Length: -1"], 400],
    ["by no number", ["Content-Length: 5, 5"], 400],
    ["in chunks that are none", ["Transfer-Encoding: chunked"], 400],
    ["in a coding that is not known", ["Transfer-Encoding: gzip, chunked"], 400],
    ["by a length far past the limit", ["Content-Length: 10485760"], 413],
    ["by a length one past the limit", ["Content-Length: 1048577"], 413],
  ])("said %s", async (_how, headers, status) => {
    const answer = await send("POST /api/session", [JSON_TYPE, ...headers], "zzzzz\r\n");
    expect(answer).toMatchObject({ status, headers: PROTECTIVE });
  });

  it("takes a body that is exactly as long as allowed, and reads it", async () => {
    const body = `"${"a".repeat(1024 * 1024 - 2)}"`;
    const answer = await send("POST /api/session", [JSON_TYPE, `Content-Length: ${body.length}`], body);
    expect(answer.status).toBe(422);
  });
});

describe("IN-24 a body that breaks off", () => {
  it("is answered as broken or not at all, and nothing is stored", async () => {
    const body = JSON.stringify(sampleComplaint());
    const headers = [
      "Content-Type: application/json",
      `Authorization: ${device.headers.authorization}`,
      `Content-Length: ${Buffer.byteLength(body) + 1}`,
    ];
    const before = await registered();
    const answer = await send("POST /api/complaints", headers, body, true);
    expect([0, 400]).toContain(answer.status);
    expect(await registered()).toBe(before);
  });
});

describe("IN-22 what is too much", () => {
  it.each([
    ["ten thousand parameters", `/api/complaints?${"a=1&".repeat(10_000)}`, []],
    ["a header of 20 KB", "/api/badge", [`X-Long: ${"a".repeat(20_000)}`]],
    ["a cookie of 20 KB", "/api/badge", [`Cookie: otklik=${"a".repeat(20_000)}`]],
  ])("%s", async (_what, path, headers) => {
    const answer = await send(`GET ${path}`, headers);
    expect(answer).toMatchObject({ status: 431, headers: PROTECTIVE, body: "" });
  });
});

describe("IN-23 the name of the server", () => {
  it.each([
    ["none at all", [], 400],
    ["two of them", ["Host: 127.0.0.1", "Host: evil.example"], 421],
    ["an empty one", ["Host:"], 400],
    ["another's", ["Host: evil.example"], 421],
    ["one with a path in it", ["Host: 127.0.0.1/evil"], 400],
    ["one with a user in it", ["Host: 127.0.0.1@evil.example"], 400],
  ])("is refused: %s", async (_what, hosts, status) => {
    const lines = ["GET /api/badge HTTP/1.1", "Connection: close", ...hosts];
    const answer = await rawHttp(server.port, `${lines.join("\r\n")}\r\n\r\n`);
    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject(PROTECTIVE);
  });

  it("of an absolute address is not believed either", async () => {
    const answer = await send("GET http://evil.example/api/badge");
    expect([400, 401, 421]).toContain(answer.status);
    expect(answer.body).not.toContain("evil.example");
  });
});

describe("HDR-02 a method that is none of ours", () => {
  it.each([
    ["TRACE /api/badge", [405]],
    ["TRACE /", [404, 405]],
    ["CONNECT evil.example:443", [405]],
    ["OPTIONS *", [400, 404, 405]],
    ["PROPFIND /api/badge", [404, 405]],
    ["NONSENSE /api/badge", [400]],
  ])("%s", async (first, statuses) => {
    const answer = await send(first, ["X-Secret: echoed"]);
    expect(statuses).toContain(answer.status);
    expect(answer.headers).toMatchObject(PROTECTIVE);
    expect(answer.body).not.toMatch(/echoed|import |function/);
  });
});

describe("AUTH-01 who does not say who they are", () => {
  const valid = () => `Authorization: ${device.headers.authorization}`;
  it.each([
    ["with nothing", () => []],
    ["with an empty header", () => ["Authorization:"]],
    ["with a name and password", () => ["Authorization: Basic YTpi"]],
    ["with the word alone", () => ["Authorization: Bearer"]],
    ["with 8 KB", () => [`Authorization: Bearer ${"a".repeat(8_192)}`]],
    ["with a token of the right form", () => [`Authorization: Bearer ${"0".repeat(80)}`]],
    ["twice", () => [valid(), "Authorization: Bearer other"]],
    ["twice in the other order", () => ["Authorization: Bearer other", valid()]],
    ["AUTH-13 by a header of somebody's proxy", () => ["X-Remote-User: admin", "X-Forwarded-User: admin"]],
    ["AUTH-13 by another address", () => ["X-Original-URL: /healthz", "X-Rewrite-URL: /healthz"]],
    ["AUTH-13 by another method", () => ["X-HTTP-Method-Override: OPTIONS"]],
  ])("%s", async (_how, headers) => {
    const [plain, answer] = [await send("GET /api/badge"), await send("GET /api/badge", headers())];
    expect(answer.status).toBe(401);
    expect(answer.headers["www-authenticate"]).toBe("Bearer");
    const withoutId = (body: string) => body.replace(/"requestId":"[^"]*"/, "");
    expect(withoutId(answer.body)).toBe(withoutId(plain.body));
    expect(answer.body.length).toBe(plain.body.length);
  });

  it("is let in with the token alone", async () => {
    expect((await send("GET /api/badge", [valid()])).status).toBe(200);
  });
});

describe("RATE-04 connections that crawl", () => {
  const crawl = async (port: number, count: number): Promise<Socket[]> => {
    const crawling = Array.from({ length: count }, () => {
      const socket = connect(port, "127.0.0.1");
      socket.on("error", () => {});
      socket.write("GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ");
      return socket;
    });
    await Promise.all(crawling.map((socket) => (socket.connecting ? once(socket, "connect") : null)));
    return crawling;
  };

  /** Milliseconds that one after the other of a hundred requests took, the shortest first. */
  const timesOfOthers = async (): Promise<number[]> => {
    const times: number[] = [];
    for (let count = 0; count < 100; count++) {
      const begun = performance.now();
      const { status } = await send("GET /api/badge", [`Authorization: ${device.headers.authorization}`]);
      times.push(performance.now() - begun);
      expect(status).toBe(200);
    }
    return times.sort((one, other) => one - other);
  };

  it("have fifteen seconds for their headers and sixty for the whole, and are two thousand at most", () => {
    expect(LIMITS).toEqual({
      headersTimeout: 15_000,
      requestTimeout: 60_000,
      keepAliveTimeout: 5_000,
      maxRequestsPerSocket: 1_000,
      maxConnections: 2_000,
    });
  });

  it("do not slow down the others, up to a few short of all that the server takes", async () => {
    await timesOfOthers();
    // Half of the requests, and 95 of a hundred: how far they are past twice the usual, or what is only noise.
    const excess = async () => {
      const before = await timesOfOthers();
      const crawling = await crawl(server.port, connectionsToTry());
      const during = await timesOfOthers().finally(() => {
        for (const socket of crawling) socket.destroy();
      });
      const places = [
        [50, 50],
        [95, 250],
      ] as const;
      const each = places.map(([place, noiseMs]) => {
        const [usual = 0, now = 0] = [before[place], during[place]];
        return now - Math.max(2 * usual, usual + noiseMs);
      });
      return Math.max(...each);
    };
    expect(await leastTime(0, excess, 8)).toBeLessThan(0);
  });

  it("are closed past the limit, and leave the server's others served", async () => {
    const maxConnections = 5;
    const small = await listen(test.app.fetch, { ...test.deps.env, port: 0 }, { ...LIMITS, maxConnections });
    try {
      const crawling = await crawl(small.port, maxConnections);
      const refused = await rawHttp(small.port, message("GET /healthz"));
      expect(refused.status).toBe(0);
      expect(crawling.filter(({ closed }) => closed)).toEqual([]);
      const [first] = crawling;
      first?.end("\r\nConnection: close\r\n\r\n");
      if (first !== undefined) await once(first.resume(), "close");
      const served = await until("room", async () => {
        const { status } = await rawHttp(small.port, message("GET /healthz"));
        return status === 0 ? null : status;
      });
      expect(served).toBe(200);
      for (const socket of crawling) socket.destroy();
    } finally {
      await small.close();
    }
  });
});

/** A few short of the server's limit, or what this process may have open: each connection is two files of it. */
function connectionsToTry(): number {
  const report = process.report?.getReport();
  const limits = typeof report === "object" && "userLimits" in report ? report.userLimits : {};
  const open = Object(limits).open_files?.soft;
  const files = typeof open === "number" ? open : Number.POSITIVE_INFINITY;
  return Math.min(LIMITS.maxConnections - 50, Math.floor((files - 500) / 2));
}
