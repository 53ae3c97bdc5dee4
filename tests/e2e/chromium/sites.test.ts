/// <reference types="vite/client" />
import { bareWords } from "@otklik/extension/clip/bare-words";
import type { CapturedPage } from "@otklik/extension/clip/captured-page";
import { clipPage } from "@otklik/extension/clip/clip-page";
import { pageOf } from "@otklik/extension/clip/page";
import { SITES, sitesOf } from "@otklik/extension/clip/sites/index";
import { postsOf } from "@otklik/extension/clip/sites/locate-post";
import { MAIL_SITES } from "@otklik/extension/clip/sites/mail-sites";
import type { SiteAdapter } from "@otklik/extension/clip/sites/site-adapter";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openReadingBrowser, type ReadingBrowser } from "../../reading/reading-browser";
import { savedPage } from "../../support/saved-page";

/*
 * The adapters' own tests run where nothing is laid out and few styles count. Here the built script reads the same
 * made-up pages in a real browser, and has to find the same.
 */

const FIXTURES = import.meta.glob<string>("../../../extension/clip/sites/*/*.fixture.html", {
  query: "?raw",
  import: "default",
  eager: true,
});
const TESTS = import.meta.glob<string>("../../../extension/clip/sites/*/*.test.ts", {
  query: "?raw",
  import: "default",
  eager: true,
});

let browser: ReadingBrowser;

beforeAll(async () => {
  browser = await openReadingBrowser();
});
afterAll(() => browser.close());

it.each([...SITES, ...MAIL_SITES])(
  "$name: the built script finds in Chromium what the adapter's test finds",
  async (site) => {
    const { html, url } = pageOfSite(site);
    const window = savedPage(html, url);
    const [first] = postsOf(pageOf(window), site);
    if (first === undefined) throw new Error("no post");
    const here = clipPage(window, { kind: "picker" }, { picked: [first] }).captured;
    const there = await browser.watch({ html: Buffer.from(html), url }, { select: site.selectors.post });
    expect(told(there.captured)).toEqual(told(here));
    expect(there.unchanged).toBe(true);
  },
);

/** What does not hang on the moment of reading. Line breaks are styles', which Chromium knows better. */
function told(post: CapturedPage) {
  const { adapter, channel, narrative, subject, author, permalink, permalinkKey, postedAt, rating } = post;
  const isSteady = postedAt !== null && postedAt.precision !== "relative" && postedAt.zoneKnown !== false;
  return {
    adapter,
    channel,
    words: bareWords(narrative ?? ""),
    subject,
    author,
    permalink,
    permalinkKey,
    posted: isSteady ? [postedAt.at, postedAt.precision] : postedAt?.precision,
    rating,
    pictures: post.attachments?.map(({ url }) => url) ?? null,
    sources: { ...post.sources, narrative: null },
  };
}

/** The made-up page at the first address in its test at which it shows posts in the page itself. */
function pageOfSite(site: SiteAdapter): { html: string; url: string } {
  const html = fileOf(FIXTURES, `/${site.name}.fixture.html`);
  const test = fileOf(TESTS, `/${site.name}.test.ts`);
  for (const [, url = ""] of test.matchAll(/["'`](https:\/\/[^"'`$]+)["'`]/g)) {
    const page = pageOf(savedPage(html, url));
    if (sitesOf(page).includes(site) && page.select(page.document, site.selectors.post) !== null)
      return { html, url };
  }
  throw new Error(`the test of ${site.name} names no address at which its page shows posts`);
}

function fileOf(files: Readonly<Record<string, string>>, end: string): string {
  return Object.entries(files).find(([path]) => path.endsWith(end))?.[1] ?? "";
}
