import { type Browser, browser } from "wxt/browser";
import { completeDraft } from "../draft/complete-draft";
import { startDraft } from "../draft/start-draft";
import { gatherProof } from "../proof/gather-proof";
import { noteCapture } from "../site-health/health-store";
import type { Draft } from "../storage/database";
import type { ClipTrigger, PostPlace } from "./captured-page";
import { readTab } from "./read-tab";
import { type ClickedTab, takeScreenshot } from "./screenshot";

interface CaptureOptions {
  /** A draft that waits for its post; without it a new one is begun. */
  readonly into?: Draft | undefined;
  /** Gathers the rest of the evidence once the draft is there; nobody waits for it. */
  readonly prove?: typeof gatherProof;
}

/**
 * Clips what a tab shows: a draft lies in the database before the page is even asked, then gets what
 * the page told and the screenshot. Needs the gesture's activeTab, and nothing else. Never
 * fails: a page that may not be read gives a draft with what is known and a note that says so.
 *
 * @returns the draft as stored
 */
export async function captureTab(
  tab: Browser.tabs.Tab,
  trigger: ClipTrigger,
  { into, prove = gatherProof }: CaptureOptions = {},
): Promise<Draft> {
  const draft = into ?? (await startDraft(tab, trigger));
  const clicked = clickedTab(tab);
  if (clicked === null) {
    const note = (await isClosedToAll(tab.id)) ? "page-not-readable" : "page-not-granted";
    return completeDraft(draft, { page: null, screenshot: null, note });
  }
  const page = await readTab(clicked.id, trigger, draft.id);
  const taken = await takeScreenshot(clicked, () => measurePost(clicked.id, draft.id)).catch(() => null);
  const screenshot = taken?.screenshot ?? null;
  const note = taken === null ? "screenshot-refused" : taken.note;
  const gatherFrom = page === null ? null : clicked;
  const completed = await completeDraft(draft, { page, screenshot, note, gatherFrom });
  if (page !== null) void noteCapture(page);
  if (page !== null) void prove(completed, clicked, screenshot);
  return completed;
}

/** Null where the browser hides even the address: nothing that was pressed has granted this tab. */
function clickedTab(tab: Browser.tabs.Tab): ClickedTab | null {
  return tab.id === undefined || tab.url === undefined
    ? null
    : { id: tab.id, windowId: tab.windowId, url: tab.url };
}

/** Chromium's words for its own pages and the store, which no press can open to an extension. */
const CLOSED =
  /chrome(?:-\w+)?:\/\/|edge:\/\/|about:|devtools|extensions gallery|Extensions? page|Web Store/i;

/** Whether asking for a press would lead nowhere. Where the browser does not tell, it may be of use. */
async function isClosedToAll(tabId: number | undefined): Promise<boolean> {
  if (tabId === undefined) return false;
  try {
    await browser.scripting.executeScript({ target: { tabId }, func: () => undefined });
    return false;
  } catch (error) {
    return CLOSED.test(String(error));
  }
}

async function measurePost(tabId: number, clipId: string): Promise<PostPlace | null> {
  try {
    const [done] = await browser.scripting.executeScript({
      target: { tabId },
      func: (clipId: string) => globalThis.otklikClipped?.get(clipId)?.measure() ?? null,
      args: [clipId],
    });
    return done?.result ?? null;
  } catch {
    return null;
  }
}
