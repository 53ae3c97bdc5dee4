import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { connect as dial } from "node:net";
import { problemSchema } from "@otklik/shared/problem";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { connect, type Database } from "../../server/src/db/client";
import { openOwnedPostgres } from "../../server/src/db/owned/owned-postgres";
import { type DataFolder, makeDataFolder } from "../faults/data-folder";
import { type ServerChild, spawnServer } from "../faults/server-child";
import { leastTime } from "../support/least-time";
import { rawHttp } from "../support/raw-http";
import { until } from "../support/until";
import { CALLERS, type CallerName, type Callers, makeCallers } from "./fuzz/callers";
import { LOOP_DELAY_OPTIONS, readLoopDelay } from "./fuzz/loop-delay";
import {
  type OpenApi,
  type Operation,
  operationsOf,
  type Request,
  requestOf,
  resolverOf,
} from "./fuzz/operations";

const DEFECT = "a failure of the test's own";
/** `NODE_OPTIONS` by which a server fails where nobody waits, at `SIGWINCH`. */
const DEFECT_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(
  `process.on("SIGWINCH", () => { Promise.reject(new Error(${JSON.stringify(DEFECT)})); });`,
)}`;
/** The same requests in every run; another number finds other ones. */
const SEED = 20_261_122;
/** For each route; with some seventy routes thousands in all. */
const REQUESTS_PER_ROUTE = 30;
/** Routes that are tried at the same time: one server has several clients. */
const AT_ONCE = 4;
const P99_MS = 100;
const PATIENCE_MS = 30_000;

let folder: DataFolder;
let server: ServerChild;
let db: Database;
let callers: Callers;

beforeAll(async () => {
  folder = await makeDataFolder();
  server = await spawnServer({
    DATA_DIR: folder.path,
    NODE_OPTIONS: `${LOOP_DELAY_OPTIONS} ${DEFECT_OPTIONS}`,
    // Each request is another client's: what is tried are the routes, not the counting of attempts.
    TRUSTED_PROXIES: "127.0.0.0/8",
    INGEST_LIMIT: "1000000",
  });
  await server.ready();
  db = connect((await openOwnedPostgres(folder.path)).url, {
    connections: 2,
    applicationName: "otklik-test",
  });
  callers = await makeCallers(db, server);
});

afterAll(async () => {
  await db.$client.end({ timeout: 1 });
  await folder.remove();
});

it("answers thousands of hostile requests as it documents, never with a failure, and keeps nobody waiting", async () => {
  const document: OpenApi = await (await fetch(`${server.url}/api/openapi.json`)).json();
  const operations = operationsOf(document);
  expect(operations.length).toBeGreaterThan(40);
  const resolve = resolverOf(document);
  await readLoopDelay(server);

  const seen = new Map<number, number>();
  const faults: string[] = [];
  const waiting = [...operations];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let operation = waiting.shift(); operation !== undefined; operation = waiting.shift()) {
        faults.push(...(await faultsOf(operation, requestOf(operation, resolve, callers.ids), seen)));
      }
    }),
  );

  expect(faults).toEqual([]);
  const asked = [...seen.values()].reduce((sum, count) => sum + count, 0);
  expect(asked).toBe(operations.length * REQUESTS_PER_ROUTE);
  // Not only doors were tried.
  expect(seen.get(200)).toBeGreaterThan(asked / 20);
  expect(seen.get(422)).toBeGreaterThan(asked / 20);
  const { p99Ms } = await readLoopDelay(server);
  expect(p99Ms).toBeLessThan(P99_MS);
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  expect(server.output()).not.toContain('"level":50');
}, 300_000);

it.runIf(process.platform === "linux")(
  "IN-06 grows by no more than 20 MB while it refuses bodies of ten megabytes, declared and in chunks",
  async () => {
    const { port } = new URL(server.url);
    const head =
      "POST /api/session HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nConnection: close\r\n";
    const body = " ".repeat(10_485_760);
    const declared = `${head}Content-Length: ${body.length}\r\n\r\n${body}`;
    const chunked = `${head}Transfer-Encoding: chunked\r\n\r\n${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;
    const seen = new Set<number>();
    const growth = async () => {
      const before = await peakMegabytes(server.pid, "from now on");
      const answers = await Promise.all(
        [declared, chunked, declared, chunked, declared, chunked].map((sent) => rawHttp(Number(port), sent)),
      );
      for (const { status } of answers) seen.add(status);
      return (await peakMegabytes(server.pid)) - before;
    };
    // At first it also grows by what it keeps ready for later.
    expect(await leastTime(20, growth, 8)).toBeLessThan(20);
    // A sender that goes on after it was refused may lose the answer with the connection.
    expect([...seen].filter((status) => status !== 0)).toEqual([413]);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  },
);

it("FLT-10 goes on after a failure that nobody waited for, and after clients that go away in the middle", async () => {
  process.kill(server.pid, "SIGWINCH");
  await until("the failure in the log", () => server.output().includes(DEFECT));
  const { port } = new URL(server.url);
  const halves = [
    "GET /api/openapi.json HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    "POST /api/session HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{",
    "PUT /api/evidence/x HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
  ];
  for (let count = 0; count < 60; count++) {
    const socket = dial(Number(port), "127.0.0.1");
    socket.on("error", () => {});
    await once(socket, "connect");
    socket.write(halves[count % halves.length] ?? "");
    if (count % 2 === 0) await once(socket, "data", { signal: AbortSignal.timeout(50) }).catch(() => {});
    socket.resetAndDestroy();
  }
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  expect(server.output().match(/"level":[56]0/g)).toHaveLength(1);
});

/** The most memory that the process has had, which can be counted anew from what it has now. */
async function peakMegabytes(pid: number, since?: "from now on"): Promise<number> {
  if (since === "from now on") await writeFile(`/proc/${pid}/clear_refs`, "5");
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) / 1_024;
}

/** One line for each kind of fault that the route has shown. */
async function faultsOf(
  operation: Operation,
  requests: fc.Arbitrary<Request>,
  seen: Map<number, number>,
): Promise<readonly string[]> {
  const faults = new Map<string, string>();
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...CALLERS),
      fc.nat(0xffff),
      requests,
      async (caller, client, request) => {
        const answer = await send(operation, caller, client, request);
        seen.set(answer.status, (seen.get(answer.status) ?? 0) + 1);
        for (const fault of wrongIn(answer, operation)) {
          if (!faults.has(fault))
            faults.set(fault, `${operation.name}: ${fault}, asked by ${caller} ${told(request)}`);
        }
      },
    ),
    { seed: SEED, numRuns: REQUESTS_PER_ROUTE, endOnFailure: true },
  );
  return [...faults.values()];
}

interface Answer {
  readonly status: number;
  readonly mediaType: string;
  readonly text: string;
}

async function send(
  { method }: Operation,
  caller: CallerName,
  client: number,
  request: Request,
): Promise<Answer> {
  const headers: Record<string, string> = {
    ...(await callers.headersOf(caller)),
    "accept-language": request.language,
    "x-forwarded-for": `198.18.${client >> 8}.${client & 0xff}`,
    ...(request.contentType !== null && { "content-type": request.contentType }),
  };
  const answer = await fetch(`${server.url}${request.path}`, {
    method,
    headers,
    redirect: "manual",
    signal: AbortSignal.timeout(PATIENCE_MS),
    ...(request.body !== null && { body: request.body }),
  });
  const text = await answer.text();
  if (answer.status === 401 || method === "DELETE") callers.renew(caller);
  return { status: answer.status, mediaType: answer.headers.get("content-type") ?? "", text };
}

function wrongIn({ status, mediaType, text }: Answer, { statuses }: Operation): string[] {
  const wrong: string[] = [];
  if (status >= 500) wrong.push(`failed with ${status}`);
  else if (!statuses.includes(status)) wrong.push(`${status} is not documented`);
  if (status < 400) return wrong;
  if (mediaType !== "application/problem+json") wrong.push(`${status} as ${mediaType}`);
  else if (!problemSchema.safeParse(JSON.parse(text)).success) wrong.push(`${status} with another body`);
  return wrong;
}

function told({ path, body, contentType }: Request): string {
  const sent = typeof body === "string" ? body.slice(0, 600) : body === null ? "nothing" : "bytes";
  return `${path.slice(0, 300)} ${contentType} ${sent}`;
}
