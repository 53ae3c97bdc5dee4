import type { SiteCorrections } from "@otklik/shared/capture/site-corrections";
import { CLIP_LIMITS } from "@otklik/shared/complaint/clip-limits";
import { addressKey } from "./address-key";
import type { Attempt } from "./clip-page";
import { type Found, findPost } from "./find-post";
import { furtherReaders } from "./further-readers";
import { mergeFields } from "./merge-fields";
import type { Page, PageWindow } from "./page";
import { readPost } from "./read-post";
import { readingPage } from "./reading-page";
import { broughtSites, corrected, sitesOf } from "./sites/index";
import { keyOfPost, postsOf } from "./sites/locate-post";
import type { SiteAdapter } from "./sites/site-adapter";

/** Recognises posts for the picker, by the same adapters and rules that clip them. */
export interface PostFinder {
  /** The post round an element; null when it is in none. */
  postAt(element: Element): Element | null;
  /** Every post that is shown, in document order. */
  posts(): Element[];
  /** The names by which the register knows the posts, each once. */
  keys(): string[];
  /** What would be clipped, enough to know it: author and the words' beginning. */
  preview(root: Element): PostPreview;
  /** Where an element stands in the top page's viewport, CSS pixels. */
  box(element: Element): { x: number; y: number; width: number; height: number };
}

export interface PostPreview {
  readonly author: string | null;
  readonly words: string | null;
}

const PREVIEW_LENGTH = 160;

/** A finder over a window; each question looks at the page anew, which may have changed since. */
export function postFinder(window: PageWindow, corrections?: SiteCorrections["sites"]): PostFinder {
  const sitesHere = (page: Page) =>
    attempt(() => sitesOf(page, corrected(broughtSites(), corrections, window)), []);
  const find = (page: Page, sites: readonly SiteAdapter[], element: Element): Found | null =>
    findPost(page, { element, by: "picker", selection: null }, sites, attempt);

  return {
    postAt(element) {
      const page = readingPage(window);
      return find(page, sitesHere(page), element)?.root ?? null;
    },
    posts() {
      const page = readingPage(window);
      const known = sitesHere(page).flatMap((site) => attempt(() => postsOf(page, site), []));
      const found = known.length > 0 ? known : attempt(() => furtherReaders()?.posts(page) ?? [], []);
      return [...new Set(found)].filter((post) => isShown(page, post));
    },
    keys() {
      const page = readingPage(window);
      const sites = sitesHere(page);
      if (sites.length === 0) return keysOnAnyPage(page);
      const keys = sites.flatMap((site) => [
        site.keyOf?.(page.url) ?? null,
        ...attempt(() => postsOf(page, site), []).map((post) =>
          attempt(() => keyOfPost(page, site, post), null),
        ),
      ]);
      return [...new Set(keys)].filter((key) => key !== null);
    },
    preview(root) {
      const page = readingPage(window);
      const found = find(page, sitesHere(page), root) ?? { site: null, root };
      const { author, narrative } = mergeFields(readPost(page, found, attempt));
      return {
        author: author?.name ?? author?.handle ?? null,
        words: narrative?.replace(/\s+/gu, " ").trim().slice(0, PREVIEW_LENGTH) || null,
      };
    },
    box: (element) => readingPage(window).box(element),
  };
}

function keysOnAnyPage(page: Page): string[] {
  const posts = attempt(() => furtherReaders()?.posts(page) ?? [], []).slice(0, CLIP_LIMITS.lookupKeys);
  const keys = posts.map((root) => {
    const { permalink } = mergeFields(readPost(page, { site: null, root }, attempt));
    return permalink === null ? null : addressKey(permalink);
  });
  return [...new Set(keys)].filter((key) => key !== null);
}

function isShown(page: Page, post: Element): boolean {
  const { width, height } = page.box(post);
  return width > 0 && height > 0;
}

const attempt: Attempt = (read, otherwise) => {
  try {
    return read();
  } catch {
    return otherwise;
  }
};
