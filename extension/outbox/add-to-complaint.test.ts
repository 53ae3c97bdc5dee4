import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { freshExtensionWorld } from "../../tests/support/extension-world";
import {
  keep,
  pairedWith,
  readItems,
  receiptOf,
  refusal,
  sampleFile,
  sampleItem,
} from "../../tests/support/outbox-samples";
import { type Script, scriptedServer } from "../../tests/support/scripted-server";
import { storedReceipts } from "./receipts";
import { registerAsNew } from "./register-as-new";
import { sendOutbox } from "./send-outbox";

const COMPLAINT = { id: randomUUID(), incomingNumber: "2026-000142" };
const CLIPS = `/api/complaints/${COMPLAINT.id}/clips`;
const ADDED_AT = "2026-11-12T11:03:00.000Z";

beforeEach(() => freshExtensionWorld());

/** Answers to what is sent; what the extension asks beside it is not known. */
async function pairedServer(script: Script) {
  const server = await scriptedServer((request) =>
    request.method === "GET" ? refusal("not-found") : script(request),
  );
  await pairedWith(server.origin);
  return server;
}

const addedTo = (json: unknown, created = true) => ({
  id: (json as { id: string }).id,
  complaintId: COMPLAINT.id,
  incomingNumber: COMPLAINT.incomingNumber,
  addedAt: ADDED_AT,
  created,
});

describe("a clip that joins a complaint", () => {
  it.each([201, 200])(
    "is added to it on %i, then its files go, and its receipt names that number",
    async (status) => {
      const file = sampleFile("crop");
      const item = sampleItem({ addTo: COMPLAINT }, [file]);
      await keep([item], [file]);
      const server = await pairedServer(({ path, json }) =>
        path === CLIPS ? { status, body: addedTo(json, status === 201) } : { status: 201 },
      );
      await sendOutbox(false);
      expect(server.to("POST", CLIPS).map(({ json }) => json)).toEqual([
        { id: item.id, clip: item.request.clip },
      ]);
      expect(server.to("PUT", `/api/evidence/${file.sha256}`)).toHaveLength(1);
      expect(await readItems()).toEqual([]);
      expect(await storedReceipts.read()).toMatchObject([
        { id: item.id, incomingNumber: COMPLAINT.incomingNumber, addedTo: COMPLAINT.id, dueDates: [] },
      ]);
    },
  );

  it("keeps its place among those that are registered", async () => {
    const items = [sampleItem(), sampleItem(), sampleItem({ addTo: COMPLAINT }), sampleItem()];
    await keep(items);
    const order: string[] = [];
    await pairedServer(({ path, json }) => {
      order.push(path);
      if (path === CLIPS) return { status: 201, body: addedTo(json) };
      const { complaints } = json as { complaints?: { id: string }[] };
      if (complaints === undefined) return { status: 201, body: receiptOf(json as { id: string }) };
      return {
        status: 200,
        body: { results: complaints.map((one) => ({ status: 201, complaint: receiptOf(one) })) },
      };
    });
    await sendOutbox(false);
    expect(order).toEqual(["/api/complaints/batch", CLIPS, "/api/complaints"]);
    expect(await readItems()).toEqual([]);
  });

  it("waits when the answer is not that it joined this one", async () => {
    await keep([sampleItem({ addTo: COMPLAINT })]);
    await pairedServer(({ json }) => ({
      status: 200,
      body: { ...addedTo(json), complaintId: randomUUID() },
    }));
    await sendOutbox(false);
    expect(await readItems()).toMatchObject([{ state: "queued" }]);
  });

  it.each(["complaint-closed", "complaint-merged", "not-found"] as const)(
    "is parked on %s, and may then be registered as new",
    async (code) => {
      const item = sampleItem({ addTo: COMPLAINT });
      await keep([item]);
      const server = await pairedServer(({ path, json }) =>
        path === CLIPS ? refusal(code) : { status: 201, body: receiptOf(json as { id: string }) },
      );
      await sendOutbox(false);
      expect(await readItems()).toMatchObject([{ state: "parked", addTo: COMPLAINT, problem: { code } }]);
      await registerAsNew(item.id);
      expect(await readItems()).toMatchObject([{ state: "queued", addTo: null, problem: null }]);
      await sendOutbox(true);
      expect(server.to("POST", "/api/complaints")[0]).toMatchObject({ json: item.request });
      expect(await readItems()).toEqual([]);
    },
  );

  it("is not registered as new while it is on its way", async () => {
    const item = sampleItem({ addTo: COMPLAINT });
    await keep([item]);
    await registerAsNew(item.id);
    expect(await readItems()).toMatchObject([{ state: "queued", addTo: COMPLAINT }]);
  });
});
