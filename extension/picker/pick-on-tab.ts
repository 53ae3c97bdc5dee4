import { LIMITS } from "@otklik/shared/complaint/limits";
import { type Browser, browser } from "wxt/browser";
import { captureTab } from "../clip/capture-tab";
import { countPicked, openPickerIn, readTab } from "../clip/read-tab";
import { addPosts } from "../draft/add-posts";
import { findDraft } from "../draft/draft-store";
import { rescueClip } from "../draft/rescue-clip";
import { gatherAdded } from "../proof/gather-added";
import { noteCapture } from "../site-health/health-store";
import type { PickAction } from "./pick-order";
import { type Picking, readPicking, writePicking } from "./picking-state";

const BY_PICKER = { kind: "picker" } as const;

/** Opens the picker on a tab; one that is open, there or elsewhere, is left. */
export async function pickOnTab(
  tabId: number,
  { draftId, adds }: Pick<Picking, "draftId" | "adds">,
): Promise<void> {
  const before = await readPicking();
  if (before !== null && before.tabId !== tabId) await takeOff(before.tabId);
  // Before it opens: what is picked at once must be heard.
  await writePicking({ tabId, draftId, adds, state: "open" });
  const room = adds && draftId !== null ? await roomIn(draftId) : LIMITS.morePosts + 1;
  const posts = room > 0 ? await openPickerIn(tabId, room) : 0;
  if (posts === null || posts === 0) {
    await writePicking({ tabId, draftId, adds, state: posts === null ? "refused" : "nothing" });
  }
}

/**
 * A page says that something was picked on it. All else is read anew: whether a picker was open there at all, what
 * was picked, and what it says.
 */
export async function onPicked(tabId: number): Promise<void> {
  const picking = await readPicking();
  if (picking === null || picking.tabId !== tabId || picking.state !== "open") return;
  await writePicking(null);
  if ((await countPicked(tabId)) === 0) return;
  const tab = await browser.tabs.get(tabId);
  await take(picking, tab).catch((error: unknown) => rescueClip(tab, BY_PICKER, error));
}

/** @throws what the database says when it does not take it */
async function take(picking: Picking, tab: Browser.tabs.Tab): Promise<void> {
  const { tabId, draftId, adds } = picking;
  if (!adds || draftId === null) {
    const draft = draftId === null ? null : await findDraft(draftId);
    await captureTab(tab, BY_PICKER, { into: draft ?? undefined });
    return;
  }
  const clipId = crypto.randomUUID();
  const page = await readTab(tabId, BY_PICKER, clipId);
  if (page === null) {
    await writePicking({ ...picking, state: "unread" });
    return;
  }
  const adding = addPosts(draftId, page);
  const reading = adding.then((posts) => posts && { clipId, page, posts });
  const from = { id: tabId, windowId: tab.windowId, url: page.url };
  // Asked for in the same breath: a panel that sees what is due must see that somebody is at it.
  void gatherAdded(draftId, from, reading);
  if ((await adding) !== null) {
    await noteCapture(page);
  } else {
    const { id } = await captureTab(tab, BY_PICKER);
    await writePicking({ ...picking, draftId: id, state: "apart" });
  }
}

/** A button of the panel, for a page that keeps keys and clicks from the picker. */
export async function actOnPicker(action: PickAction): Promise<void> {
  const picking = await readPicking();
  if (picking === null) return;
  const isOpen = picking.state === "open" && (await pressInPicker(picking.tabId, action));
  // The page is another one by now, or there never was a picker.
  if (!isOpen) await writePicking(null);
}

async function pressInPicker(tabId: number, action: PickAction): Promise<boolean> {
  try {
    const [done] = await browser.scripting.executeScript({
      target: { tabId },
      func: (pressed: PickAction) => {
        const picker = globalThis.otklikPicker;
        picker?.act(pressed);
        return picker !== undefined;
      },
      args: [action],
    });
    return done?.result ?? false;
  } catch {
    return false;
  }
}

async function takeOff(tabId: number): Promise<void> {
  try {
    await browser.scripting.executeScript({
      target: { tabId },
      func: () => globalThis.otklikPicker?.remove(),
    });
  } catch {
    // The tab has gone, and the picker with it.
  }
}

async function roomIn(draftId: string): Promise<number> {
  const draft = await findDraft(draftId);
  return draft === null ? 0 : LIMITS.morePosts - (draft.request.clip.more?.length ?? 0);
}
