import type { CapturedPage, CaptureNote } from "../clip/captured-page";
import type { ClickedTab } from "../clip/screenshot";
import { findDraft } from "../draft/draft-store";
import { tellDraftsChanged } from "../draft/drafts-changed";
import { recordsOf } from "../draft/post-record";
import { openClipStore } from "../storage/database";
import { listDraftFiles } from "../storage/draft-files";
import { gatherPictures, gatherSnapshot } from "./gather-snapshot";
import { inTurnFor, tellProgress } from "./gathering";
import { pageOfPost } from "./page-of-post";
import { nextSnapshotId, partPrefixOf } from "./snapshot-files";

/** What was read of a page for posts that are added to a draft. */
export interface AddedReading {
  /** By what the page knows the posts. */
  readonly clipId: string;
  readonly page: CapturedPage;
  /** For each post of the page which captured one it has become; -1 for one that was not added. */
  readonly posts: readonly number[];
}

/**
 * Gathers the snapshot and the pictures of posts that were added to a draft: the pictures of the first ones do not
 * show them. Never fails: what cannot be had is noted on the draft.
 *
 * @param adding null when the draft was not there; awaited within the turn, so that whoever asks meanwhile sees that
 *   something is under way
 */
export function gatherAdded(
  draftId: string,
  tab: ClickedTab,
  adding: Promise<AddedReading | null>,
): Promise<void> {
  return inTurnFor(draftId, tab.id, async () => {
    const added = await adding.catch(() => null);
    if (added === null || added.posts.every((place) => place === -1)) return;
    tellProgress({ draftId, part: null });
    const notes = new Set<CaptureNote>();
    await gather(draftId, tab, added, notes).catch(() => notes.add("added-in-words"));
    await settleSnapshots(draftId, added.posts, [...notes]);
    tellProgress({ draftId, part: null });
  });
}

async function gather(
  draftId: string,
  tab: ClickedTab,
  { clipId, page, posts }: AddedReading,
  notes: Set<CaptureNote>,
): Promise<void> {
  const draft = await findDraft(draftId);
  if (draft === null) return;
  const fileId = nextSnapshotId(await listDraftFiles(draftId));
  const source = pageOfPost(tab.id, { clipId, partPrefix: partPrefixOf(fileId) });
  const { title, url } = page;
  const capturedAt = new Date().toISOString();
  const isTaken = await gatherSnapshot(source, { draftId, fileId, title, url, capturedAt, posts }, notes);
  if (isTaken === false) notes.add("added-in-words");
  if (isTaken === null) return;
  const records = recordsOf(page).filter((_record, at) => posts[at] !== -1);
  await gatherPictures(source, draftId, records, notes);
}

/** Notes what could not be had of added posts, and that nothing more comes of them; nothing once that is settled. */
export async function settleSnapshots(
  draftId: string,
  posts: readonly number[],
  notes: readonly CaptureNote[],
): Promise<void> {
  const store = await openClipStore();
  try {
    const transaction = store.transaction("drafts", "readwrite");
    const draft = await transaction.store.get(draftId);
    const { snapshotsDue = [] } = draft ?? {};
    if (draft !== undefined && snapshotsDue.some((due) => posts.includes(due))) {
      await transaction.store.put({
        ...draft,
        snapshotsDue: snapshotsDue.filter((due) => !posts.includes(due)),
        notes: [...new Set([...draft.notes, ...notes])],
      });
    }
    await transaction.done;
  } finally {
    store.close();
  }
  tellDraftsChanged();
}
