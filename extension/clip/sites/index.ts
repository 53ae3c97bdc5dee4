import type { SiteCorrections } from "@otklik/shared/capture/site-corrections";
import { furtherReaders } from "../further-readers";
import type { Page, PageWindow } from "../page";
import { isUnderHost } from "../web-address";
import { discourse } from "./discussion/discourse";
import { github } from "./discussion/github";
import { habr } from "./discussion/habr";
import { hackerNews } from "./discussion/hacker-news";
import { appStore } from "./reviews/app-store";
import { banki } from "./reviews/banki";
import { googleMaps } from "./reviews/google-maps";
import { googlePlay } from "./reviews/google-play";
import { irecommend } from "./reviews/irecommend";
import { otzovik } from "./reviews/otzovik";
import { ozon } from "./reviews/ozon";
import { trustpilot } from "./reviews/trustpilot";
import { twoGis } from "./reviews/two-gis";
import { wildberries } from "./reviews/wildberries";
import { yandexMaps } from "./reviews/yandex-maps";
import { yandexMarket } from "./reviews/yandex-market";
import type { SiteAdapter } from "./site-adapter";
import { bluesky } from "./social/bluesky";
import { dzen } from "./social/dzen";
import { facebook } from "./social/facebook";
import { instagram } from "./social/instagram";
import { linkedin } from "./social/linkedin";
import { mastodon } from "./social/mastodon";
import { odnoklassniki } from "./social/odnoklassniki";
import { oldReddit } from "./social/old-reddit";
import { pikabu } from "./social/pikabu";
import { reddit } from "./social/reddit";
import { telegram } from "./social/telegram";
import { telegramWeb } from "./social/telegram-web";
import { threads } from "./social/threads";
import { tiktok } from "./social/tiktok";
import { vk } from "./social/vk";
import { x } from "./social/x";
import { youtube } from "./social/youtube";

/** Adapters that every clip brings. Asked in this order; the first that recognises the page and finds the post reads it. */
export const SITES: readonly SiteAdapter[] = [
  bluesky,
  dzen,
  facebook,
  instagram,
  linkedin,
  mastodon,
  odnoklassniki,
  oldReddit,
  pikabu,
  reddit,
  telegram,
  telegramWeb,
  threads,
  tiktok,
  vk,
  x,
  youtube,
  appStore,
  banki,
  googleMaps,
  googlePlay,
  irecommend,
  otzovik,
  ozon,
  trustpilot,
  twoGis,
  wildberries,
  yandexMaps,
  yandexMarket,
  discourse,
  github,
  habr,
  hackerNews,
];

/** All adapters that are in this page: those of webmails come with the further readers, which no mail is read without. */
export function broughtSites(): readonly SiteAdapter[] {
  return [...SITES, ...(furtherReaders()?.sites ?? [])];
}

/** The adapters whose site a page is of. */
export function sitesOf(page: Page, sites: readonly SiteAdapter[] = broughtSites()): SiteAdapter[] {
  return sites.filter((site) => isAtHome(site, page.url.hostname) && (site.recognises?.(page) ?? true));
}

/** The adapters with their selectors put right, and without those that were switched off. What is no selector is passed over. */
export function corrected(
  sites: readonly SiteAdapter[],
  corrections: SiteCorrections["sites"] = {},
  window: Pick<PageWindow, "DocumentFragment">,
): SiteAdapter[] {
  return sites
    .filter(({ name }) => corrections[name]?.disabled !== true)
    .map((site) => {
      const given = Object.entries(corrections[site.name]?.selectors ?? {});
      if (given.length === 0) return site;
      const readable = given.filter(([, selector]) => isSelector(selector, window));
      return { ...site, selectors: { ...site.selectors, ...Object.fromEntries(readable) } };
    });
}

function isSelector(text: string, { DocumentFragment }: Pick<PageWindow, "DocumentFragment">): boolean {
  try {
    new DocumentFragment().querySelector(text);
    return true;
  } catch {
    return false;
  }
}

function isAtHome(site: SiteAdapter, host: string): boolean {
  return site.hosts === null || site.hosts.some((name) => isUnderHost(host, name));
}
