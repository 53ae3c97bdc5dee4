import type { Author } from "@otklik/shared/complaint/clip";
import type { PostFields } from "../captured-page";
import type { Page } from "../page";
import { postedAtOf } from "../posted-at";
import { lineOf, textOf } from "../read-text";
import { webAddress } from "../web-address";
import type { SiteAdapter } from "./site-adapter";

const POST = ".detailed-status__wrapper, .detailed-status, .status__wrapper, .status";
const PERMALINK = "a.detailed-status__datetime, a.status__relative-time";
/** Parts of a link that the site itself does not show, and what is not the author's words. */
const NOT_WORDS =
  "span.invisible, button, .status__content__read-more-button, .translate-button, .poll__footer";

/** One post of Mastodon on any server, open on its own or in a column. Markup of 4.3 to 4.5. */
export const mastodon: SiteAdapter = {
  name: "mastodon",
  channel: "social",
  hosts: null,

  recognises: (page) =>
    page.select(page.document, "#mastodon") !== null && page.select(page.document, POST) !== null,

  locate(page, pointed) {
    if (pointed !== null) {
      const post = page.closest(pointed, POST);
      return post === null ? null : outermost(page, post);
    }
    const open = page.select(page.document, ".detailed-status__wrapper, .detailed-status");
    if (open !== null) return open;
    const all = page.selectAll(page.document, ".status__wrapper");
    return all.length === 1 ? (all[0] ?? null) : null;
  },

  read(page, root): PostFields {
    const permalink = permalinkOf(page, root);
    return {
      narrative: narrativeOf(page, root),
      author: authorOf(page, root),
      permalink,
      permalinkKey: keyOf(permalink),
      postedAt: postedAt(page, root),
    };
  },
};

/** A post stands in its wrapper: the wrapper is the whole of it. */
function outermost(page: Page, post: Element): Element {
  return page.closest(post, ".detailed-status__wrapper, .status__wrapper") ?? post;
}

/** The warning above a folded post belongs to its words. */
function narrativeOf(page: Page, root: Element): string | null {
  const warning = page.select(root, ".content-warning, .status__content__spoiler-text");
  const words = page.select(root, ".status__content__text") ?? page.select(root, ".status__content");
  const parts = [warning, words].map((part) =>
    part === null ? null : textOf(page, part, { without: NOT_WORDS }),
  );
  return parts.filter((part) => part !== null).join("\n\n") || null;
}

function authorOf(page: Page, root: Element): Author | null {
  const link = page.select(root, "a.detailed-status__display-name, a.status__display-name");
  if (link === null) return null;
  const profileUrl = webAddress(page.attribute(link, "href"), page.url);
  const shown = lineOf(page, page.select(link, ".display-name__account"));
  return {
    name: lineOf(page, page.select(link, ".display-name__html")),
    handle: shown === null ? null : fullHandle(shown, page),
    profileUrl,
    platformId: page.attribute(link, "data-hover-card-account"),
  };
}

/** A local account is shown without its server: the handle alone would name another person elsewhere. */
function fullHandle(shown: string, page: Page): string {
  return shown.lastIndexOf("@") > 0 ? shown : `${shown}@${page.url.hostname}`;
}

function permalinkOf(page: Page, root: Element): string | null {
  const link = page.select(root, PERMALINK);
  return link === null ? null : webAddress(page.attribute(link, "href"), page.url);
}

/** `mastodon:server/id`, the server being the one that the agent reads it on: ids differ between servers. */
function keyOf(permalink: string | null): string | null {
  if (permalink === null) return null;
  const { host, pathname } = new URL(permalink);
  const id = /^\/@[^/]+\/(\d+)$/.exec(pathname)?.[1];
  return id === undefined ? null : `mastodon:${host}/${id}`;
}

/** A post open on its own shows words only; the page then tells the instant in its description. */
function postedAt(page: Page, root: Element) {
  const link = page.select(root, PERMALINK);
  if (link === null) return null;
  const time = page.select(link, "time");
  const words = lineOf(page, link);
  if (time !== null) {
    return postedAtOf(page.attribute(time, "datetime"), page.attribute(time, "title") ?? words);
  }
  return postedAtOf(isServedPost(page, link) ? publishedTime(page) : null, words);
}

/** The description is of the page as it was served; the site then changes pages without a reload. */
function isServedPost(page: Page, permalink: Element): boolean {
  const meta = page.select(page.document, "meta[property='og:url']");
  const served = meta === null ? null : webAddress(page.attribute(meta, "content"), page.url);
  return (
    served !== null &&
    keyOf(served) !== null &&
    keyOf(served) === keyOf(webAddress(page.attribute(permalink, "href"), page.url))
  );
}

function publishedTime(page: Page): string | null {
  const meta = page.select(page.document, "meta[property='og:published_time']");
  return meta === null ? null : page.attribute(meta, "content");
}
