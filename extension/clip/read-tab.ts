import type { Locale } from "@otklik/shared/people/locale";
import { browser } from "wxt/browser";
import { pickerWords } from "../messages/picker";
import { readLocale } from "../settings/settings";
import { cachedCorrections } from "../site-health/corrections-cache";
import type { CapturedPage, ClipOrder, ClipTrigger } from "./captured-page";
import type { ReadOn } from "./fallback/read-on";
import { wantsReadingOn, withWordsReadOn } from "./fallback/with-words-read-on";

/**
 * Reads what a tab shows, one clip after the other.
 *
 * @param clipId by what the page is asked for the clip's posts later
 * @returns null for what no extension may read: the browser's own pages, the store, a PDF, a crashed tab
 */
export function readTab(tabId: number, trigger: ClipTrigger, clipId: string): Promise<CapturedPage | null> {
  return inTurn(tabId, () => readNow(tabId, { clipId, trigger }));
}

/** The order lies on the page: another one must not come between it and the scripts that follow it. */
export function inTurn<Result>(tabId: number, work: () => Promise<Result>): Promise<Result> {
  return navigator.locks.request(`otklik-reading-${tabId}`, work) as Promise<Result>;
}

async function readNow(tabId: number, order: ClipOrder): Promise<CapturedPage | null> {
  try {
    await leaveOrder(tabId, order);
    const known = await clipIn(tabId, "/clip.js");
    const page = known?.wantsFurtherReaders ? ((await clipIn(tabId, "/further-readers.js")) ?? known) : known;
    return page !== null && wantsReadingOn(page) ? withWordsReadOn(page, await readOnIn(tabId)) : page;
  } catch {
    return null;
  }
}

async function clipIn(tabId: number, file: "/clip.js" | "/further-readers.js"): Promise<CapturedPage | null> {
  const [done] = await browser.scripting.executeScript<[], CapturedPage | null>({
    target: { tabId },
    files: [file],
  });
  return done?.result ?? null;
}

async function readOnIn(tabId: number): Promise<ReadOn | null> {
  try {
    const [done] = await browser.scripting.executeScript<[], ReadOn | null>({
      target: { tabId },
      files: ["/read-on.js"],
    });
    return done?.result ?? null;
  } catch {
    // What was read stays.
    return null;
  }
}

/**
 * Remembers in the page which element lies under the pointer. To be called first in the handler of a shortcut:
 * a panel that slides in moves the page under the pointer.
 */
export async function rememberHovered(tabId: number): Promise<void> {
  try {
    await browser.scripting.executeScript({
      target: { tabId },
      func: () => {
        let root: Document | ShadowRoot | null = document;
        globalThis.otklikHovered = null;
        while (root !== null) {
          const { querySelectorAll } = root.nodeType === 9 ? Document.prototype : DocumentFragment.prototype;
          // In quirks mode a bare `:hover` is of links alone.
          const within: NodeListOf<Element> = querySelectorAll.call(root, ":is(*):hover");
          const innermost = within[within.length - 1];
          if (innermost === undefined) return;
          globalThis.otklikHovered = innermost;
          const frame = innermost instanceof HTMLIFrameElement ? innermost.contentDocument : null;
          root = frame ?? innermost.shadowRoot;
        }
      },
    });
  } catch {
    // A page that may not be read: the clip says so.
  }
}

/**
 * Opens the picker in a tab, in place of one that is open.
 *
 * @param most posts that may be taken
 * @returns how many posts are recognised; 0 opens none; null for a page that may not be read
 */
export async function openPickerIn(tabId: number, most: number): Promise<number | null> {
  const locale = await readLocale();
  return inTurn(tabId, () => openNow(tabId, locale, most));
}

async function openNow(tabId: number, locale: Locale, most: number): Promise<number | null> {
  try {
    await leaveOrder(tabId, { trigger: { kind: "picker" }, isForPicker: true });
    await browser.scripting.executeScript({
      target: { tabId },
      func: (order) => {
        globalThis.otklikPickOrder = order;
      },
      args: [{ locale, words: pickerWords(locale), most }],
    });
    const [done] = await browser.scripting.executeScript<[], number>({
      target: { tabId },
      files: ["/clip.js", "/further-readers.js", "/picker.js"],
    });
    return done?.result ?? 0;
  } catch {
    return null;
  }
}

/** How many elements the picker was given; 0 when it was left, and on another page than it was opened on. */
export async function countPicked(tabId: number): Promise<number> {
  try {
    const [done] = await browser.scripting.executeScript({
      target: { tabId },
      func: () => globalThis.otklikPicked?.length ?? 0,
    });
    return done?.result ?? 0;
  } catch {
    return 0;
  }
}

/** Tells the clip script what is wanted, and what was put right of sites since the extension was built. */
export async function leaveOrder(tabId: number, order: ClipOrder): Promise<void> {
  const corrections = (await cachedCorrections.read())?.sites;
  await browser.scripting.executeScript({
    target: { tabId },
    func: (given: ClipOrder) => {
      globalThis.otklikOrder = given;
    },
    args: [corrections === undefined ? order : { ...order, corrections }],
  });
}
