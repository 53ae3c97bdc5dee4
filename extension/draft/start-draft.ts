import type { Clip } from "@otklik/shared/complaint/clip";
import { LIMITS } from "@otklik/shared/complaint/limits";
import type { Browser } from "wxt/browser";
import type { ClipTrigger } from "../clip/captured-page";
import { tidyText } from "../clip/line-writer";
import { webAddress } from "../clip/web-address";
import type { Draft } from "../storage/database";
import { putDraft } from "./draft-store";
import { newDraft } from "./new-draft";

/** What a tab tells of its page before that is asked; nothing where the browser hides it. */
type KnownBeforehand = Pick<Browser.tabs.Tab, "title" | "url" | "windowId">;

/**
 * Stores a draft of what is known before the page was asked: its title and address, and the
 * selected words that the menu gave.
 */
export async function startDraft(tab: KnownBeforehand, trigger: ClipTrigger): Promise<Draft> {
  const draft = draftOf(tab, trigger);
  await putDraft(draft);
  return draft;
}

/** The same, stored nowhere. */
export function draftOf({ title = "", url = "", windowId }: KnownBeforehand, trigger: ClipTrigger): Draft {
  const now = new Date().toISOString();
  const selection = tidyText(trigger.selectionText ?? "")
    .slice(0, LIMITS.narrativeLength)
    .toWellFormed();
  const captured: Clip = {
    narrative: selection,
    author: { name: null, handle: null, profileUrl: null, platformId: null },
    permalink: null,
    permalinkKey: null,
    postedAt: { at: null, precision: "unknown", raw: null },
    page: {
      title: tidyText(title).replace(/\s+/gu, " ").slice(0, LIMITS.titleLength).toWellFormed(),
      url: pageAddress(url),
    },
    channel: "web",
    capturedAt: now,
    adapter: "any-page",
    sources: selection === "" ? {} : { narrative: "selection" },
    evidence: [],
  };
  return { ...newDraft(captured), windowId };
}

/** A web page's address without credentials; any other (`chrome://…`) as it is, for the agent to replace. */
function pageAddress(url: string): string {
  return (URL.canParse(url) ? webAddress(url, new URL(url)) : null) ?? url.slice(0, LIMITS.urlLength);
}
