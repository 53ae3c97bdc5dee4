import type { PostFields } from "../../captured-page";
import type { Page } from "../../page";
import { lineOf } from "../../read-text";
import { webAddress } from "../../web-address";
import { timeOfLinkedinId } from "../id-time";
import { ownParts } from "../locate-post";
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
import { answeredPost, positionAmong, threadPlace } from "../thread-place";

const COMMENT =
  ".comments-comment-entity[data-id], .comments-comment-item[data-id], section.comment, [data-test-id=comment], [id^='replaceableComment_urn']";
/** Words of a post or comment since 2025, whose classes are noise; a shared post's stand apart. */
const BOX = "[data-testid=expandable-text-box]";
/** Has no name of its own: where the page is of one post, the first is meant. */
const NAMELESS = `[role=listitem]:has(${BOX}), main:has(${BOX}):not(:has([role=listitem] ${BOX}, [data-urn]))`;

/**
 * A post or comment of LinkedIn as members see it (`data-urn`; since 2025 `data-testid` and `componentkey`) and as
 * everybody does (`main-feed-activity-card`). Checked in November 2026 against a saved public page and what tools
 * read of the members' one; the instant is in the number of the post.
 */
export const linkedin: SiteAdapter = {
  name: "linkedin",
  channel: "social",
  hosts: ["linkedin.com"],
  keepsLines: true,
  selectors: {
    post: `.feed-shared-update-v2[data-urn], .main-feed-activity-card, [data-activity-urn], ${COMMENT}, ${NAMELESS}`,
    main: ".main-feed-activity-card, [data-activity-urn]",
    words: `${BOX}:not([componentkey^=feed-original-share] *), .update-components-text:not(.update-components-mini-update-v2 *), .feed-shared-inline-show-more-text .break-words, .comments-comment-item__main-content, .attributed-text-segment-list__content, .comment__text`,
    notWords: "button, .visually-hidden, .sr-only",
    author:
      ".update-components-actor__title [aria-hidden=true], .update-components-actor__name [aria-hidden=true], .comments-comment-meta__description-title, .comments-post-meta__name-text [aria-hidden=true], [data-tracking-control-name$=actor-name], .comment__author, a:is([href*='/in/'], [href*='/company/']) p",
    authorLink:
      "a.update-components-actor__meta-link, a.update-components-actor__image, a.comments-comment-meta__description-container, a.comments-post-meta__profile-link, a[data-tracking-control-name$=actor-name], a.comment__author",
    images: ".update-components-image__image, [data-test-id=feed-images-content] img",
  },

  /** `linkedin:ID` of a post, `linkedin:ID/ID` of a comment. */
  keyOf(address) {
    const comment = /urn:li:(?:fsd_)?comment:\((?:urn:li:)?\w+:(\d+),(?:urn:li:\w+:)?(\d+)/.exec(
      address.searchParams.get("commentUrn") ?? address.searchParams.get("dashCommentUrn") ?? "",
    );
    const id =
      /(?:-|urn:li:)(?:activity|ugcPost|share)[-:](\d{15,20})/.exec(decoded(address.pathname))?.[1] ??
      comment?.[1];
    return id === undefined ? null : comment === null ? `linkedin:${id}` : `linkedin:${id}/${comment[2]}`;
  },

  keyIn(page, root) {
    const urn = ["data-id", "data-urn", "data-activity-urn", "data-attributed-urn", "id"]
      .map((name) => page.attribute(root, name)?.replace("replaceableComment_", ""))
      .find((value) => value?.startsWith("urn:li:"));
    if (
      urn === undefined &&
      page.select(page.document, `${NAMELESS}, [data-urn], [data-activity-urn]`) === root
    )
      return keyOf(page.url)?.split("/")[0] ?? null;
    const comment = /^urn:li:comment:\((?:urn:li:)?\w+:(\d+),(\d+)\)$/.exec(urn ?? "");
    if (comment !== null) return `linkedin:${comment[1]}/${comment[2]}`;
    const id = /^urn:li:(?:activity|ugcPost|share):(\d{15,20})$/.exec(urn ?? "")?.[1];
    return id === undefined ? null : `linkedin:${id}`;
  },

  postedAtOf: (key) => timeOfLinkedinId(key.slice(Math.max(key.lastIndexOf(":"), key.lastIndexOf("/")) + 1)),

  refine(page, root, found): PostFields {
    const [, post = null, comment] = /^linkedin:(\d+)(?:\/(\d+))?$/.exec(found.permalinkKey ?? "") ?? [];
    const urn = comment === undefined ? null : `urn:li:comment:(activity:${post},${comment})`;
    const query = urn === null ? "" : `?commentUrn=${encodeURIComponent(urn)}`;
    return {
      ...found,
      author: found.author && {
        ...found.author,
        name: nameAlone(found.author.name),
        profileUrl: plainProfile(found.author.profileUrl),
      },
      permalink: post && `https://www.linkedin.com/feed/update/urn:li:activity:${post}/${query}`,
      thread: page.matches(root, COMMENT) ? threadOf(page, root) : null,
    };
  },

  /** JSON-LD holds all of it; titles are `words | NAME`, `NAME on LinkedIn: words`. */
  describe(page) {
    if (!headIsOfThisPage(page, keyOf)) return null;
    const title = headSays(page, "og:title", "twitter:title") ?? "";
    const named = /^(.{1,100}?) \S+ LinkedIn: /su.exec(title)?.[1] ?? nameBetweenBars(title);
    return firstFields(jsonLdOfPage(page), {
      permalink: bareAddress(page),
      narrative: headSays(page, "og:description", "description", "twitter:description"),
      author: authorOfHead(named, null, profileIn(page.url)),
    });
  },
};

const keyOf = (address: URL) => linkedin.keyOf?.(address) ?? null;

/** `words | NAME | N comments`, `words | NAME posted on the topic | LinkedIn`: the part after the words. */
function nameBetweenBars(title: string): string | null {
  const parts = title.split(" | ").filter((part) => part.trim() !== "LinkedIn");
  const last = parts.at(-1) ?? "";
  const name = /^\d/.test(last) ? parts.at(-2) : last;
  return parts.length < 2 || name === undefined || name.length > 80
    ? null
    : name.replace(/ posted on .*$/s, "").trim();
}

/** `/posts/USER_words-activity-ID` begins with the name in the profile's address. */
function profileIn({ pathname }: URL): string | null {
  const user = /^\/posts\/([\w%.-]+?)_/.exec(pathname)?.[1];
  return user === undefined ? null : `https://www.linkedin.com/in/${user}`;
}

/** `NAME • 2nd`: how near the reader is stands behind. */
function nameAlone(shown: string | null): string | null {
  return shown?.split(" • ")[0] ?? null;
}

/** Links to people carry what they were seen in. */
function plainProfile(address: string | null): string | null {
  return address === null ? null : webAddress(new URL(address).pathname, new URL(address));
}

function threadOf(page: Page, root: Element): PostFields["thread"] {
  const holder = page.parent(root);
  const outer = holder && page.closest(holder, linkedin.selectors.post);
  const card =
    outer ?? page.select(page.document, ".main-feed-activity-card, .feed-shared-update-v2[data-urn]");
  const key = card && linkedin.keyIn?.(page, card);
  const permalink =
    key && !key.includes("/")
      ? `https://www.linkedin.com/feed/update/urn:li:activity:${key.slice(9)}/`
      : null;
  const parent = answeredPost(page, linkedin, card, permalink);
  const name =
    card && lineOf(page, ownParts(page, linkedin, card, linkedin.selectors.author ?? "")[0] ?? null);
  return threadPlace(parent && { ...parent, author: nameAlone(name) }, positionAmong(page, COMMENT, root));
}
