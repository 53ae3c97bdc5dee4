import { browser } from "wxt/browser";

/** Firefox has a sidebar for a side panel, and some Chromium browsers have neither; the typings know Chrome alone. */
interface Panels {
  readonly sidebarAction?: { open(): Promise<void> };
  readonly sidePanel?: Pick<typeof browser.sidePanel, "open">;
}

/** About as wide as a side panel, in CSS pixels. */
const WINDOW_SIZE = { width: 440, height: 800 };

/**
 * Opens the side panel, in Firefox the sidebar. To be called first in the handler of a click:
 * after any `await` the browser no longer sees a gesture and refuses. A refusal is no failure:
 * the draft is there when the panel is opened by hand.
 *
 * @returns when it is open, or will not be; a page that closes itself waits for this
 */
export function openPanel(windowId: number): Promise<void> {
  const { sidebarAction, sidePanel }: Panels = browser;
  const opening = sidebarAction?.open() ?? sidePanel?.open({ windowId }) ?? openWindow();
  return opening.catch(() => undefined);
}

/** Where there is no panel, drafts have one small window. It covers no tab, so that the screenshot can still be taken. */
async function openWindow(): Promise<void> {
  const url = `${location.origin}/sidepanel.html`;
  const [open] = await browser.runtime.getContexts({ contextTypes: ["TAB"], documentUrls: [url] });
  if (open === undefined) await browser.windows.create({ type: "popup", url, ...WINDOW_SIZE });
  else await browser.windows.update(open.windowId, { focused: true });
}
