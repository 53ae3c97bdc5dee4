import type { CaptureNote } from "../clip/captured-page";
import type { ClickedTab, Screenshot } from "../clip/screenshot";
import { findDraft } from "../draft/draft-store";
import { tellDraftsChanged } from "../draft/drafts-changed";
import { readLocale } from "../settings/settings";
import { type Draft, openClipStore } from "../storage/database";
import { addDraftFiles } from "../storage/draft-files";
import { attachmentFiles } from "./attachment-files";
import { cropPost } from "./crop/crop-post";
import { GATHERED, gatheringLock, pageLock, tellProgress } from "./gathering";
import { pageOfPost } from "./page-of-post";
import { snapshotHtml } from "./snapshot/snapshot-html";

/**
 * Gathers what the draft does not wait for: the snapshot of the post, its pictures' bytes, the picture of the post
 * alone. Never fails: what cannot be had is noted on the draft, which goes without it.
 */
export function gatherProof(draft: Draft, tab: ClickedTab, screenshot: Screenshot | null): Promise<void> {
  const hold = (work: () => Promise<void>) =>
    navigator.locks.request(gatheringLock(draft.id), () => navigator.locks.request(pageLock(tab.id), work));
  return hold(async () => {
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
  const { id } = draft;
  const page = pageOfPost(tab.id, id);
  const snapshot = await page.snapshot();
  if (snapshot === null) {
    notes.add("snapshot-failed");
  } else {
    const { title, url } = draft.captured.page;
    const head = { title, url: url ?? tab.url, capturedAt: draft.captured.capturedAt };
    const blob = new Blob([snapshotHtml(snapshot, head, await readLocale())], { type: "text/html" });
    const { post, parts, isCut } = snapshot;
    const file = { kind: "snapshot", mediaType: "text/html", blob, name: null, url: null } as const;
    if (!(await addDraftFiles(id, [{ id: "snapshot", ...file, parts: { post, parts, isCut } }])))
      return false;
    if (isCut) notes.add("snapshot-cut");
    if (snapshot.missingPictures > 0) notes.add("pictures-missing");
  }
  const { clip } = draft.request;
  const hanging = [clip, ...(clip.more ?? [])].flatMap(({ attachments }) => attachments ?? []);
  const { files, missing } = await attachmentFiles(hanging, page);
  if (!(await addDraftFiles(id, files))) return false;
  if (missing > 0) notes.add("pictures-missing");
  if (snapshot === null) return true;
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
