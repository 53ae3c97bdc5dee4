import type { CaptureNote } from "../clip/captured-page";
import type { ClickedTab, Screenshot } from "../clip/screenshot";
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
    const start = performance.now();
    tellProgress({ draftId: draft.id, part: null });
    const notes = new Set<CaptureNote>();
    try {
      await gather(draft, tab, screenshot, notes);
    } catch {
      notes.add("snapshot-failed");
    }
    await addNotes(draft.id, [...notes]);
    performance.measure(GATHERED, { start });
    tellProgress({ draftId: draft.id, part: null });
  });
}

async function gather(
  draft: Draft,
  tab: ClickedTab,
  screenshot: Screenshot | null,
  notes: Set<CaptureNote>,
): Promise<void> {
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
    if (!(await addDraftFiles(id, [{ id: "snapshot", ...file, parts: { post, parts, isCut } }]))) return;
    if (isCut) notes.add("snapshot-cut");
    if (snapshot.missingPictures > 0) notes.add("pictures-missing");
  }
  const { clip } = draft.request;
  const hanging = [clip, ...(clip.more ?? [])].flatMap(({ attachments }) => attachments ?? []);
  const { files, missing } = await attachmentFiles(hanging, page);
  if (!(await addDraftFiles(id, files))) return;
  if (missing > 0) notes.add("pictures-missing");
  if (snapshot === null) return;
  const progress = (part: number) => tellProgress({ draftId: id, part });
  const cropped = await cropPost(tab, page, screenshot, () => isThere(id), progress).catch(() => null);
  for (const note of cropped?.notes ?? (["no-crop"] as const)) notes.add(note);
  if (cropped === null) return;
  const { blob, picture } = cropped;
  const file = { kind: "crop", mediaType: "image/png", blob, name: null, url: null } as const;
  await addDraftFiles(id, [{ id: "crop", ...file, picture }]);
}

async function isThere(draftId: string): Promise<boolean> {
  const store = await openClipStore();
  try {
    return (await store.count("drafts", draftId)) > 0;
  } finally {
    store.close();
  }
}

async function addNotes(draftId: string, notes: readonly CaptureNote[]): Promise<void> {
  if (notes.length === 0) return;
  const store = await openClipStore();
  try {
    const transaction = store.transaction("drafts", "readwrite");
    const draft = await transaction.store.get(draftId);
    if (draft !== undefined) {
      await transaction.store.put({ ...draft, notes: [...new Set([...draft.notes, ...notes])] });
    }
    await transaction.done;
  } finally {
    store.close();
  }
  tellDraftsChanged();
}
