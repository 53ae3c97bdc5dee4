import type { Attachment, Evidence, Region } from "@otklik/shared/complaint/clip";
import { LIMITS } from "@otklik/shared/complaint/limits";
import type { Box } from "../clip/captured-page";
import { type FinishedFile, maskPicture, sha256Of } from "../draft/mask-picture";
import { leftOutPosts, placeInRequest, postsOf } from "../draft/posts";
import type { Draft, DraftFile, DraftScreenshot, SnapshotPart, SnapshotParts } from "../storage/database";
import { BESIDE, hiddenIds, isPartHidden, OTHERS } from "./evidence-edits";
import { besideOnScreenshot, fewEnough, hiddenOnCrop, hiddenOnScreenshot } from "./hidden-regions";
import { maskSnapshot } from "./snapshot/mask-snapshot";
import { firstSnapshot, snapshotsIn } from "./snapshot-files";

/**
 * The evidence as it is sent: what was hidden is taken out of the bytes, and only then the hashes are made. Files
 * that were left out are not among it, nor those on which what is hidden cannot be found.
 */
export async function finishEvidence(draft: Draft, files: readonly DraftFile[]): Promise<FinishedFile[]> {
  const finished: FinishedFile[] = [];
  const screenshot = await finishedScreenshot(draft, files);
  if (screenshot !== null) finished.push(screenshot);
  for (const file of files) {
    const done = isSent(draft, files, file) ? await finishedFile(draft, files, file) : null;
    if (done !== null) finished.push(done);
  }
  return finished;
}

/** The same bytes are sent once. Of too many files the last pictures that hang on the posts are left out. */
export function eachOnce(finished: readonly FinishedFile[]): FinishedFile[] {
  const once = new Map(finished.map((file) => [file.evidence.sha256, file]));
  const all = [...once.values()];
  const hanging = all.filter(({ evidence }) => evidence.kind === "attachment");
  const room = Math.max(LIMITS.evidenceItems - (all.length - hanging.length), 0);
  const tooMany = new Set(hanging.slice(room));
  return all.filter((file) => !tooMany.has(file));
}

/** The clip's attachments with the hashes of those whose bytes are sent. */
export function withHashes(
  attachments: readonly Attachment[],
  files: readonly DraftFile[],
  hashes: ReadonlyMap<string, string>,
): Attachment[] {
  const sent = new Set(hashes.values());
  return attachments.map((attachment) => {
    // What came out of a mail file has no address, and had its hash from the beginning.
    if (attachment.url === null) {
      return { ...attachment, sha256: sent.has(attachment.sha256 ?? "") ? attachment.sha256 : null };
    }
    const file = files.find(({ kind, url }) => kind === "attachment" && url === attachment.url);
    return { ...attachment, sha256: (file && hashes.get(file.id)) ?? null };
  });
}

/** Whether a file is of the complaint still: not where its post, or the picture itself, was taken out of the clip. */
export function isOfClip(draft: Draft, file: DraftFile): boolean {
  const { id, kind, url, posts } = file;
  if (id === "crop") return !leftOutPosts(draft).includes(0);
  if (kind === "snapshot")
    return posts === undefined || posts.some((_post, at) => placeInRequest(draft, file, at) !== null);
  if (kind !== "attachment" || url === null) return true;
  return postsOf(draft.request.clip).some(({ attachments }) => attachments?.some((one) => one.url === url));
}

/** Whether something of the evidence goes with the clip. */
export function isSent(draft: Draft, files: readonly DraftFile[], file: DraftFile): boolean {
  const { id, kind, url } = file;
  if (draft.edits.leftOut.includes(id) || !isOfClip(draft, file)) return false;
  if (id === "crop") return masksOfCrop(draft, files) !== null;
  // Whose its parts are is not known any more.
  if (kind === "snapshot") return file.parts !== undefined || !draft.edits.hiddenParts.includes(OTHERS);
  // A picture that is hidden in the snapshot must not go beside it.
  return (
    kind !== "attachment" ||
    url === null ||
    !hiddenParts(draft, snapshotsIn(files)).some((part) => part.url === url || part.alsoAt?.includes(url))
  );
}

/** What is blackened on the screenshot; null when it cannot be sent. */
export function masksOfScreenshot(draft: Draft, files: readonly DraftFile[]): Region[] | null {
  const { screenshot, edits } = draft;
  if (screenshot === null || edits.leftOut.includes("screenshot")) return null;
  const { burnt = [], masks } = screenshot;
  if (edits.hiddenParts.length === 0) return fewEnough([...burnt, ...masks]);
  const hidden = isHiddenWithin(draft)
    ? hiddenWithin(draft, files, screenshot)
    : besideOnScreenshot(screenshot);
  return hidden ? fewEnough([...burnt, ...hidden, ...masks]) : null;
}

/** What is blackened on the picture of the post alone; null when it cannot be sent. */
export function masksOfCrop(draft: Draft, files: readonly DraftFile[]): Region[] | null {
  const { edits } = draft;
  const { picture, burnt = [] } = files.find(({ id }) => id === "crop") ?? {};
  if (!isHiddenWithin(draft)) return fewEnough([...burnt, ...edits.cropMasks]);
  const parts = placedParts(draft, files);
  const hidden = parts && picture && hiddenOnCrop(hiddenBoxes(draft, files), parts, picture);
  return hidden ? fewEnough([...burnt, ...hidden, ...edits.cropMasks]) : null;
}

/** Whether something is hidden within the post too, not only what stands beside it. */
function isHiddenWithin({ edits }: Draft): boolean {
  return edits.hiddenParts.some((id) => id !== BESIDE);
}

function hiddenWithin(
  draft: Draft,
  files: readonly DraftFile[],
  screenshot: DraftScreenshot,
): Region[] | null {
  const parts = placedParts(draft, files);
  return parts && hiddenOnScreenshot(hiddenBoxes(draft, files), parts, screenshot);
}

/** Null where not all that is to be hidden is known. */
function placedParts({ edits }: Draft, files: readonly DraftFile[]): SnapshotParts | null {
  const parts = firstSnapshot(files)?.parts ?? null;
  return parts?.isCut && edits.hiddenParts.includes(OTHERS) ? null : parts;
}

function hiddenParts(draft: Draft, snapshots: readonly DraftFile[]): SnapshotPart[] {
  const parts = snapshots.flatMap((file) => file.parts?.parts ?? []);
  return parts.filter((part) => isPartHidden(draft, part));
}

/** Of the posts that the pictures show. */
function hiddenBoxes(draft: Draft, files: readonly DraftFile[]): Box[] {
  const first = firstSnapshot(files);
  const parts = first === undefined ? [] : hiddenParts(draft, [first]);
  return parts.flatMap(({ box }) => (box === null ? [] : [box]));
}

async function finishedScreenshot(draft: Draft, files: readonly DraftFile[]): Promise<FinishedFile | null> {
  const masks = masksOfScreenshot(draft, files);
  if (draft.screenshot === null || masks === null) return null;
  const { image, region } = draft.screenshot;
  return maskPicture("screenshot", { image, region, masks });
}

async function finishedFile(
  draft: Draft,
  files: readonly DraftFile[],
  file: DraftFile,
): Promise<FinishedFile | null> {
  if (file.id === "crop") {
    const masks = masksOfCrop(draft, files);
    return masks && maskPicture("crop", { image: file.blob, region: null, masks }, file.id);
  }
  if (file.kind === "snapshot") return finishedSnapshot(file, draft);
  return asItIs(file, file.blob, {});
}

async function finishedSnapshot(file: DraftFile, draft: Draft): Promise<FinishedFile | null> {
  const hidden = hiddenIds(draft, file.parts?.parts ?? []);
  const { html, maskedParts } = maskSnapshot(await file.blob.text(), hidden, (at) =>
    placeInRequest(draft, file, at),
  );
  return asItIs(file, new Blob([html], { type: file.mediaType }), { maskedParts });
}

async function asItIs(
  { id, kind, mediaType }: DraftFile,
  blob: Blob,
  more: Pick<Evidence, "maskedParts">,
): Promise<FinishedFile | null> {
  if (blob.size === 0 || blob.size > LIMITS.evidenceBytes) return null;
  const sha256 = await sha256Of(blob);
  const evidence = { kind, sha256, mediaType, bytes: blob.size, region: null, masks: [], ...more };
  return { id, file: { sha256, mediaType, blob }, evidence };
}
