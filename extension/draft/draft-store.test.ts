import { beforeEach, describe, expect, it } from "vitest";
import { freshExtensionWorld } from "../../tests/support/extension-world";
import { sampleDraft } from "../../tests/support/sample-draft";
import { NO_FIELDS } from "../clip/captured-page";
import { openClipStore } from "../storage/database";
import { completeDraft } from "./complete-draft";
import { correctField } from "./draft-changes";
import { discardDraft, keepLastEdit, listDrafts, putDraft, saveDraft } from "./draft-store";
import { watchDrafts } from "./drafts-changed";

beforeEach(() => freshExtensionWorld());

const started = sampleDraft({
  request: { ...sampleDraft().request, clip: { ...sampleDraft().captured, narrative: "", sources: {} } },
  captured: { ...sampleDraft().captured, narrative: "", sources: {} },
});

const page = {
  title: "Форум",
  url: "https://forum.example/t/1",
  ...NO_FIELDS,
  narrative: "Со страницы",
  author: null,
  permalink: "https://forum.example/t/1#9",
  permalinkKey: null,
  postedAt: null,
  channel: "social",
  adapter: "any-page",
  sources: { narrative: "page", permalink: "page" },
  confidence: { narrative: "likely", permalink: "likely" },
  missing: {},
  more: [],
  place: { box: null, viewport: { width: 1, height: 1 }, visual: { x: 0, y: 0, scale: 1 } },
  notes: [],
} as const;

describe("saving what the agent typed", () => {
  it("does not undo a capture that the editor has not seen yet", async () => {
    await putDraft(started);
    const typed = correctField(started, "author", { ...started.captured.author, name: "Глафира" });
    await completeDraft(started, { page, screenshot: null, note: null });
    await saveDraft({ ...typed, masks: [] });
    const [stored] = await listDrafts();
    expect(stored?.request.clip).toMatchObject({
      narrative: "Со страницы",
      permalink: "https://forum.example/t/1#9",
      channel: "social",
      author: { name: "Глафира" },
      sources: { narrative: "page", author: "agent" },
    });
  });

  it("is told to the panel of another window, where the same draft may be open", async () => {
    await putDraft(started);
    const told = new Promise<void>((resolve) => {
      const stop = watchDrafts(() => {
        stop();
        resolve();
      });
    });
    await saveDraft({ ...started, masks: [] });
    await expect(told).resolves.toBeUndefined();
  });

  it("tells when it was stored, and does not bring back a draft that is gone", async () => {
    await putDraft(started);
    const storedAt = await saveDraft({ ...started, masks: [] });
    expect((await listDrafts())[0]?.updatedAt).toBe(storedAt);
    await discardDraft(started.id);
    expect(await saveDraft({ ...started, masks: [] })).toBeNull();
    expect(await listDrafts()).toEqual([]);
  });
});

describe("what was typed in the last moment of a page", () => {
  const typed = correctField(started, "narrative", "Последние слова");

  async function leavePage(): Promise<void> {
    const store = await openClipStore();
    keepLastEdit(store, { ...typed, masks: [] });
    store.close();
  }

  it("is in the draft when it is next read, with a screenshot that the page had not seen", async () => {
    await putDraft(started);
    const image = new Blob(["pixels"], { type: "image/png" });
    const screenshot = { image, width: 10, height: 10, place: page.place };
    await completeDraft(started, { page, screenshot, note: null });
    await leavePage();
    expect(await listDrafts()).toMatchObject([
      { request: { clip: { narrative: "Последние слова", channel: "social" } }, screenshot: { width: 10 } },
    ]);
    expect((await listDrafts())[0]?.request.clip.narrative).toBe("Последние слова");
  });

  it("does not bring back a draft that was discarded or sent, nor wait for one of its name", async () => {
    await putDraft(started);
    await discardDraft(started.id);
    await leavePage();
    expect(await listDrafts()).toEqual([]);
    await putDraft(started);
    expect((await listDrafts())[0]?.request.clip.narrative).toBe("");
  });

  it("gives way to what was saved later", async () => {
    await putDraft(started);
    await leavePage();
    await saveDraft({ ...correctField(started, "narrative", "Позже"), masks: [] });
    expect((await listDrafts())[0]?.request.clip.narrative).toBe("Позже");
  });
});
