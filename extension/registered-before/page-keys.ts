import { browser } from "wxt/browser";
import { inTurn, leaveOrder } from "../clip/read-tab";

/**
 * The platforms' names of the posts that a tab shows; the page is read and not changed. Needs what the person's last
 * gesture on the tab has granted.
 *
 * @returns null for a page that may not be read
 */
export function pageKeys(tabId: number): Promise<readonly string[] | null> {
  return inTurn(tabId, () => keysNow(tabId));
}

async function keysNow(tabId: number): Promise<readonly string[] | null> {
  try {
    await leaveOrder(tabId, { trigger: { kind: "panel" }, isForPicker: true });
    await browser.scripting.executeScript({ target: { tabId }, files: ["/clip.js", "/further-readers.js"] });
    const [done] = await browser.scripting.executeScript({
      target: { tabId },
      func: () => globalThis.otklikFinder?.keys() ?? [],
    });
    return Array.isArray(done?.result) ? done.result.filter((key) => typeof key === "string") : null;
  } catch {
    return null;
  }
}
