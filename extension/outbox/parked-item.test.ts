import { beforeEach, describe, expect, it, vi } from "vitest";
import { freshExtensionWorld } from "../../tests/support/extension-world";
import {
  keep,
  problemOf,
  readFileHashes,
  readItems,
  receiptOf,
  sampleFile,
  sampleItem,
} from "../../tests/support/outbox-samples";
import { saveDraft } from "../draft/draft-store";
import { type Draft, openClipStore } from "../storage/database";
import { correctItem } from "./correct-item";
import { discardItem } from "./discard-item";
import { exportItem } from "./export-item";

const file = sampleFile("screenshot");

beforeEach(() => {
  freshExtensionWorld();
  // Node has no images; their size is all that is asked for.
  vi.stubGlobal("createImageBitmap", async () => ({ width: 800, height: 600, close: () => undefined }));
});

async function readDrafts(): Promise<Draft[]> {
  const store = await openClipStore();
  const drafts = await store.getAll("drafts");
  store.close();
  return drafts;
}

const parked = () => sampleItem({ state: "parked", problem: problemOf("topic-unknown") }, [file]);

describe("correcting", () => {
  it("makes it a draft again, with its id and its screenshot, and takes it out of the outbox", async () => {
    const item = parked();
    await keep([item], [file]);
    await correctItem(item.id);
    const [draft] = await readDrafts();
    expect(draft).toMatchObject({
      id: item.id,
      request: { id: item.id, kind: item.request.kind, clip: { narrative: item.request.clip.narrative } },
      screenshot: { width: 800, height: 600, region: null, masks: [] },
    });
    expect(draft?.request.clip.evidence).toEqual([]);
    expect(await readItems()).toEqual([]);
    expect(await readFileHashes()).toEqual([]);
  });

  it("keeps the complaint that it was to join, until the agent wants it as a new one", async () => {
    const addTo = { id: "7", incomingNumber: "2026-000142" };
    const item = { ...parked(), addTo };
    await keep([item], [file]);
    await correctItem(item.id);
    const [draft] = await readDrafts();
    expect(draft?.addTo).toEqual(addTo);
    if (draft === undefined) return;
    const { addTo: _joined, ...edit } = draft;
    await saveDraft({ ...edit, masks: [] });
    expect((await readDrafts())[0]?.addTo).toBeUndefined();
  });

  it("makes one draft of it when two panels are asked at once", async () => {
    const item = { ...parked(), problem: problemOf("clip-id-reused") };
    await keep([item], [file]);
    await Promise.all([correctItem(item.id), correctItem(item.id)]);
    expect(await readDrafts()).toHaveLength(1);
  });

  it("gives it another id where the id itself was taken", async () => {
    const item = sampleItem({ state: "parked", problem: problemOf("clip-id-reused") });
    await keep([item]);
    await correctItem(item.id);
    const [draft] = await readDrafts();
    expect(draft?.id).not.toBe(item.id);
    expect(draft?.request.id).toBe(draft?.id);
  });

  it.each([
    ["is on its way", sampleItem()],
    ["is registered already", { ...parked(), receipt: receiptOf({ id: "any" }) }],
  ])("does nothing to a clip that %s", async (_what, item) => {
    await keep([item]);
    await correctItem(item.id);
    expect(await readDrafts()).toEqual([]);
    expect(await readItems()).toHaveLength(1);
  });
});

describe("discarding", () => {
  it("takes a parked clip and its file away, and leaves another's", async () => {
    const [gone, stays] = [parked(), sampleItem()];
    await keep([gone, stays], [file]);
    await discardItem(gone.id);
    expect(await readItems()).toMatchObject([{ id: stays.id }]);
    expect(await readFileHashes()).toEqual([]);
  });

  it("does nothing to a clip that is on its way", async () => {
    const item = sampleItem();
    await keep([item]);
    await discardItem(item.id);
    expect(await readItems()).toHaveLength(1);
  });
});

it("exports all that was to be sent, and why it was refused", async () => {
  const item = parked();
  await keep([item], [file]);
  const data = `data:image/png;base64,${Buffer.from("screenshot").toString("base64")}`;
  expect(await exportItem(item)).toMatchObject({
    problem: problemOf("topic-unknown"),
    request: item.request,
    files: [{ sha256: file.sha256, mediaType: "image/png", data }],
  });
});
