import type { RegisterComplaint } from "@otklik/shared/complaint/complaint";
import { LIMITS } from "@otklik/shared/complaint/limits";
import { beforeEach, describe, expect, it } from "vitest";
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
import { type Answer, type Received, scriptedServer } from "../../tests/support/scripted-server";
import { until } from "../../tests/support/until";
import { usableConnection } from "../api/connection";
import type { OutboxItem } from "../storage/database";
import { connectedServer } from "./connected-server";
import { flushOutbox } from "./flush-outbox";
import { storedReceipts } from "./receipts";

beforeEach(() => freshExtensionWorld());

/** A register as small as can be: numbers from 1, the same number for the same id. */
async function smallRegister(files: (request: Received) => Answer | "hang-up" = () => ({ status: 201 })) {
  const numbers = new Map<string, number>();
  const register = (complaint: RegisterComplaint) => {
    const status = numbers.has(complaint.id) ? 200 : 201;
    if (status === 201) numbers.set(complaint.id, numbers.size + 1);
    return { status, complaint: receiptOf(complaint, numbers.get(complaint.id)) };
  };
  const server = await scriptedServer((request) => {
    if (request.method === "PUT") return files(request);
    if (request.path === "/api/complaints/batch") {
      const { complaints } = request.json as { complaints: RegisterComplaint[] };
      return { status: 200, body: { results: complaints.map(register) } };
    }
    const { status, complaint } = register(request.json as RegisterComplaint);
    return { status, body: complaint };
  });
  await pairedWith(server.origin);
  return { server, numbers };
}

/** Two of these are more than one body may hold. */
function big(item: OutboxItem): OutboxItem {
  const clip = { ...item.request.clip, narrative: "x".repeat(0.6 * LIMITS.jsonBytes) };
  return { ...item, request: { ...item.request, clip } };
}

async function flush(hurry = false) {
  const connection = await usableConnection();
  if (connection === null) throw new Error("not paired");
  return flushOutbox(connectedServer(connection, "en"), hurry);
}

describe("order", () => {
  it("of sending is the order of numbers, in one batch", async () => {
    const items = [sampleItem(), sampleItem(), sampleItem()];
    await keep(items.toReversed());
    const { server, numbers } = await smallRegister();
    expect(await flush()).toEqual({ pairAgain: false, nextAttemptAt: null, registered: 3, parked: 0 });
    expect([...numbers.keys()]).toEqual(items.map(({ id }) => id));
    expect(server.received.map(({ path }) => path)).toEqual(["/api/complaints/batch"]);
  });

  it("holds across batches when one cannot carry all", async () => {
    const items = [big(sampleItem()), big(sampleItem()), sampleItem()];
    await keep(items);
    const { server, numbers } = await smallRegister();
    await flush();
    expect([...numbers.keys()]).toEqual(items.map(({ id }) => id));
    expect(server.received.map(({ path }) => path)).toEqual(["/api/complaints", "/api/complaints/batch"]);
  });
});

describe("a batch", () => {
  it("parks the one clip that is refused and registers the others", async () => {
    const items = [sampleItem(), sampleItem(), sampleItem()];
    await keep(items);
    const { server } = await smallRegister();
    server.answer(({ json }) => {
      const { complaints } = json as { complaints: RegisterComplaint[] };
      const results = complaints.map((complaint, index) =>
        index === 1
          ? { status: 422, problem: problemOf("topic-unknown") }
          : { status: 201, complaint: receiptOf(complaint, index + 1) },
      );
      return { status: 200, body: { results } };
    });
    expect(await flush()).toMatchObject({ registered: 2, parked: 1 });
    expect(await readItems()).toMatchObject([
      { id: items[1]?.id, state: "parked", problem: { code: "topic-unknown" } },
    ]);
  });

  it.each([
    ["is refused as a whole", refusal("body-too-large")],
    ["fails as a whole", refusal("internal-error")],
    ["is answered with another number of results", { status: 200, body: { results: [] } }],
  ])("is sent one by one when it %s", async (_what, answer) => {
    await keep([sampleItem(), sampleItem()]);
    const { server } = await smallRegister();
    server.answer(({ path, json }) =>
      path === "/api/complaints/batch" ? answer : { status: 201, body: receiptOf(json as RegisterComplaint) },
    );
    expect(await flush()).toMatchObject({ registered: 2 });
    expect(server.to("POST", "/api/complaints")).toHaveLength(2);
  });
});

describe("being ended anywhere", () => {
  it("FLT-06 after the request and before the answer was written down sends it again and registers it once", async () => {
    const item = sampleItem();
    await keep([item]);
    const { server, numbers } = await smallRegister();
    const connection = await usableConnection();
    if (connection === null) throw new Error("not paired");
    const real = connectedServer(connection, "en");
    let wasSent = false;
    // The worker is gone in the moment the server has answered: nothing after it ever runs.
    void flushOutbox(
      {
        ...real,
        registerOne: async (complaint) => {
          await real.registerOne(complaint);
          wasSent = true;
          return new Promise(() => undefined);
        },
      },
      false,
    );
    await until("the server has the clip", () => wasSent);
    expect(await readItems()).toMatchObject([{ state: "queued", attempts: 1, receipt: null }]);
    restartLocks();
    await flush();
    expect(await readItems()).toEqual([]);
    expect([...numbers.entries()]).toEqual([[item.id, 1]]);
    expect(server.to("POST", "/api/complaints").map(({ json }) => json)).toEqual([
      item.request,
      item.request,
    ]);
    expect(await storedReceipts.read()).toMatchObject([{ incomingNumber: "2026-000001" }]);
  });

  it("when the answer is lost on the way, too", async () => {
    const item = sampleItem();
    await keep([item]);
    const { server, numbers } = await smallRegister();
    server.answer(({ json }) => {
      numbers.set((json as RegisterComplaint).id, 7);
      return "hang-up";
    });
    await flush();
    server.answer(({ json }) => ({ status: 200, body: receiptOf(json as RegisterComplaint, 7) }));
    await flush(true);
    expect(await readItems()).toEqual([]);
    expect(await storedReceipts.read()).toMatchObject([{ incomingNumber: "2026-000007" }]);
  });

  it("after registering keeps the receipt, also when it had not been kept yet", async () => {
    const item = sampleItem({ state: "registered" });
    await keep([{ ...item, receipt: receiptOf(item, 5) }]);
    await smallRegister();
    await flush();
    expect(await readItems()).toEqual([]);
    expect(await storedReceipts.read()).toMatchObject([{ id: item.id, incomingNumber: "2026-000005" }]);
  });
});

describe("files", () => {
  const first = sampleFile("first screenshot");
  const second = sampleFile("second screenshot");

  it("go up one by one after the registration, with their very bytes, and are then forgotten", async () => {
    await keep([sampleItem({}, [first, second])], [first, second]);
    const { server } = await smallRegister();
    await flush();
    expect(server.received.map(({ method, path }) => `${method} ${path}`)).toEqual([
      "POST /api/complaints",
      `PUT /api/evidence/${first.sha256}`,
      `PUT /api/evidence/${second.sha256}`,
    ]);
    expect(server.received[1]).toMatchObject({
      bytes: Buffer.from("first screenshot"),
      headers: { "content-type": "image/png", authorization: "Bearer org.secret" },
    });
    expect(await readItems()).toEqual([]);
    expect(await readFileHashes()).toEqual([]);
  });

  it("that are up already are not sent again", async () => {
    await keep([sampleItem({}, [first, second])], [first, second]);
    const { server } = await smallRegister(({ path }) =>
      path.endsWith(second.sha256) ? "hang-up" : { status: 201 },
    );
    await flush();
    expect(await readItems()).toMatchObject([{ state: "registered", filesLeft: [second.sha256] }]);
    server.answer(() => ({ status: 204 }));
    await flush(true);
    expect(server.to("PUT", `/api/evidence/${first.sha256}`)).toHaveLength(1);
    expect(await readItems()).toEqual([]);
  });

  it("do not hold up the registration of the clips behind", async () => {
    await keep([sampleItem({}, [first]), sampleItem()], [first]);
    const { numbers } = await smallRegister(() => "hang-up");
    await flush();
    expect(numbers.size).toBe(2);
    expect(await readItems()).toMatchObject([{ state: "registered", filesLeft: [first.sha256] }]);
  });

  it("that are refused park the clip with its receipt", async () => {
    await keep([sampleItem({}, [first])], [first]);
    await smallRegister(() => refusal("evidence-mismatch"));
    expect(await flush()).toMatchObject({ registered: 1, parked: 1 });
    expect(await readItems()).toMatchObject([
      { state: "parked", receipt: { incomingNumber: "2026-000001" }, problem: { code: "evidence-mismatch" } },
    ]);
  });

  it("stay while another clip needs the same bytes", async () => {
    await keep([sampleItem({}, [first]), sampleItem({ state: "parked" }, [first])], [first]);
    await smallRegister();
    await flush();
    expect(await readFileHashes()).toEqual([first.sha256]);
  });
});

it("runs once at a time, so that two causes send once", async () => {
  await keep([sampleItem()]);
  const { server } = await smallRegister();
  await Promise.all([flush(), flush(true), flush()]);
  expect(server.to("POST", "/api/complaints")).toHaveLength(1);
});

it("does not touch what is parked", async () => {
  await keep([sampleItem({ state: "parked", problem: problemOf("topic-unknown") })]);
  const { server } = await smallRegister();
  expect(await flush(true)).toEqual({ pairAgain: false, nextAttemptAt: null, registered: 0, parked: 0 });
  expect(server.received).toEqual([]);
});
