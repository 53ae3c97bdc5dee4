import type { RegisterComplaint } from "@otklik/shared/complaint/complaint";
import { LIMITS } from "@otklik/shared/complaint/limits";
import { beforeEach, expect, it, vi } from "vitest";
import { freshExtensionWorld, restartLocks } from "../../tests/support/extension-world";
import {
  keep,
  pairedWith,
  problemOf,
  readFileHashes,
  readItems,
  receiptOf,
  refusal,
  sampleFile,
  sampleItem,
} from "../../tests/support/outbox-samples";
import { type Received, scriptedServer } from "../../tests/support/scripted-server";
import { storedPause } from "./outbox-pause";
import { sendOutbox } from "./send-outbox";

const NOW = Date.parse("2026-12-02T09:00:00Z");
const CLIPS = 200;
const PICTURES = 50;
/** Requests that the server takes at once before it asks for patience. */
const AT_ONCE = 20;
const RETRY_AFTER_SECONDS = 4;

beforeEach(() => {
  freshExtensionWorld();
  vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"], now: NOW });
  return () => vi.useRealTimers();
});

/** A server that takes five requests a second on average, and remembers what it has registered. */
async function patientServer() {
  const registered: string[] = [];
  const files = new Set<string>();
  let window = { from: 0, requests: 0 };
  const register = (complaint: RegisterComplaint) => {
    registered.push(complaint.id);
    return receiptOf(complaint, registered.length);
  };
  const server = await scriptedServer(({ method, path, json }: Received) => {
    if (method === "GET") return refusal("not-found");
    if (Date.now() - window.from >= RETRY_AFTER_SECONDS * 1000) window = { from: Date.now(), requests: 0 };
    window.requests += 1;
    if (window.requests > AT_ONCE) {
      return refusal("too-many-requests", { "Retry-After": String(RETRY_AFTER_SECONDS) });
    }
    if (path.startsWith("/api/evidence/")) {
      files.add(path.slice("/api/evidence/".length));
      return { status: 201 };
    }
    if (path === "/api/complaints") return { status: 201, body: register(json as RegisterComplaint) };
    const { complaints } = json as { complaints: RegisterComplaint[] };
    const results = complaints.map((complaint) => ({ status: 201, complaint: register(complaint) }));
    return { status: 200, body: { results } };
  });
  await pairedWith(server.origin);
  return { server, registered, files };
}

it("FLT-05 sends what a day without a server has left: each once, in order, within a minute, as fast as it is let", async () => {
  const pictures = Array.from({ length: PICTURES }, (_, n) => sampleFile(`picture ${n}`));
  const items = Array.from({ length: CLIPS }, (_, n) => {
    const picture = n % (CLIPS / PICTURES) === 0 ? pictures[n / (CLIPS / PICTURES)] : undefined;
    return sampleItem({}, picture === undefined ? [] : [picture]);
  });
  await keep(items, pictures);
  const { server, registered, files } = await patientServer();
  let waitedMs = 0;
  for (let turn = 0; (await readItems()).length > 0; turn++) {
    expect(turn).toBeLessThan(CLIPS);
    await sendOutbox(false);
    const until = (await storedPause.read())?.until;
    if (until === undefined) continue;
    // Nothing is asked before the server's time; half-way the background is ended, as browsers do.
    const asked = server.received.length;
    await sendOutbox(false);
    expect(server.received).toHaveLength(asked);
    restartLocks();
    waitedMs += Date.parse(until) - Date.now();
    vi.setSystemTime(Date.parse(until));
  }
  expect(registered).toEqual(items.map(({ id }) => id));
  expect(files.size).toBe(PICTURES);
  expect(await readFileHashes()).toEqual([]);
  expect(waitedMs).toBeLessThanOrEqual(60_000);
  expect(server.to("POST", "/api/complaints/batch").length).toBeGreaterThanOrEqual(CLIPS / LIMITS.batchItems);
}, 60_000);

it("RATE-01 sends 200 clips that wait to a server that takes 60 in ten seconds: each once, in order, within a minute", async () => {
  const items = Array.from({ length: CLIPS }, () => sampleItem());
  await keep(items);
  const registered: string[] = [];
  let window = { from: 0, left: 0 };
  const server = await scriptedServer(({ method, json }: Received) => {
    if (method === "GET") return refusal("not-found");
    if (Date.now() - window.from >= 10_000) window = { from: Date.now(), left: 60 };
    const waits = { "Retry-After": String((window.from + 10_000 - Date.now()) / 1000) };
    const { complaints } = json as { complaints: RegisterComplaint[] };
    const taken = complaints.splice(0, window.left);
    window.left -= taken.length;
    if (taken.length === 0) return refusal("too-many-requests", waits);
    const results = [
      ...taken.map((complaint) => {
        registered.push(complaint.id);
        return { status: 201, complaint: receiptOf(complaint, registered.length) };
      }),
      ...complaints.map(() => ({ status: 429, problem: problemOf("too-many-requests") })),
    ];
    return { status: 200, body: { results }, ...(complaints.length > 0 && { headers: waits }) };
  });
  await pairedWith(server.origin);
  for (let turn = 0; (await readItems()).length > 0; turn++) {
    expect(turn).toBeLessThan(10);
    await sendOutbox(false);
    expect((await readItems()).every(({ state }) => state === "queued")).toBe(true);
    const until = (await storedPause.read())?.until;
    if (until !== undefined) vi.setSystemTime(Date.parse(until));
  }
  expect(registered).toEqual(items.map(({ id }) => id));
  expect(Date.now() - NOW).toBeLessThanOrEqual(60_000);
  expect(server.to("POST", "/api/complaints/batch")).toHaveLength(4);
}, 60_000);
