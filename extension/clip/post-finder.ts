import type { SiteCorrections } from "@otklik/shared/capture/site-corrections";
import type { Attempt } from "./clip-page";
import { type Found, findPost } from "./find-post";
import { furtherReaders } from "./further-readers";
import { mergeFields } from "./merge-fields";
import { type Page, type PageWindow, pageOf } from "./page";
import { POST_LIKE } from "./post-like";
import { readPost } from "./read-post";
import { corrected, SITES, sitesOf } from "./sites/index";
import { keyOfPost, postsOf } from "./sites/locate-post";
import type { SiteAdapter } from "./sites/site-adapter";

/** Recognises posts for the picker, by the same adapters and rules that clip them. */
export interface PostFinder {
  /** The post round an element; null when it is in none. */
  postAt(element: Element): Element | null;
  /** Every post that is shown, in document order. */
  posts(): Element[];
  /** The platforms' own names of the posts, each once: those of the page's own site alone. */
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

/** What a post has on a page that nobody knows: who wrote it or when. */
const MARKS = `${POST_LIKE},time,relative-time,[rel~=author],[itemprop=author],[class*=author i],[class*=username i],[class*=user-name i],[class*=nickname i]`;
const MOST_MARKS = 500;
const PREVIEW_LENGTH = 160;

/** A finder over a window; each question looks at the page anew, which may have changed since. */
export function postFinder(window: PageWindow, corrections?: SiteCorrections["sites"]): PostFinder {
  const sitesHere = (page: Page) => attempt(() => sitesOf(page, corrected(SITES, corrections, window)), []);
  const find = (page: Page, sites: readonly SiteAdapter[], element: Element): Found | null =>
    findPost(page, { element, by: "picker", selection: null }, sites, attempt);

  return {
    postAt(element) {
      const page = pageOf(window);
      return find(page, sitesHere(page), element)?.root ?? null;
    },
    posts() {
      const page = pageOf(window);
      const known = sitesHere(page).flatMap((site) => attempt(() => postsOf(page, site), []));
      const found = known.length > 0 ? known : postsOnAnyPage(page);
      return [...new Set(found)].filter((post) => isShown(page, post));
    },
    keys() {
      const page = pageOf(window);
      const keys = sitesHere(page).flatMap((site) => [
        site.keyOf?.(page.url) ?? null,
        ...attempt(() => postsOf(page, site), []).map((post) =>
          attempt(() => keyOfPost(page, site, post), null),
        ),
      ]);
      return [...new Set(keys)].filter((key) => key !== null);
    },
    preview(root) {
      const page = pageOf(window);
      const found = find(page, sitesHere(page), root) ?? { site: null, root };
      const { author, narrative } = mergeFields(readPost(page, found, attempt));
      return {
        author: author?.name ?? author?.handle ?? null,
        words: narrative?.replace(/\s+/gu, " ").trim().slice(0, PREVIEW_LENGTH) || null,
      };
    },
    box: (element) => pageOf(window).box(element),
  };
}

function postsOnAnyPage(page: Page): Element[] {
  const found = page
    .selectAll(page.document, MARKS, MOST_MARKS)
    .map((mark) => attempt(() => furtherReaders()?.locate(page, mark) ?? null, null))
    .filter((post) => post !== null);
  const { compareDocumentPosition, DOCUMENT_POSITION_FOLLOWING } = page.window.Node.prototype;
  const isBefore = (one: Element, other: Element) =>
    (compareDocumentPosition.call(one, other) & DOCUMENT_POSITION_FOLLOWING) !== 0;
  return [...new Set(found)].sort((one, other) => (isBefore(one, other) ? -1 : 1));
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
