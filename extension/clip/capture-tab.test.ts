import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { type Browser, browser } from "wxt/browser";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { restartLocks } from "../../tests/support/extension-world";
import { discardDraft, listDrafts } from "../draft/draft-store";
import { captureTab } from "./capture-tab";
import { type CapturedPage, type ClipTrigger, NO_FIELDS, type PostPlace } from "./captured-page";

const URL_OF_POST = "https://forum.example/topic/7";
const place: PostPlace = {
  box: { x: 10, y: 20, width: 100, height: 50 },
  viewport: { width: 500, height: 350 },
  visual: { x: 0, y: 0, scale: 1 },
};
const page: CapturedPage = {
  ...NO_FIELDS,
  narrative: "Не привезли заказ.",
  title: "Форум",
  url: URL_OF_POST,
  channel: "social",
  adapter: "mastodon",
  sources: { narrative: "adapter" },
  confidence: { narrative: "sure" },
  missing: {},
  more: [],
  place,
  notes: [],
};

const tab: Browser.tabs.Tab = {
  id: 7,
  windowId: 1,
  url: URL_OF_POST,
  title: "Вкладка",
  active: true,
  index: 0,
  pinned: false,
  highlighted: true,
  incognito: false,
  selected: true,
  discarded: false,
  autoDiscardable: true,
  frozen: false,
  groupId: -1,
  lastAccessed: 0,
};

/** Clips without the rest of the evidence, which has tests of its own. */
function clip(from: Browser.tabs.Tab, trigger: ClipTrigger) {
  return captureTab(from, trigger, { prove: async () => undefined });
}

/** The browser's part: what the page tells, where the post is at each look, whether it gives a picture. */
function browserWith(options: {
  readonly page: CapturedPage | null;
  readonly places?: readonly (PostPlace | null)[];
  readonly pictures?: boolean;
  readonly urls?: readonly string[];
}) {
  const places = [...(options.places ?? [place])];
  const urls = [...(options.urls ?? [URL_OF_POST])];
  const next = <Value>(list: Value[]) => (list.length > 1 ? list.shift() : list[0]);
  const executeScript = vi.fn(async (injection: { files?: string[]; args?: unknown[] }) => {
    if (options.page === null) throw new Error("Cannot access contents of the page");
    if (injection.files !== undefined) return [{ result: options.page }];
    // The post is measured by its clip's id; the order is an object.
    return [{ result: typeof injection.args?.[0] === "string" ? next(places) : undefined }];
  });
  const captureVisibleTab = vi.fn(async () => {
    if (options.pictures === false) throw new Error("MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND");
    return `data:image/png;base64,${btoa("pixels")}`;
  });
  vi.stubGlobal("createImageBitmap", async () => ({ width: 1000, height: 700, close() {} }));
  vi.stubGlobal("setTimeout", (run: () => void) => queueMicrotask(run));
  Object.assign(browser, { scripting: { executeScript } });
  Object.assign(browser.tabs, { captureVisibleTab, get: async () => ({ ...tab, url: next(urls) }) });
  return { captureVisibleTab };
}

beforeEach(async () => {
  fakeBrowser.reset();
  restartLocks();
  for (const { id } of await listDrafts()) await discardDraft(id);
});

describe("clipping a tab", () => {
  it("stores what the page told, with the picture and the post's place in its pixels", async () => {
    browserWith({ page });
    const draft = await clip(tab, { kind: "popup" });
    expect(draft).toMatchObject({
      request: {
        clip: {
          narrative: page.narrative,
          channel: "social",
          adapter: "mastodon",
          page: { title: "Форум", url: URL_OF_POST },
        },
      },
      screenshot: { width: 1000, height: 700, region: { x: 20, y: 40, width: 200, height: 100 }, masks: [] },
      notes: [],
    });
    expect((await listDrafts()).map(({ id }) => id)).toEqual([draft.id]);
  });

  it("of a page that may not be read keeps its address, title and selection, and says so", async () => {
    browserWith({ page: null, pictures: false });
    const draft = await clip(
      { ...tab, url: "chrome://settings/" },
      {
        kind: "menu",
        selectionText: "Верните деньги",
      },
    );
    expect(draft).toMatchObject({
      request: {
        clip: {
          narrative: "Верните деньги",
          page: { title: "Вкладка", url: "chrome://settings/" },
          sources: { narrative: "selection" },
        },
      },
      screenshot: null,
    });
    expect(draft.notes).toContain("page-not-readable");
  });

  it.each([
    ["a page that a press would grant", "Cannot access contents of the page.", "page-not-granted"],
    ["a page of the browser's own", "Cannot access a chrome:// URL", "page-not-readable"],
    ["the store", "The extensions gallery cannot be scripted.", "page-not-readable"],
  ])("of %s that the browser hides says what helps", async (_what, refusal, note) => {
    browserWith({ page });
    browser.scripting.executeScript = vi.fn().mockRejectedValue(new Error(refusal));
    const { url: _hidden, title: _too, ...hidden } = tab;
    const draft = await clip(hidden as Browser.tabs.Tab, { kind: "panel" });
    expect(draft).toMatchObject({ screenshot: null, notes: [note] });
  });

  it.each([
    ["before", ["https://other.example/"], 0],
    ["while", [URL_OF_POST, "https://other.example/"], 1],
  ])(
    "EXT-06 throws the picture away when the tab has gone elsewhere %s it was taken",
    async (_when, urls, taken) => {
      const { captureVisibleTab } = browserWith({ page, urls });
      const draft = await clip(tab, { kind: "popup" });
      expect(draft).toMatchObject({ screenshot: null, notes: ["page-changed"] });
      expect(captureVisibleTab).toHaveBeenCalledTimes(taken);
    },
  );

  it("keeps the address of what was read when the site went on between click and reading", async () => {
    const next = "https://forum.example/topic/8";
    browserWith({ page: { ...page, url: next }, urls: [next] });
    const draft = await clip(tab, { kind: "shortcut" });
    expect(draft).toMatchObject({
      request: { clip: { narrative: page.narrative, page: { url: next } } },
      screenshot: null,
      notes: ["page-changed"],
    });
  });

  it("takes the picture again when the page moved meanwhile", async () => {
    const moved = { ...place, viewport: { width: 400, height: 280 } };
    const { captureVisibleTab } = browserWith({ page, places: [place, moved, moved, moved] });
    const draft = await clip(tab, { kind: "popup" });
    expect(draft.screenshot?.region).toEqual({ x: 25, y: 50, width: 250, height: 125 });
    expect(captureVisibleTab).toHaveBeenCalledTimes(2);
  });

  it("keeps a picture without an outline when the page never stands still", async () => {
    const places = Array.from({ length: 8 }, (_, y) => ({
      ...place,
      box: { x: 0, y, width: 10, height: 10 },
    }));
    browserWith({ page, places });
    const draft = await clip(tab, { kind: "popup" });
    expect(draft).toMatchObject({ screenshot: { region: null }, notes: ["post-place-unsure"] });
  });

  it("asks again when the browser refuses for being asked too often, and goes on without", async () => {
    const { captureVisibleTab } = browserWith({ page, pictures: false });
    const draft = await clip(tab, { kind: "shortcut" });
    expect(draft).toMatchObject({ screenshot: null, notes: ["screenshot-refused"] });
    expect(captureVisibleTab).toHaveBeenCalledTimes(4);
  });

  it("says that the post is not on the picture when it was out of view", async () => {
    browserWith({ page, places: [{ ...place, box: { x: 0, y: 900, width: 10, height: 10 } }] });
    const draft = await clip(tab, { kind: "popup" });
    expect(draft).toMatchObject({ screenshot: { region: null }, notes: ["post-out-of-view"] });
  });
});
