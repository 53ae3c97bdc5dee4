import type { Page } from "../page";
import { isUnderHost } from "../web-address";
import { anyPage } from "./any-page";
import { mastodon } from "./mastodon";
import type { SiteAdapter } from "./site-adapter";
import { telegram } from "./telegram";

/** Asked in this order; the first that recognises the page and finds the post reads it. `any-page` is last. */
export const SITES: readonly SiteAdapter[] = [telegram, mastodon, anyPage];

/** The adapters that recognise a page, the one for any page always among them. */
export function adaptersFor(page: Page, sites: readonly SiteAdapter[] = SITES): SiteAdapter[] {
  return sites.filter((site) => isAtHome(site, page.url.hostname) && site.recognises(page));
}

function isAtHome(site: SiteAdapter, host: string): boolean {
  return site.hosts === null || site.hosts.some((name) => isUnderHost(host, name));
}
