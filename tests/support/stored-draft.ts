import type { ExtensionBrowser } from "./chromium";

/** What lies in the extension's database of one draft. */
export interface StoredDraft {
  readonly notes: readonly string[];
  readonly screenshot: { readonly width: number; readonly height: number } | null;
  readonly files: readonly StoredDraftFile[];
}

export interface StoredDraftFile {
  readonly id: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
  readonly picture?: { readonly width: number; readonly height: number; readonly scale: number };
  readonly parts?: { readonly parts: readonly { readonly id: string; readonly isOthers: boolean }[] };
}

/** The newest draft with its files; null when there is none. */
export async function newestDraft(browser: ExtensionBrowser): Promise<StoredDraft | null> {
  const worker = await browser.worker();
  const read = await worker.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open("otklik");
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const all = <Row>(store: string) =>
      new Promise<Row[]>((resolve, reject) => {
        const reading = database.transaction(store).objectStore(store).getAll();
        reading.onsuccess = () => resolve(reading.result);
        reading.onerror = () => reject(reading.error);
      });
    const drafts = await all<{ id: string; createdAt: string; notes: string[]; screenshot: null }>("drafts");
    const files = await all<{ draftId: string; id: string; mediaType: string; blob: Blob }>("draftFiles");
    database.close();
    const draft = drafts.sort((one, other) => other.createdAt.localeCompare(one.createdAt))[0];
    if (draft === undefined) return null;
    const own = files.filter(({ draftId }) => draftId === draft.id);
    return {
      notes: draft.notes,
      screenshot: draft.screenshot,
      files: await Promise.all(
        own.map(async ({ blob, ...file }) => {
          const bytes = new Uint8Array(await blob.arrayBuffer());
          let binary = "";
          for (const byte of bytes) binary += String.fromCharCode(byte);
          return { ...file, bytes: btoa(binary) };
        }),
      ),
    };
  });
  if (read === null) return null;
  return {
    ...read,
    files: read.files.map((file) => ({ ...file, bytes: Buffer.from(file.bytes, "base64") })),
  };
}

/** Takes every draft out of the extension's database. */
export async function forgetDrafts(browser: ExtensionBrowser): Promise<void> {
  const worker = await browser.worker();
  await worker.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open("otklik");
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const transaction = database.transaction(["drafts", "draftFiles"], "readwrite");
    transaction.objectStore("drafts").clear();
    transaction.objectStore("draftFiles").clear();
    await new Promise((resolve) => transaction.addEventListener("complete", resolve));
    database.close();
  });
}
