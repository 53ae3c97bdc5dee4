import type { Attempt } from "./clip-page";
import { furtherReaders } from "./further-readers";
import type { Page } from "./page";
import { isCasual, type Pointed } from "./pointed-element";
import { locatePost } from "./sites/locate-post";
import type { SiteAdapter } from "./sites/site-adapter";

/** A post, and whose markup it is in; null is nobody's: it is read as on any page. */
export interface Found {
  readonly site: SiteAdapter | null;
  readonly root: Element;
}

/**
 * The post that is meant: by its site's adapter, else as on any page. A selection or a clicked link names its
 * post; the pointer and the focus may stand anywhere, so the main post is asked for too.
 */
export function findPost(
  page: Page,
  pointed: Pointed,
  sites: readonly SiteAdapter[],
  attempt: Attempt,
): Found | null {
  const { element, others = [] } = pointed;
  const named = element === null ? [] : [[element, ...others]];
  const places = isCasual(pointed.by) ? [...named, [null]] : named;
  for (const site of [...sites, null]) {
    const locate = (at: Element | null) =>
      attempt(() => (site === null ? anyPost(page, at, sites) : locatePost(page, site, at)), null);
    for (const place of places) {
      const roots = new Set(place.map((at) => roundHosts(page, at, locate)));
      const [root] = roots;
      if (root && roots.size === 1) return { site, root };
    }
  }
  return null;
}

/** What merely looks like a post on a site's page is not asked where the site's own head tells the post. */
function anyPost(page: Page, pointed: Element | null, sites: readonly SiteAdapter[]): Element | null {
  const isTold = (site: SiteAdapter) => Boolean(site.keyOf?.(page.url) && site.describe?.(page)?.narrative);
  return pointed === null && sites.some(isTold) ? null : (furtherReaders()?.locate(page, pointed) ?? null);
}

/** A post may stand outside of the shadow in which it was pointed at. */
function roundHosts(
  page: Page,
  pointed: Element | null,
  locate: (at: Element | null) => Element | null,
): Element | null {
  for (let at = pointed; ; at = at && page.host(at)) {
    const root = locate(at);
    if (root !== null || at === null || page.host(at) === null) return root;
  }
}
