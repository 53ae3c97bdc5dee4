import { browser } from "wxt/browser";
import { sayShell } from "../messages/shell";
import { readLocale } from "../settings/settings";

export const CLIP_MENU_ITEM = "clip";
export const PICK_MENU_ITEM = "pick";

/**
 * One item wherever a page is clicked, in the chosen language: a second one there would push both into a submenu,
 * so picking stands in the menu of the toolbar button. Made anew each time, so that none can double.
 */
export function offerClipInMenus(): Promise<void> {
  return navigator.locks.request("otklik-menu", async () => {
    const locale = await readLocale();
    await browser.contextMenus.removeAll();
    browser.contextMenus.create({
      id: CLIP_MENU_ITEM,
      title: sayShell(locale, "menu.clip"),
      contexts: ["page", "frame", "selection", "link", "editable", "image", "video", "audio"],
    });
    browser.contextMenus.create({
      id: PICK_MENU_ITEM,
      title: sayShell(locale, "pick"),
      contexts: ["action"],
    });
  });
}
