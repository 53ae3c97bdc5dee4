import { readFile } from "node:fs/promises";
import path from "node:path";
import { Hono } from "hono";
import { serverRoot } from "../workspace";
import type { AppEnv } from "./app-env";
import { problem } from "./problem";

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

/** Its name holds the hash of its content, so it never changes. */
const HASHED = /^\/assets\/[\w.-]+$/;
const AT_THE_TOP = /^\/\w[\w-]*\.\w+$/;
const FOREVER = "public, max-age=31536000, immutable";

const NOT_BUILT = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Otklik</title>
<p>The desk has not been built yet. Build it and load this page again: <code>pnpm --filter @otklik/server build:web</code></p>
<p lang="ru">Страница регистра ещё не собрана. Соберите её и откройте снова: <code>pnpm --filter @otklik/server build:web</code></p>
</html>
`;

/** The desk: one page for every address, which finds its way by itself, and the files that it loads. */
export function desk(folder: string = path.join(serverRoot, "web", "dist")) {
  const hashed = new Map<string, Uint8Array<ArrayBuffer>>();

  const read = async (file: string): Promise<Uint8Array<ArrayBuffer> | null> => {
    const known = hashed.get(file);
    if (known !== undefined) return known;
    const bytes = await readFile(path.join(folder, file)).catch(() => null);
    if (bytes !== null && HASHED.test(file)) hashed.set(file, bytes);
    return bytes;
  };

  return new Hono<AppEnv>().get("*", async (c) => {
    const file = c.req.path;
    const mediaType = MEDIA_TYPES[path.extname(file)];
    if (mediaType !== undefined && (HASHED.test(file) || AT_THE_TOP.test(file))) {
      const bytes = await read(file);
      if (bytes === null) return problem(c, "not-found");
      c.header("Content-Type", mediaType);
      c.header("Cache-Control", HASHED.test(file) ? FOREVER : "no-cache");
      return c.body(bytes, 200);
    }
    if (file.startsWith("/assets/")) return problem(c, "not-found");
    const page = await read("/index.html");
    c.header("Content-Type", "text/html; charset=utf-8");
    // Asked about every time: a new build names other assets. What a link for one task leads to is not kept at all.
    if (file !== "/task") c.header("Cache-Control", "no-cache");
    return page === null ? c.body(NOT_BUILT, 503) : c.body(page, 200);
  });
}
