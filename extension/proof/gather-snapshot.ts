import type { CapturedPostRecord } from "@otklik/shared/complaint/clip";
import type { CaptureNote } from "../clip/captured-page";
import { readLocale } from "../settings/settings";
import type { DraftFile } from "../storage/database";
import { addDraftFiles, listDraftFiles } from "../storage/draft-files";
import { attachmentFiles } from "./attachment-files";
import type { PageOfPost } from "./page-of-post";
import { snapshotHtml } from "./snapshot/snapshot-html";
import { isAddedSnapshot, partPrefixOf } from "./snapshot-files";

/** What a snapshot is of, and where it is kept. */
interface SnapshotOf {
  readonly draftId: string;
  /** The file's id within the draft. */
  readonly fileId: string;
  readonly title: string;
  readonly url: string;
  /** UTC. */
  readonly capturedAt: string;
  /** The captured posts that it is to show, in the page's order; -1 for one that is not the draft's. */
  readonly posts: readonly number[];
}

/**
 * Keeps the inert snapshot of the posts.
 *
 * @param notes gets what is missing of it
 * @returns whether there is one that can be kept; null when the draft has gone meanwhile
 */
export async function gatherSnapshot(
  page: PageOfPost,
  { draftId, fileId, posts, ...head }: SnapshotOf,
  notes: Set<CaptureNote>,
): Promise<boolean | null> {
  const snapshot = await page.snapshot();
  if (snapshot === null) return false;
  // Where a post was not found again, nobody knows which of them the page shows.
  const isWhole = snapshot.shown === posts.length;
  // An added one would show posts that were left out, or that are not the draft's.
  if (!isWhole && isAddedSnapshot(fileId)) return false;
  const html = snapshotHtml(snapshot, { ...head, partPrefix: partPrefixOf(fileId) }, await readLocale());
  const { post, parts, isCut } = snapshot;
  const file: Omit<DraftFile, "draftId"> = {
    ...({ id: fileId, kind: "snapshot", mediaType: "text/html", name: null, url: null } as const),
    blob: new Blob([html], { type: "text/html" }),
    parts: { post, parts, isCut },
    ...(isWhole && { posts }),
  };
  if (!(await addDraftFiles(draftId, [file]))) return null;
  if (isCut) notes.add("snapshot-cut");
  if (snapshot.missingPictures > 0) notes.add("pictures-missing");
  return true;
}

/**
 * Keeps the bytes of the pictures that hang on posts.
 *
 * @param notes gets whether some are missing
 * @returns whether the draft is there
 */
export async function gatherPictures(
  page: PageOfPost,
  draftId: string,
  posts: readonly Pick<CapturedPostRecord, "attachments">[],
  notes: Set<CaptureNote>,
): Promise<boolean> {
  const hanging = posts.flatMap(({ attachments }) => attachments ?? []);
  const { files, missing } = await attachmentFiles(hanging, page, await listDraftFiles(draftId));
  if (missing > 0) notes.add("pictures-missing");
  return addDraftFiles(draftId, files);
}
