import { beforeEach, expect, it, vi } from "vitest";
import { browser } from "wxt/browser";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { freshExtensionWorld } from "../../tests/support/extension-world";
import { sampleDraft } from "../../tests/support/sample-draft";
import { type CapturedPage, NO_FIELDS } from "../clip/captured-page";
import { listDrafts, putDraft } from "../draft/draft-store";
import { storedRescue } from "../draft/rescue-clip";
import { storedHealth } from "../site-health/health-store";
import { onPicked } from "./pick-on-tab";
import { readPicking, writePicking } from "./picking-state";

const tab = { ...(await fakeBrowser.tabs.get(0)), id: 7, title: "Форум", url: "https://forum.test/1" };

const PICKED: CapturedPage = {
  ...NO_FIELDS,
  ...{ title: "Форум", url: tab.url, channel: "web", adapter: "any-page", narrative: "Выбранная запись" },
  ...{ sources: { narrative: "page" }, confidence: {}, missing: {}, more: [], notes: [] },
  place: { box: null, viewport: { width: 1, height: 1 }, visual: { x: 0, y: 0, scale: 1 } },
};

/** What was picked on the tab; null where it cannot be read any more. */
function tabHas(page: CapturedPage | null): void {
  const executeScript = async ({ files, args }: { files?: string[]; args?: unknown[] }) => {
    // Without arguments it is asked how many were picked.
    return [{ result: files !== undefined ? page : args === undefined ? 1 : null }];
  };
  Object.assign(browser, { scripting: { executeScript } });
}

beforeEach(() => {
  freshExtensionWorld();
  tabHas(PICKED);
  fakeBrowser.tabs.get = async () => tab;
});

const openFor = (draftId: string | null, adds: boolean) =>
  writePicking({ tabId: tab.id, draftId, adds, state: "open" });

it("FLT-07 what was picked is kept beside a database that takes nothing", async () => {
  await openFor(null, false);
  vi.spyOn(indexedDB, "open").mockImplementation(() => {
    throw new DOMException("no room", "QuotaExceededError");
  });
  await onPicked(tab.id);
  expect((await storedRescue.read())?.map(({ request }) => request.clip.narrative)).toEqual([
    "Выбранная запись",
  ]);
});

it("FLT-07 so is what was to be added to a draft", async () => {
  await openFor(sampleDraft().id, true);
  vi.spyOn(indexedDB, "open").mockImplementation(() => {
    throw new DOMException("no room", "QuotaExceededError");
  });
  await onPicked(tab.id);
  expect(await storedRescue.read()).toHaveLength(1);
});

it("what cannot be read is said not to have been added", async () => {
  const draft = sampleDraft();
  await putDraft(draft);
  tabHas(null);
  await openFor(draft.id, true);
  await onPicked(tab.id);
  expect(await readPicking()).toMatchObject({ draftId: draft.id, state: "unread" });
});

it("becomes a clip of its own when the draft that it was for has gone, and that is said beside it", async () => {
  await openFor(sampleDraft().id, true);
  await onPicked(tab.id);
  const [own] = await listDrafts();
  expect(own?.request.clip.narrative).toBe("Выбранная запись");
  expect(await readPicking()).toMatchObject({ draftId: own?.id, state: "apart" });
});

it("is added to the draft that is there, and nothing is said", async () => {
  const draft = sampleDraft();
  await putDraft(draft);
  await openFor(draft.id, true);
  await onPicked(tab.id);
  expect((await listDrafts()).map(({ request }) => request.clip.more?.length)).toEqual([1]);
  expect(await readPicking()).toBeNull();
});

it("is counted, each post that is added, by how well its site was read", async () => {
  const draft = sampleDraft();
  await putDraft(draft);
  const read: CapturedPage = { ...PICKED, sources: { narrative: "adapter" } };
  const { more: _more, ...post } = read;
  tabHas({ ...read, channel: "social", adapter: "vk", site: "vk", more: [post] });
  await openFor(draft.id, true);
  await onPicked(tab.id);
  expect((await storedHealth.read())?.counts).toMatchObject([
    { adapter: "vk", read: 2, fellBack: 0, filled: { narrative: 2 }, missed: { author: 2 } },
  ]);
});
