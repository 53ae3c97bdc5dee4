import type { SiteCorrections } from "@otklik/shared/capture/site-corrections";
import type { Page } from "../page";
import { isUnderHost } from "../web-address";
import type { SiteAdapter } from "./site-adapter";
import { mastodon } from "./social/mastodon";
import { telegram } from "./social/telegram";
import { vk } from "./social/vk";
import { x } from "./social/x";

/** Asked in this order; the first that recognises the page and finds the post reads it. */
export const SITES: readonly SiteAdapter[] = [telegram, mastodon, vk, x];

/** The adapters whose site a page is of. */
export function sitesOf(page: Page, sites: readonly SiteAdapter[] = SITES): SiteAdapter[] {
  return sites.filter((site) => isAtHome(site, page.url.hostname) && (site.recognises?.(page) ?? true));
}

/** The adapters with their selectors put right, and without those that were switched off. */
export function corrected(
  sites: readonly SiteAdapter[],
  corrections: SiteCorrections["sites"] = {},
): SiteAdapter[] {
  return sites
    .filter(({ name }) => corrections[name]?.disabled !== true)
    .map((site) => ({ ...site, selectors: { ...site.selectors, ...corrections[site.name]?.selectors } }));
}

function isAtHome(site: SiteAdapter, host: string): boolean {
  return site.hosts === null || site.hosts.some((name) => isUnderHost(host, name));
}
