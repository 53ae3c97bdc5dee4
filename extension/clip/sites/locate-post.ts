import type { Page } from "../page";
import { webAddress } from "../web-address";
import type { SiteAdapter } from "./site-adapter";

const MOST_POSTS = 500;

/**
 * The post that is meant on a site's page: the nearest round what was pointed at; else the one that the page's
 * own address names, the one that the site shows as the main one, or the only one.
 *
 * @returns null when it is not clear which: any of them would be a guess
 */
export function locatePost(page: Page, site: SiteAdapter, pointed: Element | null): Element | null {
  if (pointed !== null) return page.closest(pointed, site.selectors.post);
  const posts = postsOf(page, site);
  const key = site.keyOf?.(page.url) ?? null;
  if (key !== null) {
    const named = posts.filter((post) => keyOfPost(page, site, post) === key);
    // What holds a head and a body is a mail, and so is all that holds it: the innermost is meant.
    const inner = site.isMail === true ? named.at(-1) : undefined;
    if (inner !== undefined && named.every((post) => page.contains(post, inner))) return inner;
    if (named[0] !== undefined && named.every((post) => page.contains(named[0] ?? post, post)))
      return named[0];
  }
  const main = mainPart(page, site);
  if (main !== null) return page.closest(main, site.selectors.post) ?? main;
  const [only, other] = posts;
  if (only === undefined || other !== undefined) return null;
  // The only comment on a page is not the post at the page's address where its own name says otherwise.
  const own = key === null ? null : keyOfPost(page, site, only);
  return own === null || own === key ? only : null;
}

/** Every post on the page, those within others too, in document order. */
export function postsOf(page: Page, site: SiteAdapter): Element[] {
  return inDocuments(page, site, site.selectors.post);
}

/** What a selector finds on the page and in the site's frames. */
export function inDocuments(page: Page, site: SiteAdapter, selector: string): Element[] {
  return [page.document, ...(site.frames?.(page) ?? [])].flatMap((document) =>
    page.selectAll(document, selector, MOST_POSTS),
  );
}

/** What the site itself shows as the main post; a conversation of mails has its newest one below. */
function mainPart(page: Page, site: SiteAdapter): Element | null {
  const { main } = site.selectors;
  const found = main === undefined ? [] : inDocuments(page, site, main);
  return found.at(site.isMail === true ? -1 : 0) ?? null;
}

/** Elements of the post itself that a selector finds, and not of a further post within it. */
export function ownParts(page: Page, site: SiteAdapter, root: Element, selector: string): Element[] {
  const inner = page.selectAll(root, site.selectors.post, MOST_POSTS);
  return page
    .selectAll(root, selector)
    .filter((part) => !inner.some((post) => post !== root && page.contains(post, part)));
}

/** Where the post's own link leads; null when it has none. */
export function permalinkOf(page: Page, site: SiteAdapter, root: Element): string | null {
  const { permalink } = site.selectors;
  if (permalink === undefined) return null;
  const found = page.matches(root, permalink) ? [root] : ownParts(page, site, root, permalink);
  for (const part of found) {
    const link = page.attribute(part, "href") === null ? page.closest(part, "a[href]") : part;
    const address = link === null ? null : webAddress(page.attribute(link, "href"), page.url);
    if (address !== null) return address;
  }
  return null;
}

/** The platform's own name of a post, from its element or its link; null when neither tells. */
export function keyOfPost(page: Page, site: SiteAdapter, root: Element): string | null {
  const named = site.keyIn?.(page, root) ?? null;
  if (named !== null) return named;
  const permalink = permalinkOf(page, site, root);
  return permalink === null ? null : (site.keyOf?.(new URL(permalink)) ?? null);
}
