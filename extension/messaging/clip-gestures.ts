import { type Browser, browser } from "wxt/browser";
import { captureTab } from "../clip/capture-tab";
import { CLIP_MENU_ITEM } from "./clip-menu";
import { openPanel } from "./open-panel";

export const CLIP_COMMAND = "clip";

/** "Clip" in the page's context menu. */
export function clipFromMenu(
  info: Browser.contextMenus.OnClickData,
  tab: Browser.tabs.Tab | undefined,
): void {
  if (info.menuItemId !== CLIP_MENU_ITEM || tab === undefined) return;
  void openPanel(tab.windowId);
  void captureTab(tab, { kind: "menu", selectionText: info.selectionText, linkUrl: info.linkUrl });
}

/** The shortcut. */
export function clipByShortcut(command: string, tab: Browser.tabs.Tab | undefined): void {
  if (command !== CLIP_COMMAND || tab === undefined) return;
  void openPanel(tab.windowId);
  void captureTab(tab, { kind: "shortcut" });
}

/** A button of popup or panel, which has opened the panel itself inside the click. */
export async function clipTabOf(tabId: number, kind: "popup" | "panel"): Promise<void> {
  await captureTab(await browser.tabs.get(tabId), { kind });
}
