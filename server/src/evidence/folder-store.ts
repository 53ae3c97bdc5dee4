import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { ReadableStream as NodeStream } from "node:stream/web";
import type { FileKey, FileStore } from "./file-store";

/**
 * Keeps files in a folder: `<organisation>/<first two digits>/<hash>`. A file is written in a folder
 * for unfinished ones, flushed to the disk and then renamed, so that a half one is never found in its place.
 */
export function createFolderStore(root: string): FileStore {
  const unfinishedFolder = path.join(root, ".unfinished");
  return {
    async keep(key, source) {
      const place = placeOf(root, key);
      const folder = path.dirname(place);
      const made = await mkdir(folder, { recursive: true });
      await mkdir(unfinishedFolder, { recursive: true });
      const unfinished = path.join(unfinishedFolder, randomUUID());
      try {
        await writeDurably(unfinished, source);
        await rename(unfinished, place);
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      }
      await flushFolder(folder);
      // A folder made on the way is a name in the one above it, up to the first that was there before.
      for (let at = folder; made !== undefined && at.length >= made.length; at = path.dirname(at)) {
        await flushFolder(path.dirname(at));
      }
    },
    async open(key) {
      const place = placeOf(root, key);
      const found = await stat(place).catch(nullWhenMissing);
      if (found === null) return null;
      const stream = NodeStream.from(chunksOf(place)) as ReadableStream<Uint8Array>;
      return { bytes: found.size, stream };
    },
    async forgetUnfinished(before) {
      const names = await readdir(unfinishedFolder).catch(nullWhenMissing);
      for (const name of names ?? []) {
        const unfinished = path.join(unfinishedFolder, name);
        const found = await stat(unfinished).catch(nullWhenMissing);
        if (found !== null && found.mtimeMs < before.getTime()) await rm(unfinished, { force: true });
      }
    },
  };
}

/** Opened by its first reader: where only the size is asked for (HEAD) nobody would close it. */
async function* chunksOf(file: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(file);
}

function placeOf(root: string, { orgId, sha256 }: FileKey): string {
  return path.join(root, orgId, sha256.slice(0, 2), sha256);
}

async function writeDurably(file: string, source: AsyncIterable<Uint8Array>): Promise<void> {
  const handle = await open(file, "wx", 0o600);
  try {
    for await (const chunk of source) await handle.writeFile(chunk);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The name of a new file is as durable as its folder; Windows flushes names by itself and opens no folders. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function nullWhenMissing(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}
