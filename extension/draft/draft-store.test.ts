import { beforeEach, describe, expect, it } from "vitest";
import { freshExtensionWorld } from "../../tests/support/extension-world";
import { sampleDraft } from "../../tests/support/sample-draft";
import { NO_FIELDS } from "../clip/captured-page";
import { completeDraft } from "./complete-draft";
import { correctField } from "./draft-changes";
import { discardDraft, listDrafts, putDraft, saveDraft } from "./draft-store";
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
