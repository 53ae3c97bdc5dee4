import { randomUUID } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";

/**
 * The content of a key file, which is made when it is first needed and read by its owner alone. Of several servers
 * that make it at once, the first to name its file wins, and all read the same.
 *
 * @param make what a new one holds
 */
export async function readKeyFile(file: string, make: () => string | Buffer): Promise<Buffer> {
  return (await readIfThere(file)) ?? makeKeyFile(file, make());
}

async function makeKeyFile(file: string, content: string | Buffer): Promise<Buffer> {
  const folder = path.dirname(file);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const unfinished = path.join(folder, `.${randomUUID()}`);
  await writeFile(unfinished, content, { mode: 0o600, flag: "wx", flush: true });
  try {
    await link(unfinished, file);
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
  } finally {
    await rm(unfinished, { force: true });
  }
  return readFile(file);
}

async function readIfThere(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if (hasCode(error, "ENOENT")) return null;
    throw error;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
