import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";

/** The only name under which the pages are reached; browsers are told that it is loopback. */
export const PAGES_HOST = "forum.test";

const FILES: readonly (readonly [path: RegExp, file: string])[] = [
  [/^\/@sinitsa\/110001$/, "mastodon.html"],
  [/^\/s\/severny_sosedi/, "telegram.html"],
  [/^\/post\/9$/, "long-post.fixture.html"],
  [/^\//, "forum.html"],
];

/** A red square of 16 pixels. */
const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAIAAACQkWg2AAAAFklEQVR42mM4o6REEmIY1TCqYfhqAABFfxAQTX2wewAAAABJRU5ErkJggg==",
  "base64",
);

export interface SamplePages {
  /** Where a page is, such as `/@sinitsa/110001`. */
  url(path: string): string;
  close(): Promise<void>;
}

/**
 * Serves pages with complaints of invented people. They stand under a name of their own, not
 * under 127.0.0.1, where the server is: a permission for it would hide that one is missing.
 */
export async function servePages(postedAt = new Date()): Promise<SamplePages> {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? "/", "http://pages").pathname;
    if (path === "/picture.png") {
      response.setHeader("content-type", "image/png");
      response.end(PICTURE);
      return;
    }
    const file = FILES.find(([pattern]) => pattern.test(path))?.[1] ?? "forum.html";
    const text = await readFile(new URL(`../e2e/pages/${file}`, import.meta.url), "utf8");
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(text.replaceAll("{{port}}", `${port}`).replaceAll("{{postedAt}}", postedAt.toISOString()));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port on loopback");
  const { port } = address;
  return {
    url: (path) => `http://${PAGES_HOST}:${port}${path}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
