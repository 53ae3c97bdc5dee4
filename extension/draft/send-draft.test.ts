import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { restartLocks } from "../../tests/support/extension-world";
import { sampleDraft } from "../../tests/support/sample-draft";
import { openClipStore } from "../storage/database";
import { listDrafts, putDraft, saveDraft } from "./draft-store";
import { sha256Of } from "./mask-picture";
import { sendDraft } from "./send-draft";

const PIXELS = new Blob(["pixels"], { type: "image/png" });

/** Node draws no pictures: this canvas counts what is painted and gives fixed bytes. */
class Canvas {
  static painted: number[][] = [];
  getContext() {
    return { fillStyle: "", drawImage() {}, fillRect: (...box: number[]) => Canvas.painted.push(box) };
  }
  convertToBlob = async () => PIXELS;
}

beforeEach(() => {
  fakeBrowser.reset();
  restartLocks();
  Canvas.painted = [];
  vi.stubGlobal("OffscreenCanvas", Canvas);
  vi.stubGlobal("createImageBitmap", async () => ({ close() {} }));
});

afterEach(async () => {
  const store = await openClipStore();
  await Promise.all((["drafts", "outbox", "files"] as const).map((name) => store.clear(name)));
  store.close();
});

async function stored() {
  const store = await openClipStore();
  const found = {
    drafts: await store.getAll("drafts"),
    outbox: await store.getAllFromIndex("outbox", "sequence"),
    files: await store.getAll("files"),
  };
  store.close();
  return found;
}

const mask = { x: 1, y: 2, width: 30, height: 40 };
const screenshot = {
  image: PIXELS,
  width: 100,
  height: 70,
  region: { x: 0, y: 0, width: 50, height: 20 },
  masks: [mask],
};

describe("sending a draft", () => {
  it("moves it into the outbox with its masked screenshot, and tells the background", async () => {
    const told: unknown[] = [];
    fakeBrowser.runtime.onMessage.addListener((message) => void told.push(message));
    const draft = sampleDraft({ screenshot });
    await putDraft(draft);
    expect(await sendDraft(draft)).toMatchObject({ sent: true, id: draft.id });
    const { drafts, outbox, files } = await stored();
    const sha256 = await sha256Of(PIXELS);
    expect(drafts).toEqual([]);
    expect(outbox).toMatchObject([
      { id: draft.id, sequence: 1, state: "queued", attempts: 0, filesLeft: [sha256] },
    ]);
    expect(outbox[0]?.request.clip.evidence).toEqual([
      {
        kind: "screenshot",
        sha256,
        mediaType: "image/png",
        bytes: 6,
        region: screenshot.region,
        masks: [mask],
      },
    ]);
    expect(files).toMatchObject([{ sha256, mediaType: "image/png" }]);
    expect(Canvas.painted).toEqual([[1, 2, 30, 40]]);
    expect(told).toEqual([{ type: "outbox-changed" }]);
  });

  it("twice at once sends once", async () => {
    const draft = sampleDraft();
    await putDraft(draft);
    const results = await Promise.all([sendDraft(draft), sendDraft(draft)]);
    expect(results.map(({ sent }) => sent)).toEqual([true, true]);
    expect((await stored()).outbox).toHaveLength(1);
  });

  it("keeps the order of sending", async () => {
    const drafts = [sampleDraft(), sampleDraft(), sampleDraft()];
    for (const draft of drafts) await sendDraft(draft);
    expect((await stored()).outbox.map(({ id, sequence }) => [id, sequence])).toEqual(
      drafts.map(({ id }, index) => [id, index + 1]),
    );
  });

  it("FLT-07 that fails in the middle leaves the draft and nothing else", async () => {
    const draft = sampleDraft({ screenshot });
    await putDraft(draft);
    vi.spyOn(IDBObjectStore.prototype, "add").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    await expect(sendDraft(draft)).rejects.toThrow("full");
    vi.restoreAllMocks();
    expect(await stored()).toMatchObject({ drafts: [{ id: draft.id }], outbox: [], files: [] });
  });

  it.each([
    ["no text", { narrative: " \n " }, "clip.narrative", "too_small"],
    ["text of one character too many", { narrative: "а".repeat(20_001) }, "clip.narrative", "too_big"],
    ["a link that is no address", { permalink: "не адрес" }, "clip.permalink", "invalid_format"],
    [
      "a page of the browser itself",
      { page: { title: "", url: "chrome://settings" } },
      "clip.page.url",
      "invalid_format",
    ],
  ])("with %s tells which field, and keeps the draft", async (_rule, clip, path, reason) => {
    const draft = sampleDraft();
    const wrong = { ...draft, request: { ...draft.request, clip: { ...draft.request.clip, ...clip } } };
    await putDraft(wrong);
    const result = await sendDraft(wrong);
    expect(result).toMatchObject({ sent: false, problems: [{ path, reason }] });
    expect(await stored()).toMatchObject({ drafts: [{ id: draft.id }], outbox: [] });
  });

  it("drops spaces round what was typed, and sends what was emptied as not known", async () => {
    const draft = sampleDraft();
    const { clip } = draft.request;
    const author = { name: " Варвара  Синицына ", handle: " ", profileUrl: null, platformId: null };
    await sendDraft({
      ...draft,
      request: { ...draft.request, remedySought: " ", clip: { ...clip, author } },
    });
    const [item] = (await stored()).outbox;
    expect(item?.request.remedySought).toBeNull();
    expect(item?.request.clip.author).toEqual({ ...author, name: "Варвара Синицына", handle: null });
  });
});

it("an edit that comes after sending does not bring the draft back", async () => {
  const draft = sampleDraft();
  await putDraft(draft);
  await sendDraft(draft);
  await saveDraft({ ...draft, masks: [] });
  expect(await listDrafts()).toEqual([]);
});
