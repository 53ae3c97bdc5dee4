import { browser } from "wxt/browser";

/** Firefox's name for the side panel; the typings know Chromium only. */
type WithSidebar = typeof browser & { readonly sidebarAction?: { open(): Promise<void> } };

/**
 * Opens the side panel, in Firefox the sidebar. To be called first in the handler of a click:
 * after any `await` the browser no longer sees a gesture and refuses. A refusal is no failure:
 * the draft is there when the panel is opened by hand.
 */
export function openPanel(windowId: number): void {
  const { sidebarAction } = browser as WithSidebar;
  const opening = sidebarAction?.open() ?? browser.sidePanel.open({ windowId });
  opening.catch(() => undefined);
}
