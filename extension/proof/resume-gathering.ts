import type { CaptureNote } from "../clip/captured-page";
import { listDrafts } from "../draft/draft-store";
import { postsOf } from "../draft/posts";
import type { Draft, DraftFile } from "../storage/database";
import { listDraftFiles } from "../storage/draft-files";
import { settleSnapshots } from "./gather-added";
import { finishGathering, gatherProof } from "./gather-proof";
import { isBeingGathered } from "./gathering";

/** Later the page need not be what was clipped. */
const RESUMED_WITHIN_MS = 2 * 60_000;

/**
 * Takes up what was being gathered when the background was ended, or a draft thrown away that came back: gathers it
 * if nothing was had yet and the page is as it was, else notes what is missing. Never in silence.
 */
export async function resumeGathering(): Promise<void> {
  for (const draft of await listDrafts()) {
    const { id, gathering, snapshotsDue = [] } = draft;
    if ((!gathering && snapshotsDue.length === 0) || (await isBeingGathered(id))) continue;
    // The page cannot be asked again which posts those were.
    if (snapshotsDue.length > 0) await settleSnapshots(id, snapshotsDue, ["added-in-words"]);
    if (gathering) await resume(draft, gathering);
  }
}

async function resume(draft: Draft, from: NonNullable<Draft["gathering"]>): Promise<void> {
  const files = await listDraftFiles(draft.id);
  const isLate = Date.now() - Date.parse(draft.captured.capturedAt) > RESUMED_WITHIN_MS;
  // Of a snapshot that is there parts may be hidden already: another one would name them otherwise.
  if (isLate || files.some(({ id }) => id === "snapshot")) {
    await finishGathering(draft.id, missingOf(draft, files));
    return;
  }
  const { screenshot } = draft;
  await gatherProof(draft, from, screenshot && { ...screenshot, place: screenshot.place ?? null });
}

function missingOf(draft: Draft, files: readonly DraftFile[]): CaptureNote[] {
  const ids = new Set(files.map(({ id }) => id));
  const urls = new Set(files.map(({ url }) => url));
  const pictures = postsOf(draft.request.clip)
    .flatMap(({ attachments = [] }) => attachments)
    .filter(({ kind, url }) => kind === "image" && url !== null);
  const missing: CaptureNote[] = [];
  if (!ids.has("snapshot")) missing.push("snapshot-failed");
  else if (!ids.has("crop")) missing.push("crop-cut");
  if (pictures.some(({ url }) => !urls.has(url))) missing.push("pictures-missing");
  return missing;
}
