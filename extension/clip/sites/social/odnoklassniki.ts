import type { Author, PostedAt } from "@otklik/shared/complaint/clip";
import type { Page } from "../../page";
import { postedAtOf } from "../../posted-at";
import { lineOf } from "../../read-text";
import { webAddress } from "../../web-address";
import { ownParts } from "../locate-post";
import { jsonAt } from "../page-json";
import type { SiteAdapter } from "../site-adapter";
import { answered, answeredPost, positionAmong, threadPlace } from "../thread-place";
import { unixTime } from "../unix-time";

const COMMENTS = "[data-seen-params*=commentId], .comments_current:not([data-seen-params] *)";
const TOPICS = ".mlr_cnt, .feed-w, .groups_post-w:not(.feed-w *)";

/**
 * A topic of a group or a person on Odnoklassniki, on its own or in a feed, and a comment below it. Checked in
 * November 2026 against what public tools read of it. Comments have no address of their own; their numbers stand in
 * `data-seen-params`, their times in `data-time`. A topic's time and group stand in `group-author`, else in words.
 */
export const odnoklassniki: SiteAdapter = {
  name: "odnoklassniki",
  channel: "social",
  hosts: ["ok.ru", "odnoklassniki.ru"],
  selectors: {
    post: `${TOPICS}, ${COMMENTS}`,
    main: ".mlr_cnt",
    words: ".media-text_cnt_tx, .js-text-full, .comments_text:not(:has(.js-text-full))",
    notWords: ".js-text-short, .js-text-expand, .media-text_more, button",
    author:
      "a.comments_author-name, a[class*=author__name], .feed_h a.o, .feed-info-header a.o, .shortcut-wrap > a",
    authorLink:
      "a.comments_author-name, a[class*=author__name], .feed_h a.o, .feed-info-header a.o, .shortcut-wrap > a",
    time: ".feed_date, [class*=comments_current__footer][class*=date], .comments_date",
    permalink:
      "a.media-text_a[href*='/topic/'], a.media-text_a[href*='/statuses/'], .feed_date a[href], a.feed_date[href]",
    images: ".collage_img, .media-photos_img, .comments_attach img",
  },

  /** `ok:topic/123`; a comment's number is added to its topic's: `ok:topic/123-cABC`. */
  keyOf({ pathname }) {
    const topic = /^\/(?:[\w.]+\/)+(?:topic|statuses)\/(\d{6,20})(?:\/|$)/.exec(pathname)?.[1];
    return topic === undefined ? null : `ok:topic/${topic}`;
  },

  keyIn(page, root) {
    const open = odnoklassniki.keyOf?.(page.url) ?? null;
    if (page.matches(root, ".mlr_cnt")) return open;
    const comment = page.matches(root, COMMENTS) ? commentId(page, root) : null;
    return open === null || comment === null ? null : `${open}-c${comment}`;
  },

  refine(page, root, found) {
    const isComment = page.matches(root, COMMENTS);
    const told = isComment ? null : toldAuthor(page, root);
    const author = told?.author ?? found.author;
    const words = found.postedAt?.raw ?? null;
    return {
      ...found,
      author: author && withIds(author),
      postedAt:
        (isComment ? unixTime(page.attribute(root, "data-time"), words) : null) ??
        told?.postedAt ??
        found.postedAt,
      permalink: page.matches(root, ".mlr_cnt") ? topicAddress(page) : found.permalink,
      thread: isComment ? threadPlace(parentOf(page, root), positionAmong(page, COMMENTS, root)) : null,
    };
  },
};

/** Null on a page that is no topic's, such as a feed over which the topic was opened. */
function topicAddress(page: Page): string | null {
  return odnoklassniki.keyOf?.(page.url) === null ? null : webAddress(page.url.pathname, page.url);
}

/** `{"data":{"commentId":"…"}}`. */
function commentId(page: Page, comment: Element): string | null {
  const id = jsonAt(parsed(page.attribute(comment, "data-seen-params")), "data", "commentId");
  return (typeof id === "string" || typeof id === "number") && /^[\w-]{1,60}$/.test(String(id))
    ? String(id)
    : null;
}

/** What the element that draws a topic's head is given. */
function toldAuthor(page: Page, root: Element): { author: Author; postedAt: PostedAt | null } | null {
  const head =
    ownParts(page, odnoklassniki, root, "group-author[data], user-author[data]")[0] ??
    (page.matches(root, ".mlr_cnt") ? page.select(page.document, ".mlr_top group-author[data]") : null);
  const data = head ? parsed(page.attribute(head, "data")) : null;
  const name = jsonAt(data, "group", "name") ?? jsonAt(data, "user", "name");
  const href = jsonAt(data, "group", "href") ?? jsonAt(data, "user", "href");
  if (typeof name !== "string") return null;
  const created = jsonAt(data, "timeInfo", "createTime");
  return {
    author: {
      name,
      handle: null,
      profileUrl: typeof href === "string" ? webAddress(href, page.url) : null,
      platformId: null,
    },
    postedAt:
      typeof created === "string"
        ? postedAtOf(created, lineOf(page, page.select(root, ".feed_date")), page.moment)
        : null,
  };
}

/** `/profile/123` and `/group/123` are numbers; anything else is a chosen name. */
function withIds(author: Author): Author {
  const path = author.profileUrl === null ? "" : new URL(author.profileUrl).pathname;
  const [, id] = /^\/(?:profile|group)\/(\d{4,20})\/?$/.exec(path) ?? [];
  const name = /^\/([\w.]{3,})\/?$/.exec(path)?.[1];
  return { ...author, handle: name ?? null, platformId: id ?? null };
}

function parentOf(page: Page, root: Element) {
  const named = ownParts(page, odnoklassniki, root, "[data-rid]")[0];
  const id = named === undefined ? null : page.attribute(named, "data-rid");
  if (id !== null && id !== "") {
    const above = page.selectAll(page.document, COMMENTS).find((one) => commentId(page, one) === id);
    return above === undefined ? answered(null, null, null) : answeredPost(page, odnoklassniki, above, null);
  }
  const topic = page.closest(root, TOPICS) ?? page.select(page.document, ".mlr_cnt");
  const read = answeredPost(page, odnoklassniki, topic, topicAddress(page));
  const told = topic === null ? null : toldAuthor(page, topic);
  return read && { ...read, author: told?.author.name ?? read.author };
}

function parsed(json: string | null): unknown {
  try {
    return json === null ? null : JSON.parse(json);
  } catch {
    return null;
  }
}
