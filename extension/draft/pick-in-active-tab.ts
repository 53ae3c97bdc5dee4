import { browser } from "wxt/browser";
import { tell } from "../messaging/messages";

/**
 * Asks for the picker on the tab beside the panel. The panel has no gesture of its own on the page: it opens with
 * what the last one granted, or the panel says which press is needed.
 *
 * @param draftId the draft to which the picked posts are added; null for one of their own
 */
export async function pickInActiveTab(draftId: string | null): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id !== undefined) await tell({ type: "pick-on-tab", tabId: tab.id, draftId });
}
