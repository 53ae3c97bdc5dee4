import type { CaptureNote } from "../clip/captured-page";
import type { ClickedTab, Screenshot } from "../clip/screenshot";
import { findDraft } from "../draft/draft-store";
import { tellDraftsChanged } from "../draft/drafts-changed";
import { postsOf } from "../draft/posts";
import { type Draft, openClipStore } from "../storage/database";
import { addDraftFiles } from "../storage/draft-files";
import { cropPost } from "./crop/crop-post";
import { gatherPictures, gatherSnapshot } from "./gather-snapshot";
import { GATHERED, inTurnFor, tellProgress } from "./gathering";
import { pageOfPost } from "./page-of-post";
import { partPrefixOf } from "./snapshot-files";

/**
 * Gathers what the draft does not wait for: the snapshot of the post, its pictures' bytes, the picture of the post
 * alone. Never fails: what cannot be had is noted on the draft, which goes without it.
 */
export function gatherProof(draft: Draft, tab: ClickedTab, screenshot: Screenshot | null): Promise<void> {
  return inTurnFor(draft.id, tab.id, async () => {
    // Taken up by another and done while this one waited for its turn.
    if ((await findDraft(draft.id))?.gathering === null) return;
    const start = performance.now();
    tellProgress({ draftId: draft.id, part: null });
    const notes = new Set<CaptureNote>();
    const isThere = await gather(draft, tab, screenshot, notes).catch(() => {
      notes.add("snapshot-failed");
      return true;
    });
    // Thrown away meanwhile: brought back, it is still to be gathered.
    if (isThere) await finishGathering(draft.id, [...notes]);
    performance.measure(GATHERED, { start });
    tellProgress({ draftId: draft.id, part: null });
  });
}

/** @returns whether the draft was there all the while */
async function gather(
  draft: Draft,
  tab: ClickedTab,
  screenshot: Screenshot | null,
  notes: Set<CaptureNote>,
): Promise<boolean> {
  const { id, captured } = draft;
  const fileId = "snapshot";
  const page = pageOfPost(tab.id, { clipId: id, partPrefix: partPrefixOf(fileId) });
  const { title, url } = captured.page;
  const head = { title, url: url ?? tab.url, capturedAt: captured.capturedAt };
  const posts = postsOf(captured).map((_post, index) => index);
  const isTaken = await gatherSnapshot(page, { draftId: id, fileId, ...head, posts }, notes);
  if (isTaken === null) return false;
  if (!isTaken) notes.add("snapshot-failed");
  if (!(await gatherPictures(page, id, postsOf(draft.request.clip), notes))) return false;
  if (!isTaken) return true;
  const progress = (part: number) => tellProgress({ draftId: id, part });
  const cropped = await cropPost(tab, page, screenshot, () => isThere(id), progress).catch(() => null);
  for (const note of cropped?.notes ?? (["no-crop"] as const)) notes.add(note);
  if (cropped === null) return isThere(id);
  const { blob, picture } = cropped;
  const file = { kind: "crop", mediaType: "image/png", blob, name: null, url: null } as const;
  return addDraftFiles(id, [{ id: "crop", ...file, picture }]);
}

async function isThere(draftId: string): Promise<boolean> {
  const store = await openClipStore();
  try {
    return (await store.count("drafts", draftId)) > 0;
  } finally {
    store.close();
  }
}

/** Notes what could not be had, and that nothing more comes. */
export async function finishGathering(draftId: string, notes: readonly CaptureNote[]): Promise<void> {
  const store = await openClipStore();
  try {
    const transaction = store.transaction("drafts", "readwrite");
    const draft = await transaction.store.get(draftId);
    if (draft !== undefined) {
      await transaction.store.put({
        ...draft,
        gathering: null,
        notes: [...new Set([...draft.notes, ...notes])],
      });
    }
    await transaction.done;
  } finally {
    store.close();
  }
  tellDraftsChanged();
}
