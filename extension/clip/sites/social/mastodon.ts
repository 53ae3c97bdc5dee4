import type { PostedAt } from "@otklik/shared/complaint/clip";
import type { PostFields } from "../../captured-page";
import type { Page } from "../../page";
import { postedAtOf } from "../../posted-at";
import { lineOf, textOf } from "../../read-text";
import { webAddress } from "../../web-address";
import { conversationPlace } from "../conversation-place";
import { timeOfMastodonId } from "../id-time";
import { authorOfHead, bareAddress, headIsOfThisPage, headSays } from "../page-head";
import type { SiteAdapter } from "../site-adapter";

/**
 * One post of Mastodon or its fork Glitch on any server, open on its own or in a column. Markup of 4.3 to 4.5, and of
 * the pages that servers before 4.0 sent ready.
 */
export const mastodon: SiteAdapter = {
  name: "mastodon",
  channel: "social",
  hosts: null,
  selectors: {
    post: ".detailed-status__wrapper, .status__wrapper, .detailed-status:not(.detailed-status__wrapper *), .status:not(.status__wrapper *)",
    main: ".detailed-status__wrapper, .detailed-status",
    words: ".status__content__text, .status__content:not(:has(.status__content__text))",
    // Parts of a link that the site itself does not show, and what is not the author's words.
    notWords: "span.invisible, button, .status__content__read-more-button, .translate-button, .poll__footer",
    author: ".display-name__html",
    authorLink: "a.detailed-status__display-name, a.status__display-name",
    handle: ".display-name__account",
    permalink: "a.detailed-status__datetime, a.status__relative-time",
    time: "a.detailed-status__datetime time, a.status__relative-time time",
    images: ".media-gallery__item-thumbnail img",
  },

  recognises: (page) =>
    page.select(page.document, "#mastodon, .detailed-status .display-name__account") !== null,

  /** `mastodon:server/id`, the server being the one that the agent reads it on: ids differ between servers. */
  keyOf({ host, pathname }) {
    const id = /^\/@[^/]+\/(\d+)$/.exec(pathname)?.[1];
    return id === undefined ? null : `mastodon:${host}/${id}`;
  },

  /** Servers give posts of others the id of the time when those were made. */
  postedAtOf: (key) => timeOfMastodonId(key.slice(key.lastIndexOf("/") + 1)),

  refine: (page, root, found): PostFields => ({
    ...found,
    thread: conversationPlace(page, mastodon, root),
    narrative: [warningOf(page, root), found.narrative].filter((part) => part !== null).join("\n\n") || null,
    author: found.author && {
      ...found.author,
      handle: fullHandle(found.author.handle, page),
      platformId: accountId(page, root),
    },
    postedAt: postedAt(page, root, found.postedAt),
  }),

  describe(page) {
    if (!headIsOfThisPage(page, (address) => mastodon.keyOf?.(address) ?? null)) return null;
    const handle = headSays(page, "profile:username");
    const name = /^(.*?) \(@[^)]+\)$/su.exec(headSays(page, "og:title") ?? "")?.[1] ?? null;
    return {
      permalink: bareAddress(page),
      narrative: headSays(page, "og:description", "description"),
      author: authorOfHead(name, handle && `@${handle}`, profileOf(page)),
      postedAt: postedAtOf(headSays(page, "og:published_time")),
    };
  },
};

/** `/@NAME` of the page's own `/@NAME/ID`. */
function profileOf({ url }: Page): string {
  return new URL(url.pathname.replace(/\/\d+$/, ""), url).href;
}

/** The warning above a folded post belongs to its words. */
function warningOf(page: Page, root: Element): string | null {
  const warning = page.select(root, ".content-warning, .status__content__spoiler-text");
  return warning === null ? null : textOf(page, warning, { without: "button" });
}

/** A local account is shown without its server: the handle alone would name another person elsewhere. */
function fullHandle(shown: string | null, page: Page): string | null {
  return shown === null || shown.lastIndexOf("@") > 0 ? shown : `${shown}@${page.url.hostname}`;
}

function accountId(page: Page, root: Element): string | null {
  const link = page.select(root, "[data-hover-card-account]");
  return link === null ? null : page.attribute(link, "data-hover-card-account");
}

/** A post open on its own shows words only; the page then tells the instant in its description. */
function postedAt(page: Page, root: Element, shown: PostedAt | null): PostedAt | null {
  const link = page.select(root, "a.detailed-status__datetime, a.status__relative-time");
  if (link === null) return shown;
  const time = page.select(link, "time");
  const words = lineOf(page, link);
  if (time !== null)
    return postedAtOf(page.attribute(time, "datetime"), page.attribute(time, "title") ?? words, page.moment);
  const told = isServedPost(page, link) ? publishedTime(page) : null;
  return postedAtOf(told, words, page.moment);
}

/** The description is of the page as it was served; the site then changes pages without a reload. */
function isServedPost(page: Page, permalink: Element): boolean {
  const key = (address: string | null) =>
    address === null ? null : (mastodon.keyOf?.(new URL(address)) ?? null);
  const meta = page.select(page.document, "meta[property='og:url']");
  const served = key(webAddress(meta && page.attribute(meta, "content"), page.url));
  return served !== null && served === key(webAddress(page.attribute(permalink, "href"), page.url));
}

function publishedTime(page: Page): string | null {
  const meta = page.select(page.document, "meta[property='og:published_time']");
  return meta === null ? null : page.attribute(meta, "content");
}
