import { createHash } from "node:crypto";
import { access, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { workspaceRoot } from "../src/workspace";
import type { Product } from "./products";

const STAMPS = path.join(workspaceRoot, "node_modules", ".cache", "otklik");
const NOT_SOURCES: ReadonlySet<string> = new Set(["node_modules", "dist", ".output", ".wxt"]);
const TEST = /\.(test\.tsx?|fixture\.html)$/;

/** A hash of everything that a product is built from; tests do not count. */
export async function sourcesHash(product: Product): Promise<string> {
  const hash = createHash("sha256").update(JSON.stringify(product.commands));
  for (const source of product.sources) {
    for (const file of await filesOf(path.join(workspaceRoot, source))) {
      hash
        .update(path.relative(workspaceRoot, file))
        .update("\0")
        .update(await readFile(file));
    }
  }
  return hash.digest("hex");
}

/** Whether the product is there and was built from these sources. */
export async function isBuiltFrom(product: Product, hash: string): Promise<boolean> {
  try {
    for (const result of product.results) await access(path.join(workspaceRoot, result));
    return (await readFile(stampOf(product), "utf8")) === hash;
  } catch {
    return false;
  }
}

/** Remembers from what the product was built. */
export async function stamp(product: Product, hash: string): Promise<void> {
  await mkdir(STAMPS, { recursive: true });
  await writeFile(stampOf(product), hash);
}

function stampOf(product: Product): string {
  return path.join(STAMPS, product.name);
}

async function filesOf(place: string): Promise<string[]> {
  const entries = await readdir(place, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOTDIR") return null;
    throw error;
  });
  if (entries === null) return [place];
  const found: string[] = [];
  for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    if (NOT_SOURCES.has(entry.name) || TEST.test(entry.name)) continue;
    const inside = path.join(place, entry.name);
    if (entry.isDirectory()) found.push(...(await filesOf(inside)));
    else if (entry.isFile()) found.push(inside);
  }
  return found;
}
