import { type Draft, openClipStore } from "../storage/database";
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

/** Keeps a draft as it now is. */
export async function putDraft(draft: Draft): Promise<void> {
  const store = await openClipStore();
  try {
    await store.put("drafts", draft);
  } finally {
    store.close();
  }
  tellDraftsChanged();
}

/** Saves an edited draft, unless it was sent or thrown away meanwhile: that must not bring it back. */
export async function saveDraft(draft: Draft): Promise<void> {
  const store = await openClipStore();
  try {
    const transaction = store.transaction("drafts", "readwrite");
    const stored = await transaction.store.get(draft.id);
    if (stored !== undefined) await transaction.store.put(draft);
    await transaction.done;
  } finally {
    store.close();
  }
  tellDraftsChanged();
}

/** Takes a draft out of the database. */
export async function discardDraft(id: string): Promise<void> {
  const store = await openClipStore();
  try {
    await store.delete("drafts", id);
  } finally {
    store.close();
  }
  tellDraftsChanged();
}
