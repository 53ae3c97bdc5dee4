import type { Page } from "playwright-core";
import type { ExtensionBrowser } from "./chromium";
import { until } from "./until";

/** Selects the text of an element, as a person does by dragging over it. */
export async function selectText(page: Page, selector: string): Promise<string> {
  return page.locator(selector).evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const selection = getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
    return selection?.toString() ?? "";
  });
}

/**
 * Chooses "Clip" in the page's context menu. The menu is the system's own and cannot be pressed
 * without a display; so the toolbar button's gesture grants activeTab, as the menu's would, and
 * then the menu's own listener is called with what the browser would tell it.
 *
 * @param frameId by what the browser knows the frame that the menu was opened in; 0 is the page itself
 */
export async function clipFromMenu(
  browser: ExtensionBrowser,
  page: Page,
  selectionText?: string,
  frameId = 0,
): Promise<void> {
  const before = await capturedDrafts(browser);
  await browser.pressToolbarButton(page);
  await browser.closePopup();
  const worker = await browser.worker();
  await worker.evaluate(
    async ([pageUrl, selectionText, frameId]) => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      const event = chrome.contextMenus.onClicked;
      if (!("dispatch" in event) || typeof event.dispatch !== "function") throw new Error("No dispatch");
      event.dispatch({ menuItemId: "clip", editable: false, pageUrl, selectionText, frameId }, tab);
    },
    [page.url(), selectionText, frameId] as const,
  );
  await until("the clip to be captured", async () => (await capturedDrafts(browser)) > before);
}

/** Lets the service worker's clock run ahead and rings the alarm whose time has come. */
export async function passTime(
  browser: ExtensionBrowser,
  milliseconds: number,
  alarm: string,
): Promise<void> {
  const worker = await browser.worker();
  await worker.evaluate(
    ([milliseconds, name]) => {
      const now = Date.now.bind(Date);
      Date.now = () => now() + milliseconds;
      const event = chrome.alarms.onAlarm;
      if (!("dispatch" in event) || typeof event.dispatch !== "function") throw new Error("No dispatch");
      event.dispatch({ name, scheduledTime: Date.now() });
    },
    [milliseconds, alarm] as const,
  );
}

/** How many drafts have got their screenshot: then the page's tab need no longer be in front. */
export async function capturedDrafts(browser: ExtensionBrowser): Promise<number> {
  const worker = await browser.worker();
  return worker.evaluate(async () => {
    // Opening what is not there yet would make it, without its stores.
    const known = await indexedDB.databases();
    if (!known.some(({ name }) => name === "otklik")) return 0;
    const drafts = await new Promise<{ screenshot: unknown }[]>((resolve, reject) => {
      const opening = indexedDB.open("otklik");
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const database = opening.result;
        const reading = database.transaction("drafts").objectStore("drafts").getAll();
        reading.onerror = () => reject(reading.error);
        reading.onsuccess = () => {
          database.close();
          resolve(reading.result);
        };
      };
    });
    return drafts.filter(({ screenshot }) => screenshot !== null).length;
  });
}
