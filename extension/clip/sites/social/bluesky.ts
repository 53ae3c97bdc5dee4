import type { PostFields } from "../../captured-page";
import type { Page } from "../../page";
import { postedAtOf } from "../../posted-at";
import { textOf } from "../../read-text";
import { conversationPlace } from "../conversation-place";
import { timeOfTid } from "../id-time";
import { ownParts, permalinkOf } from "../locate-post";
import {
  authorOfHead,
  bareAddress,
  decoded,
  firstFields,
  headIsOfThisPage,
  headSays,
  jsonLdOfPage,
} from "../page-head";
import type { SiteAdapter } from "../site-adapter";

const POST = "[data-testid^='postThreadItem-by-'], [data-testid^='feedItem-by-']";
/** A quoted post stands in the post as a link without an address. */
const QUOTED = ":is([data-testid^='postThreadItem-by-'], [data-testid^='feedItem-by-']) div[role=link] *";

/** One post of Bluesky, on its own, in a thread or a feed. Markup of January 2026. */
export const bluesky: SiteAdapter = {
  name: "bluesky",
  channel: "social",
  hosts: ["bsky.app"],
  keepsLines: true,
  selectors: {
    post: POST,
    words: `[data-word-wrap="1"]:not(${QUOTED})`,
    author: `a[href^="/profile/"]:not([href*="/post/"], :has(img), ${QUOTED})`,
    permalink: `a[href*="/post/"][data-tooltip]:not(${QUOTED})`,
    images: `img[src*="/feed_thumbnail/"]:not(${QUOTED}), img[src*="/feed_fullsize/"]:not(${QUOTED})`,
  },

  /** `bsky:handle/key`. */
  keyOf({ pathname }) {
    const [, who, key] = /^\/profile\/([\w.:%-]{3,253})\/post\/(\w{1,32})(?:\/|$)/.exec(pathname) ?? [];
    return who === undefined ? null : `bsky:${decoded(who).toLowerCase()}/${key}`;
  },

  /** The post at the page's own address is the one that shows its time without a link. */
  keyIn(page, root) {
    const own = permalinkOf(page, bluesky, root);
    if (own !== null) return keyOf(new URL(own));
    const key = keyOf(page.url);
    return key?.startsWith(`bsky:${handleOf(page, root)}/`) ? key : null;
  },

  /** By the clock of the author's program, which also wrote the time that the page shows. */
  postedAtOf: (key) => timeOfTid(key.slice(key.lastIndexOf("/") + 1)),

  refine(page, root, found): PostFields {
    const { permalinkKey: key } = found;
    const handle = handleOf(page, root);
    const isMain = key !== null && key === keyOf(page.url);
    const told = isMain ? bluesky.describe?.(page) : null;
    return {
      ...found,
      author:
        handle === null
          ? null
          : {
              name: nameOf(page, root),
              handle: `@${handle}`,
              profileUrl: `https://bsky.app/profile/${handle}`,
              platformId: accountId(page, root),
            },
      permalink: found.permalink ?? (isMain ? new URL(page.url.pathname, page.url).href : null),
      postedAt: told?.postedAt ?? shownTime(page, root, key),
      thread: threadOf(page, root),
    };
  },

  /** JSON-LD since 2025, before that the description and the time under a name of Twitter's. */
  describe(page) {
    if (!headIsOfThisPage(page, keyOf)) return null;
    const title = /^(.*?) \(@([\w.-]+)\)$/su.exec(headSays(page, "og:title") ?? "");
    const handle = title?.[2] ?? keyOf(page.url)?.slice(5).split("/")[0] ?? null;
    const profileUrl = handle && `https://bsky.app/profile/${handle}`;
    const described = jsonLdOfPage(page);
    return firstFields(described, {
      permalink: bareAddress(page),
      narrative: headSays(page, "og:description", "description", "twitter:description"),
      author: authorOfHead(title?.[1]?.trim() || null, handle && `@${handle}`, profileUrl),
      postedAt: postedAtOf(headSays(page, "article:published_time", "twitter:value1")),
    });
  },
};

const keyOf = (address: URL) => bluesky.keyOf?.(address) ?? null;

function handleOf(page: Page, root: Element): string | null {
  return /-by-([\w.:-]+)$/.exec(page.attribute(root, "data-testid") ?? "")?.[1]?.toLowerCase() ?? null;
}

function threadOf(page: Page, root: Element): PostFields["thread"] {
  const place = conversationPlace(page, bluesky, root);
  const author = place?.parent?.author;
  return place?.parent && author
    ? { ...place, parent: { ...place.parent, author: withoutDirection(author) } }
    : place;
}

/** The first line of the first link to the author that is no picture; signs of writing direction are the site's. */
function nameOf(page: Page, root: Element): string | null {
  const link = ownParts(page, bluesky, root, bluesky.selectors.author ?? "")[0];
  const name = (link && textOf(page, link))?.split("\n")[0] ?? "";
  return withoutDirection(name);
}

function withoutDirection(name: string): string | null {
  return name.replace(/[\u202a-\u202e\u2066-\u2069]/g, "").trim() || null;
}

/** The account's lasting name stands in the address of its picture. */
function accountId(page: Page, root: Element): string | null {
  const picture = page.select(root, "[data-testid=userAvatarImage] img");
  return /\/(did:[a-z]+:[\w.:-]+)\//.exec((picture && page.attribute(picture, "src")) ?? "")?.[1] ?? null;
}

/** Words are asked only where the key tells nothing: it is surer and knows its zone. */
function shownTime(page: Page, root: Element, key: string | null): PostFields["postedAt"] {
  if (key !== null && bluesky.postedAtOf?.(key)) return null;
  const link = ownParts(page, bluesky, root, bluesky.selectors.permalink ?? "")[0];
  return link === undefined ? null : postedAtOf(null, page.attribute(link, "data-tooltip"), page.moment);
}
