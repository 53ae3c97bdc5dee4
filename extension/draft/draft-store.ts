import type { Region } from "@otklik/shared/complaint/clip";
import { type ClipStore, type Draft, type DraftFile, openClipStore } from "../storage/database";
import { adoptCapture } from "./draft-changes";
import { tellDraftsChanged } from "./drafts-changed";

/** Every draft, the newest first. */
export async function listDrafts(): Promise<Draft[]> {
  const store = await openClipStore();
  try {
    const drafts = await store.getAll("drafts");
    return drafts.sort((one, other) => other.createdAt.localeCompare(one.createdAt));
  } finally {
    store.close();
  }
}

/** One draft as stored; null when it was sent or thrown away. */
export async function findDraft(id: string): Promise<Draft | null> {
  const store = await openClipStore();
  try {
    return (await store.get("drafts", id)) ?? null;
  } finally {
    store.close();
  }
}

/** Keeps a draft as it now is, with the files that are given. */
export async function putDraft(draft: Draft, files: readonly DraftFile[] = []): Promise<void> {
  const store = await openClipStore();
  try {
    const transaction = store.transaction(["drafts", "draftFiles"], "readwrite");
    await transaction.objectStore("drafts").put(draft);
    for (const file of files) await transaction.objectStore("draftFiles").put(file);
    await transaction.done;
  } finally {
    store.close();
  }
  tellDraftsChanged();
}

/** What editing changes of a draft; `captured` as the editor knows it. */
export type DraftEdit = Pick<Draft, "id" | "captured" | "request" | "order" | "edits"> & {
  readonly masks: readonly Region[];
};

/**
 * Saves what the agent has changed. What the capture has written meanwhile stays, also where the
 * editor does not know it yet. A draft that was sent or thrown away is not brought back.
 *
 * @returns `updatedAt` as stored; null when there is no such draft any more
 */
export async function saveDraft({ id, masks, edits, ...edit }: DraftEdit): Promise<string | null> {
  const store = await openClipStore();
  try {
    const transaction = store.transaction("drafts", "readwrite");
    const stored = await transaction.store.get(id);
    const updatedAt = stored === undefined ? null : new Date().toISOString();
    if (stored !== undefined && updatedAt !== null) {
      const edited = adoptCapture({ ...stored, order: undefined, ...edit }, stored.captured);
      const screenshot = stored.screenshot && { ...stored.screenshot, masks: [...masks] };
      await transaction.store.put({ ...edited, screenshot, edits, updatedAt });
    }
    await transaction.done;
    // The same draft may be open in another window's panel.
    if (updatedAt !== null) tellDraftsChanged();
    return updatedAt;
  } finally {
    store.close();
  }
}

/**
 * Writes a draft in the page's last moment: nothing may be awaited any more, so the database is
 * already open and the commit is asked for in the same breath.
 */
export function putAtOnce(store: ClipStore, draft: Draft): void {
  const transaction = store.transaction("drafts", "readwrite");
  transaction.store.put({ ...draft, updatedAt: new Date().toISOString() }).catch(() => undefined);
  transaction.done.catch(() => undefined);
  transaction.commit();
}

/**
 * Takes a draft out of the database, with its files.
 *
 * @returns the files, for bringing it back
 */
export async function discardDraft(id: string): Promise<DraftFile[]> {
  const store = await openClipStore();
  try {
    const transaction = store.transaction(["drafts", "draftFiles"], "readwrite");
    const kept = transaction.objectStore("draftFiles");
    const files = await kept.index("draftId").getAll(id);
    for (const file of files) await kept.delete([id, file.id]);
    await transaction.objectStore("drafts").delete(id);
    await transaction.done;
    return files;
  } finally {
    store.close();
    tellDraftsChanged();
  }
}
