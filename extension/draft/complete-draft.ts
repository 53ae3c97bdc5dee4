import type { CapturedPage, CaptureNote } from "../clip/captured-page";
import { deviceRegion } from "../clip/device-region";
import type { ClickedTab, Screenshot } from "../clip/screenshot";
import { webAddress } from "../clip/web-address";
import { type Draft, openClipStore } from "../storage/database";
import { adoptCapture } from "./draft-changes";
import { tellDraftsChanged } from "./drafts-changed";
import { postRecord } from "./post-record";

/** What became of asking the page. */
export interface CaptureOutcome {
  /** Null when the page may not be read. */
  readonly page: CapturedPage | null;
  readonly screenshot: Screenshot | null;
  /** What befell the screenshot. */
  readonly note: CaptureNote | null;
  /** The tab from which the rest of the evidence will be gathered; noted at once, so that none is missing in silence. */
  readonly gatherFrom?: ClickedTab | null;
}

/**
 * Fills a started draft with what the page told. Words that the agent has typed meanwhile stay; the
 * capture is kept beside them, so that each field can be restored. A draft that was thrown away
 * meanwhile is not brought back.
 *
 * @returns the draft as it now is
 */
export async function completeDraft(started: Draft, outcome: CaptureOutcome): Promise<Draft> {
  const store = await openClipStore();
  try {
    const transaction = store.transaction("drafts", "readwrite");
    const stored = await transaction.store.get(started.id);
    const { gatherFrom = null } = outcome;
    const completed: Draft = {
      ...withOutcome(stored ?? started, outcome),
      ...(gatherFrom && { gathering: gatherFrom }),
    };
    if (stored !== undefined) await transaction.store.put(completed);
    await transaction.done;
    return completed;
  } finally {
    store.close();
    tellDraftsChanged();
  }
}

/** The draft with what came of asking the page, stored nowhere. */
export function withOutcome(draft: Draft, outcome: CaptureOutcome): Draft {
  const { page, screenshot } = outcome;
  const captured = page === null ? draft.captured : capturedClip(draft, page);
  const region =
    screenshot === null || screenshot.place === null ? null : deviceRegion(screenshot.place, screenshot);
  const isOutOfView = region === null && screenshot?.place?.box;
  const notes: (CaptureNote | null)[] = [
    // What is read anew is judged anew: it may have been unclear before which post is meant.
    ...(page === null ? draft.notes : page.notes),
    page === null && outcome.note !== "page-not-granted" ? "page-not-readable" : null,
    outcome.note,
    isOutOfView ? "post-out-of-view" : null,
  ];
  return {
    ...adoptCapture(draft, captured),
    updatedAt: new Date().toISOString(),
    screenshot:
      screenshot === null
        ? draft.screenshot
        : { ...imageOf(screenshot), region, place: screenshot.place, masks: [] },
    notes: [...new Set(notes.filter((note) => note !== null))],
  };
}

function imageOf({ image, width, height }: Screenshot) {
  return { image, width, height };
}

function capturedClip(draft: Draft, page: CapturedPage): Draft["captured"] {
  const { captured } = draft;
  return {
    ...captured,
    ...postRecord(page, captured),
    // The page's own title and address are of what was read: the tab may show those of the page before.
    page: { title: page.title || captured.page.title, url: addressOf(page) ?? captured.page.url },
    channel: page.channel,
    adapter: page.adapter,
    more: page.more.map((post) => postRecord(post)),
  };
}

function addressOf({ url }: CapturedPage): string | null {
  return URL.canParse(url) ? webAddress(url, new URL(url)) : null;
}
