import type { CapturedPage } from "../clip/captured-page";
import { openClipStore } from "../storage/database";
import { adoptCapture } from "./draft-changes";
import { tellDraftsChanged } from "./drafts-changed";
import { recordsOf } from "./post-record";
import { postsOf, roomForPosts } from "./posts";

/**
 * Adds the posts of a page to a draft, behind those that it has. One that it has already is not added again. A draft
 * that was sent or thrown away meanwhile is not brought back.
 *
 * @returns for each post of the page which captured one it has become, as `postsOf` counts them, -1 for one that was
 *   not added; null when the draft was not there
 */
export async function addPosts(draftId: string, page: CapturedPage): Promise<number[] | null> {
  const store = await openClipStore();
  try {
    const transaction = store.transaction("drafts", "readwrite");
    const stored = await transaction.store.get(draftId);
    if (stored === undefined) return null;
    const { captured } = stored;
    const known = new Set(postsOf(stored.request.clip).map(({ permalinkKey }) => permalinkKey));
    const records = recordsOf(page);
    const added = records
      .filter(({ permalinkKey }) => permalinkKey === null || !known.has(permalinkKey))
      .slice(0, roomForPosts(stored.request.clip));
    const first = postsOf(captured).length;
    const places = records.map((record) => (added.includes(record) ? first + added.indexOf(record) : -1));
    const { snapshotsDue = [] } = stored;
    await transaction.store.put({
      ...adoptCapture(stored, { ...captured, more: [...(captured.more ?? []), ...added] }),
      snapshotsDue: [...snapshotsDue, ...places.filter((place) => place !== -1)],
      updatedAt: new Date().toISOString(),
    });
    await transaction.done;
    return places;
  } finally {
    store.close();
    tellDraftsChanged();
  }
}
