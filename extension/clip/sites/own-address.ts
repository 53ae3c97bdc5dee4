import type { PostFields } from "../captured-page";
import type { Page } from "../page";
import type { SiteAdapter } from "./site-adapter";

/**
 * Gives a post that stands on a page of its own, and so links nowhere, that page's address: without what follows
 * `?` and `#`, for these tell how the reader came. Other posts on that page, and those with a link, stay as they are.
 */
export function atOwnAddress(page: Page, site: SiteAdapter, root: Element, found: PostFields): PostFields {
  const { main } = site.selectors;
  const key = site.keyOf?.(page.url) ?? null;
  if (key === null || found.permalink !== null || main === undefined || !page.matches(root, main))
    return found;
  const { origin, pathname } = page.url;
  return { ...found, permalink: `${origin}${pathname}`, permalinkKey: found.permalinkKey ?? key };
}
