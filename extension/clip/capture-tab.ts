import { type Browser, browser } from "wxt/browser";
import { completeDraft } from "../draft/complete-draft";
import { startDraft } from "../draft/start-draft";
import type { Draft } from "../storage/database";
import type { CapturedPage, ClipOrder, ClipTrigger, PostPlace } from "./captured-page";
import { type ClickedTab, takeScreenshot } from "./screenshot";

/**
 * Clips what a tab shows: a draft lies in the database before the page is even asked, then gets what
 * the page told and the screenshot. Needs the gesture's activeTab, and nothing else. Never
 * fails: a page that may not be read gives a draft with what is known and a note that says so.
 *
 * @returns the draft as stored
 */
export async function captureTab(tab: Browser.tabs.Tab, trigger: ClipTrigger): Promise<Draft> {
  const draft = await startDraft({ title: tab.title ?? "", url: tab.url ?? "", trigger });
  const clicked = clickedTab(tab);
  if (clicked === null)
    return completeDraft(draft, { page: null, screenshot: null, note: "page-not-granted" });
  const page = await readPage(clicked.id, trigger);
  const taken = await takeScreenshot(clicked, () => measurePost(clicked.id)).catch(() => null);
  return completeDraft(draft, {
    page,
    screenshot: taken?.screenshot ?? null,
    note: taken === null ? "screenshot-refused" : taken.note,
  });
}

/** Null where the browser hides even the address: nothing that was pressed has granted this tab. */
function clickedTab(tab: Browser.tabs.Tab): ClickedTab | null {
  return tab.id === undefined || tab.url === undefined
    ? null
    : { id: tab.id, windowId: tab.windowId, url: tab.url };
}

/** Null for what no extension may read: the browser's own pages, the store, a PDF, a crashed tab. */
async function readPage(tabId: number, trigger: ClipTrigger): Promise<CapturedPage | null> {
  try {
    await browser.scripting.executeScript({
      target: { tabId },
      func: (given: ClipOrder) => {
        globalThis.otklikOrder = given;
      },
      args: [{ trigger }],
    });
    const [done] = await browser.scripting.executeScript<[], CapturedPage>({
      target: { tabId },
      files: ["/clip.js"],
    });
    return done?.result ?? null;
  } catch {
    return null;
  }
}

async function measurePost(tabId: number): Promise<PostPlace | null> {
  try {
    const [done] = await browser.scripting.executeScript({
      target: { tabId },
      func: () => globalThis.otklikMeasure?.() ?? null,
    });
    return done?.result ?? null;
  } catch {
    return null;
  }
}
