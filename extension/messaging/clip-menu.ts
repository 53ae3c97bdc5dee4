import { browser } from "wxt/browser";
import { sayShell } from "../messages/shell";
import { readLocale } from "../settings/settings";

export const CLIP_MENU_ITEM = "clip";

/** One item wherever a page is clicked, in the chosen language. Made anew each time, so that it cannot double. */
export function offerClipInMenus(): Promise<void> {
  return navigator.locks.request("otklik-menu", async () => {
    const title = sayShell(await readLocale(), "menu.clip");
    await browser.contextMenus.removeAll();
    browser.contextMenus.create({
      id: CLIP_MENU_ITEM,
      title,
      contexts: ["page", "frame", "selection", "link", "editable", "image", "video", "audio"],
    });
  });
}
