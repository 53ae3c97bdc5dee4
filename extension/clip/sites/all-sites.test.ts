import { describe, expect, it } from "vitest";
import { savedPage } from "../../../tests/support/saved-page";
import { bareWords } from "../bare-words";
import type { CapturedPage } from "../captured-page";
import { clipPage } from "../clip-page";
import { type Page, pageOf } from "../page";
import { SITES, sitesOf } from "./index";
import { postsOf } from "./locate-post";
import { MAIL_SITES } from "./mail-sites";
import type { SiteAdapter } from "./site-adapter";

const FIXTURES = import.meta.glob<string>("./*/*.fixture.html", {
  query: "?raw",
  import: "default",
  eager: true,
});
const TESTS = import.meta.glob<string>("./*/*.test.ts", { query: "?raw", import: "default", eager: true });
const MOMENT = { now: new Date("2026-11-22T09:00:00Z"), zone: "Europe/Moscow" };
/** Shorter lines may stand in two posts by chance: «Спасибо», a heading. */
const LEAST_LINE = 15;

describe("every site's page", () => {
  it.each([...SITES, ...MAIL_SITES])(
    "of $name gives each post its own words, and is left as it was",
    (site) => {
      const { page, posts } = openPage(site);
      const before = page.document.documentElement.outerHTML;
      const clips = posts.map((post) =>
        clipPage(page.window, { kind: "picker" }, { picked: [post], moment: MOMENT }),
      );
      expect(page.document.documentElement.outerHTML).toBe(before);
      expect(clips.flatMap(({ roots }) => roots)).toEqual(posts);
      const captured = clips.map((clip) => clip.captured);
      expect(captured.filter(({ narrative }) => narrative !== null)).not.toEqual([]);
      const strayWords = captured.flatMap(({ narrative }, at) =>
        wordsOf(narrative).filter((word) => !holds(posts[at]?.textContent ?? null, word)),
      );
      expect(strayWords).toEqual([]);
      expect(foreignLines(captured)).toEqual([]);
    },
  );
});

/** The made-up page at the first address in its test that is the site's and shows posts. */
function openPage(site: SiteAdapter): { page: Page; posts: Element[] } {
  const html = fileOf(FIXTURES, `/${site.name}.fixture.html`);
  const test = fileOf(TESTS, `/${site.name}.test.ts`);
  const addresses = [...test.matchAll(/["'`](https:\/\/[^"'`$]+)["'`]/g)].flatMap(
    ([, address]) => address ?? [],
  );
  for (const address of addresses) {
    const page = pageOf(savedPage(html, address), MOMENT);
    const posts = sitesOf(page).includes(site) ? postsOf(page, site) : [];
    if (posts.length > 0) return { page, posts };
  }
  throw new Error(`the test of ${site.name} names no address at which its page shows posts`);
}

function fileOf(files: Readonly<Record<string, string>>, end: string): string {
  return Object.entries(files).find(([path]) => path.endsWith(end))?.[1] ?? "";
}

/** Lines of one post that are found among the words of another, such as its answer. The same post may stand on a page twice. */
function foreignLines(captured: readonly CapturedPage[]): string[] {
  return captured.flatMap((post) =>
    captured
      .filter((other) => other !== post && other.narrative !== post.narrative)
      .filter((other) => other.permalinkKey === null || other.permalinkKey !== post.permalinkKey)
      .flatMap((other) => linesOf(other.narrative).filter((line) => holds(post.narrative, line))),
  );
}

function holds(words: string | null, line: string): boolean {
  return bareWords(words ?? "").includes(bareWords(line));
}

/** One by one: between two that are shown together a page may hide others. */
function wordsOf(narrative: string | null): string[] {
  return (narrative ?? "").match(/[\p{L}\p{N}]{4,}/gu) ?? [];
}

function linesOf(narrative: string | null): string[] {
  return (narrative ?? "").split("\n").filter((line) => bareWords(line).length >= LEAST_LINE);
}
