import type { CapturedPage, CaptureNote } from "../clip/captured-page";
import { openClipStore } from "../storage/database";
import { adoptCapture } from "./draft-changes";
import { tellDraftsChanged } from "./drafts-changed";
import { recordsOf } from "./post-record";
import { postsOf, roomForPosts } from "./posts";

/**
 * Adds the posts of a page to a draft, behind those that it has. One that it has already is not added again. A draft
 * that was sent or thrown away meanwhile is not brought back.
 *
 * @returns whether the draft was there
 */
export async function addPosts(draftId: string, page: CapturedPage): Promise<boolean> {
  const store = await openClipStore();
  try {
    const transaction = store.transaction("drafts", "readwrite");
    const stored = await transaction.store.get(draftId);
    if (stored !== undefined) {
      const { captured } = stored;
      const known = new Set(postsOf(stored.request.clip).map(({ permalinkKey }) => permalinkKey));
      const added = recordsOf(page)
        .filter(({ permalinkKey }) => permalinkKey === null || !known.has(permalinkKey))
        .slice(0, roomForPosts(stored.request.clip));
      const more = [...(captured.more ?? []), ...added];
      const noted: readonly CaptureNote[] = added.length > 0 ? ["added-in-words"] : [];
      await transaction.store.put({
        ...adoptCapture(stored, { ...captured, more }),
        notes: [...new Set([...stored.notes, ...noted])],
        updatedAt: new Date().toISOString(),
      });
    }
    await transaction.done;
    return stored !== undefined;
  } finally {
    store.close();
    tellDraftsChanged();
  }
}
