import { beforeEach, describe, expect, it } from "vitest";
import { freshExtensionWorld } from "../../tests/support/extension-world";
import {
  keep,
  pairedWith,
  problemOf,
  readFileHashes,
  readItems,
  receiptOf,
  sampleFile,
  sampleItem,
} from "../../tests/support/outbox-samples";
import { sampleDraft } from "../../tests/support/sample-draft";
import { scriptedServer } from "../../tests/support/scripted-server";
import { findDraft, putDraft } from "../draft/draft-store";
import { sendDraft } from "../draft/send-draft";
import type { Destination } from "../storage/database";
import { correctItem } from "./correct-item";
import { destinationOf } from "./destination";
import { discardHeld, heldItems, sendHeldHere } from "./held-items";
import { sendOutbox } from "./send-outbox";
import { unsentIn } from "./unsent";

const ELSEWHERE: Destination = { origin: "https://other.test", organisationId: "other", name: "Другие" };
const file = sampleFile("screenshot");

beforeEach(() => freshExtensionWorld());

/** A server that registers everything; this browser is connected to it. */
async function connected() {
  const server = await scriptedServer(({ method, json }) =>
    method === "POST" ? { status: 201, body: receiptOf(json as { id: string }) } : { status: 404 },
  );
  await pairedWith(server.origin);
  return { server, there: destinationOf({ origin: server.origin, token: "org.secret" }) };
}

describe("a clip that was sent for another register", () => {
  it.each([
    ["another server", { organisationId: "org" }],
    ["another organisation there", { origin: "" }],
  ])("is neither registered nor its files sent at %s, and is told to wait", async (_what, same) => {
    const { server, there } = await connected();
    const destination = { ...ELSEWHERE, ...same, ...("origin" in same && { origin: there.origin }) };
    const registered = sampleItem({ destination, state: "registered", receipt: receiptOf({ id: "any" }) }, [
      file,
    ]);
    await keep([sampleItem({ destination }), registered], [file]);
    await sendOutbox(true);
    expect(server.received.filter(({ path }) => /complaints$|evidence/.test(path))).toEqual([]);
    const items = await readItems();
    expect(items).toHaveLength(2);
    expect(unsentIn(items, there)).toEqual({ waiting: 2, parked: 0 });
    expect(heldItems(items, there)).toMatchObject([{ destination, items: [{}, {}] }]);
  });

  it("goes once this browser is connected there again", async () => {
    const { there } = await connected();
    await keep([sampleItem({ destination: there })]);
    await sendOutbox(true);
    expect(await readItems()).toEqual([]);
  });

  it("is sent elsewhere by the agent's wish, as a new one; what is registered is not", async () => {
    const { there } = await connected();
    const addTo = { id: "7", incomingNumber: "2026-000142" };
    const problem = problemOf("complaint-closed");
    const [queued, done] = [
      sampleItem({ destination: ELSEWHERE, addTo, state: "parked", problem }),
      sampleItem({ destination: ELSEWHERE, state: "registered", receipt: receiptOf({ id: "any" }) }),
    ];
    await keep([queued, done]);
    await sendHeldHere([queued, done], there);
    expect(await readItems()).toMatchObject([
      { id: queued.id, destination: there, addTo: null, state: "queued", problem: null },
      { id: done.id, destination: ELSEWHERE },
    ]);
  });

  it("is thrown away with its files, unless it may go by now", async () => {
    const { there } = await connected();
    const [gone, stays] = [
      sampleItem({ destination: ELSEWHERE }, [file]),
      sampleItem({ destination: there }),
    ];
    await keep([gone, stays], [file]);
    await discardHeld([gone, stays], there);
    expect((await readItems()).map(({ id }) => id)).toEqual([stays.id]);
    expect(await readFileHashes()).toEqual([]);
  });

  it("becomes a draft that joins nothing here", async () => {
    await connected();
    const addTo = { id: "7", incomingNumber: "2026-000142" };
    const item = sampleItem({
      destination: ELSEWHERE,
      addTo,
      state: "parked",
      problem: problemOf("not-found"),
    });
    await keep([item]);
    await correctItem(item.id);
    expect((await findDraft(item.id))?.addTo).toBeUndefined();
  });
});

it("a clip is sent for the server and organisation that this browser is connected to", async () => {
  const { there } = await connected();
  const draft = sampleDraft();
  await putDraft(draft);
  await sendDraft(draft);
  expect(await readItems()).toMatchObject([{ id: draft.id, destination: there }]);
});

it("a clip that was sent before any connection goes to the first, and to no other after it", async () => {
  const { server } = await connected();
  server.answer(() => ({ status: 503 }));
  const item = sampleItem();
  await keep([item]);
  await sendOutbox(true);
  const { origin } = server;
  expect(await readItems()).toMatchObject([{ id: item.id, destination: { origin, organisationId: "org" } }]);
});
