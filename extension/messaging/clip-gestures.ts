import { type Browser, browser } from "wxt/browser";
import { captureTab } from "../clip/capture-tab";
import type { ClipTrigger } from "../clip/captured-page";
import { rememberHovered } from "../clip/read-tab";
import { rescueClip } from "../draft/rescue-clip";
import { pickOnTab } from "../picker/pick-on-tab";
import { CLIP_MENU_ITEM, PICK_MENU_ITEM } from "./clip-menu";
import { openPanel } from "./open-panel";

export const CLIP_COMMAND = "clip";
export const PICK_COMMAND = "pick";

/** Firefox tells which element its menu was opened on; the typings know Chrome alone. */
type MenuClick = Browser.contextMenus.OnClickData & { readonly targetElementId?: number };

/** "Clip" in the page's context menu, "Pick on the page" in that of the toolbar button. */
export function clipFromMenu(info: MenuClick, tab: Browser.tabs.Tab | undefined): void {
  if (tab === undefined) return;
  if (info.menuItemId === PICK_MENU_ITEM) startPicking(tab);
  if (info.menuItemId !== CLIP_MENU_ITEM) return;
  void openPanel(tab.windowId);
  const { selectionText, linkUrl, srcUrl, targetElementId, frameId } = info;
  const isInFrame = Boolean(frameId);
  void clipOrPick(tab, { kind: "menu", selectionText, linkUrl, srcUrl, targetElementId, isInFrame });
}

/** A shortcut. */
export function clipByShortcut(command: string, tab: Browser.tabs.Tab | undefined): void {
  if (tab === undefined) return;
  if (command === PICK_COMMAND) startPicking(tab);
  if (command !== CLIP_COMMAND) return;
  if (tab.id !== undefined) void rememberHovered(tab.id);
  void openPanel(tab.windowId);
  void clipOrPick(tab, { kind: "shortcut" });
}

/** A button of popup or panel, which has opened the panel itself inside the click. */
export async function clipTabOf(tabId: number, kind: "popup" | "panel"): Promise<void> {
  await clipOrPick(await browser.tabs.get(tabId), { kind });
}

/** Where it stays unclear which post is meant the agent is asked on the page; the draft is safe by then. */
async function clipOrPick(tab: Browser.tabs.Tab, trigger: ClipTrigger): Promise<void> {
  const draft = await captureTab(tab, trigger).catch((error: unknown) => rescueClip(tab, trigger, error));
  if (draft === undefined) return;
  if (tab.id !== undefined && draft.notes.includes("post-not-found")) {
    await pickOnTab(tab.id, { draftId: draft.id, adds: false });
  }
}

function startPicking(tab: Browser.tabs.Tab): void {
  void openPanel(tab.windowId);
  if (tab.id !== undefined) void pickOnTab(tab.id, { draftId: null, adds: false });
}
