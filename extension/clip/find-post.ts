import type { Attempt } from "./clip-page";
import { locateOnAnyPage } from "./general/any-page";
import type { Page } from "./page";
import type { Pointed } from "./pointed-element";
import { locatePost } from "./sites/locate-post";
import type { SiteAdapter } from "./sites/site-adapter";

/** A post, and whose markup it is in; null is nobody's: it is read as on any page. */
export interface Found {
  readonly site: SiteAdapter | null;
  readonly root: Element;
}

/**
 * The post that is meant: by its site's adapter, else as on any page. A selection or a clicked link names its
 * post; the focus may stand anywhere, so the main post is asked for too.
 */
export function findPost(
  page: Page,
  pointed: Pointed,
  sites: readonly SiteAdapter[],
  attempt: Attempt,
): Found | null {
  const places = pointed.by === "focus" ? [pointed.element, null] : [pointed.element];
  for (const site of sites) {
    for (const place of places) {
      const root = attempt(() => locatePost(page, site, place), null);
      if (root !== null) return { site, root };
    }
  }
  for (const place of places) {
    const root = attempt(() => locateOnAnyPage(page, place), null);
    if (root !== null) return { site: null, root };
  }
  return null;
}
