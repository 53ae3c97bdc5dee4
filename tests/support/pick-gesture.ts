import type { Locale } from "@otklik/shared/people/locale";
import type { Page } from "playwright-core";
import { sayShell } from "../../extension/messages/shell/index";
import type { Draft } from "../../extension/storage/database";
import type { ExtensionBrowser } from "./chromium";
import { until } from "./until";

/** Opens the picker as a person does: the toolbar button, and its popup's "Pick on the page". */
export async function openPicker(
  browser: ExtensionBrowser,
  page: Page,
  locale: Locale = "en",
): Promise<void> {
  await browser.pressToolbarButton(page);
  await browser.pressButtonIn("popup.html", sayShell(locale, "pick"));
  await pickerIsOpen(page);
  await browser.closePopup();
}

/** Its host is all of the picker that a page can see. */
export async function pickerIsOpen(page: Page): Promise<void> {
  await until("the picker to be open", async () => (await pickersOn(page)) === 1);
}

/** Waits until the page is as it was before the picker. */
export async function pickerHasLeft(page: Page): Promise<void> {
  await until("the picker to have left", async () => (await pickersOn(page)) === 0);
}

/** Asked outside of the page's own world, where a page may have overwritten anything. */
export function pickersOn(page: Page): Promise<number> {
  return page.locator('div[style*="z-index: 2147483647 !important"]').count();
}

/** Moves the real pointer over the middle of an element. */
export async function pointAt(page: Page, selector: string): Promise<void> {
  const box = await page.locator(selector).boundingBox();
  if (box === null) throw new Error(`No ${selector} in view`);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
}

/** The drafts in the browser's database, the newest first. */
export async function draftsIn(browser: ExtensionBrowser): Promise<Draft[]> {
  const worker = await browser.worker();
  const drafts = await worker.evaluate(async () => {
    const known = await indexedDB.databases();
    if (!known.some(({ name }) => name === "otklik")) return [];
    return new Promise<Draft[]>((resolve, reject) => {
      const opening = indexedDB.open("otklik");
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const database = opening.result;
        const reading = database.transaction("drafts").objectStore("drafts").getAll();
        reading.onsuccess = () => {
          database.close();
          resolve(reading.result);
        };
      };
    });
  });
  return drafts.sort((one, other) => other.createdAt.localeCompare(one.createdAt));
}
