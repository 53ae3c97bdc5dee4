import {
  type ClipStore,
  type Draft,
  type DraftEdit,
  type DraftFile,
  openClipStore,
} from "../storage/database";
import { adoptCapture } from "./draft-changes";
import { tellDraftsChanged } from "./drafts-changed";

/** Every draft, the newest first; with what was typed in the last moment of a page that has gone. */
export async function listDrafts(): Promise<Draft[]> {
  const store = await openClipStore();
  try {
    if ((await store.count("lastEdits")) > 0) await takeLastEdits(store);
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

/**
 * Saves what the agent has changed. What the capture has written meanwhile stays, also where the
 * editor does not know it yet. A draft that was sent or thrown away is not brought back.
 *
 * @returns `updatedAt` as stored; null when there is no such draft any more
 */
export async function saveDraft(edit: DraftEdit): Promise<string | null> {
  const store = await openClipStore();
  try {
    const transaction = store.transaction(["drafts", "lastEdits"], "readwrite");
    const drafts = transaction.objectStore("drafts");
    const stored = await drafts.get(edit.id);
    const edited = stored && withEdit(stored, edit);
    if (edited !== undefined) await drafts.put(edited);
    // What an editor held before is older than this.
    await transaction.objectStore("lastEdits").delete(edit.id);
    await transaction.done;
    // The same draft may be open in another window's panel.
    if (edited !== undefined) tellDraftsChanged();
    return edited?.updatedAt ?? null;
  } finally {
    store.close();
  }
}

/**
 * Keeps what was typed in the page's last moment: nothing may be awaited any more, so the database is already open
 * and the commit is asked for in the same breath. Whether the draft is still there cannot be looked up then, so
 * that it is laid beside it.
 */
export function keepLastEdit(store: ClipStore, edit: DraftEdit): void {
  const transaction = store.transaction("lastEdits", "readwrite");
  transaction.store.put(edit).catch(() => undefined);
  transaction.done.catch(() => undefined);
  transaction.commit();
}

/** Takes what was laid beside the drafts into those that are still there. */
async function takeLastEdits(store: ClipStore): Promise<void> {
  const transaction = store.transaction(["drafts", "lastEdits"], "readwrite");
  const drafts = transaction.objectStore("drafts");
  for (const edit of await transaction.objectStore("lastEdits").getAll()) {
    const stored = await drafts.get(edit.id);
    if (stored !== undefined) await drafts.put(withEdit(stored, edit));
  }
  await transaction.objectStore("lastEdits").clear();
  await transaction.done;
  tellDraftsChanged();
}

function withEdit(stored: Draft, { masks, ...edit }: DraftEdit): Draft {
  const edited = adoptCapture({ ...stored, order: undefined, addTo: undefined, ...edit }, stored.captured);
  const screenshot = stored.screenshot && { ...stored.screenshot, masks: [...masks] };
  return { ...edited, screenshot, updatedAt: new Date().toISOString() };
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
