import { base64 } from "../storage/base64";
import { type OutboxItem, openClipStore } from "../storage/database";
import { saveJsonFile } from "../storage/save-file";
import { hashesOf } from "./outbox-store";

/** A clip as a file of its own: all that was to be sent, its files as data addresses, and why it was refused. */
export interface ExportedClip {
  readonly exportedAt: string;
  readonly problem: OutboxItem["problem"];
  readonly request: OutboxItem["request"];
  readonly files: readonly { readonly sha256: string; readonly mediaType: string; readonly data: string }[];
}

/**
 * All of an item that is in the outbox, for a file. Files that the browser holds no more are left out.
 *
 * @throws what opening or reading the database throws
 */
export async function exportItem(item: OutboxItem): Promise<ExportedClip> {
  const store = await openClipStore();
  try {
    const stored = await Promise.all(hashesOf(item).map((sha256) => store.get("files", sha256)));
    const files = stored.filter((file) => file !== undefined);
    return {
      exportedAt: new Date(Date.now()).toISOString(),
      problem: item.problem,
      request: item.request,
      files: await Promise.all(
        files.map(async ({ sha256, mediaType, blob }) => ({
          sha256,
          mediaType,
          data: `data:${mediaType};base64,${base64(new Uint8Array(await blob.arrayBuffer()))}`,
        })),
      ),
    };
  } finally {
    store.close();
  }
}

/** Lets the browser save an exported clip. */
export async function saveItemToFile(item: OutboxItem): Promise<void> {
  saveJsonFile(`otklik-${item.id}.json`, await exportItem(item));
}
