import { tellDraftsChanged } from "../draft/drafts-changed";
import { type DraftFile, openClipStore } from "./database";

/**
 * Keeps evidence of a draft. For a draft that was sent or thrown away meanwhile nothing is kept.
 *
 * @returns whether the draft was still there
 */
export async function addDraftFiles(
  draftId: string,
  files: readonly Omit<DraftFile, "draftId">[],
): Promise<boolean> {
  const store = await openClipStore();
  try {
    const transaction = store.transaction(["drafts", "draftFiles"], "readwrite");
    const isThere = (await transaction.objectStore("drafts").count(draftId)) > 0;
    if (isThere) {
      for (const file of files) await transaction.objectStore("draftFiles").put({ ...file, draftId });
    }
    await transaction.done;
    return isThere;
  } finally {
    store.close();
    tellDraftsChanged();
  }
}

/** By their numbers: the database has the tenth before the second. */
const BY_ID = new Intl.Collator("en", { numeric: true });

/** Evidence of a draft beside its screenshot, by id. */
export async function listDraftFiles(draftId: string): Promise<DraftFile[]> {
  const store = await openClipStore();
  try {
    const files = await store.getAllFromIndex("draftFiles", "draftId", draftId);
    return files.sort((one, other) => BY_ID.compare(one.id, other.id));
  } finally {
    store.close();
  }
}
