import type { Page } from "../../page";
import { lineOf } from "../../read-text";
import { webAddress } from "../../web-address";
import { ownParts } from "../locate-post";
import type { SiteAdapter } from "../site-adapter";
import { answered, answeredPost, positionAmong, threadPlace } from "../thread-place";
import { unixTime } from "../unix-time";

const POSTS = "article[id^=post_][data-post-id], .crawler-post[id^=post_]";

/**
 * A post in a topic of a Discourse forum on any host, as members see it and as it is served to those without
 * scripts. Checked in November 2026 against its own sources, which keep these names since 2014.
 */
export const discourse: SiteAdapter = {
  name: "discourse",
  channel: "social",
  hosts: null,
  selectors: {
    post: POSTS,
    words: ".topic-body .cooked, .post[itemprop=text]",
    // A quotation, and what a linked page says of itself; of the latter the link stays.
    notWords:
      "aside.quote, article.onebox-body, .cooked-selection-barrier, .codeblock-button-wrapper, .lightbox .meta, button, .embedded-posts",
    author: ".names .full-name, .names .username:not(.full-name ~ *), .creator [itemprop=name]",
    authorLink: ".names .username a, .names a[data-user-card], .creator a",
    time: ".post-date .relative-date, .crawler-post-infos time, time",
    images: ".cooked img:not(.emoji, .avatar, .site-icon), .post[itemprop=text] img:not(.emoji, .avatar)",
  },

  recognises: (page) =>
    page.select(page.document, "meta[name=generator][content^='Discourse' i]") !== null &&
    page.select(page.document, POSTS) !== null,

  /** `discourse:host/t/topic/post`; without a number the address is of the first post. */
  keyOf({ host, pathname }) {
    const [, topic, post] = /\/t\/(?:[^/]*[^/\d][^/]*\/)?(\d+)(?:\/(\d+))?\/?$/.exec(pathname) ?? [];
    return topic === undefined ? null : `discourse:${host}/t/${topic}/${post ?? "1"}`;
  },

  keyIn(page, root) {
    const topic = page.attribute(root, "data-topic-id") ?? topicOf(page);
    const number = numberOf(page, root);
    return topic === null || !/^\d+$/.test(topic) || number === null
      ? null
      : `discourse:${page.url.host}/t/${topic}/${number}`;
  },

  refine(page, root, found) {
    const number = numberOf(page, root);
    const date = ownParts(page, discourse, root, ".post-date .relative-date[data-time]")[0];
    const fullName = lineOf(page, ownParts(page, discourse, root, ".names .full-name")[0] ?? null);
    const card = ownParts(page, discourse, root, ".names [data-user-card]")[0];
    const handle = (card && page.attribute(card, "data-user-card")) ?? found.author?.name ?? null;
    const id = page.attribute(root, "data-user-id");
    return {
      ...found,
      subject:
        number === "1"
          ? lineOf(page, page.select(page.document, "#topic-title h1 .fancy-title, #topic-title h1"))
          : null,
      author: found.author && {
        ...found.author,
        name: fullName ?? found.author.name,
        handle: handle === null ? null : `@${handle}`,
        platformId: id !== null && /^-?\d+$/.test(id) ? id : null,
      },
      permalink: number === null ? null : addressOf(page, number),
      postedAt: (date && unixTime(page.attribute(date, "data-time"), lineOf(page, date))) ?? found.postedAt,
      thread: number === "1" ? null : threadPlace(parentOf(page, root), positionAmong(page, POSTS, root)),
    };
  },
};

/** `post_7` is the seventh post of its topic. */
function numberOf(page: Page, root: Element): string | null {
  return /^post_(\d{1,9})$/.exec(page.attribute(root, "id") ?? "")?.[1] ?? null;
}

function topicOf(page: Page): string | null {
  return /\/t\/(?:[^/]*[^/\d][^/]*\/)?(\d+)(?:\/|$)/.exec(page.url.pathname)?.[1] ?? null;
}

/** The topic's address with a post's number at its end. */
function addressOf(page: Page, number: string): string | null {
  const topic = /^(.*\/t\/(?:[^/]*[^/\d][^/]*\/)?\d+)(?:\/|$)/.exec(page.url.pathname)?.[1];
  return topic === undefined ? null : webAddress(number === "1" ? topic : `${topic}/${number}`, page.url);
}

/** A post says whom it answers only where that is not the post before it; a quotation at its top says it too. */
function parentOf(page: Page, root: Element) {
  const tab = ownParts(page, discourse, root, ".reply-to-tab")[0] ?? null;
  const quote = ownParts(page, discourse, root, "aside.quote[data-post]")[0];
  const number = quote === undefined ? null : page.attribute(quote, "data-post");
  const quoted =
    number === null || !/^\d{1,9}$/.test(number) ? null : page.select(page.document, `[id='post_${number}']`);
  if (quoted !== null) return answeredPost(page, discourse, quoted, addressOf(page, number ?? ""));
  const named = tab === null ? null : (page.select(tab, "[alt], [title]") ?? tab);
  return named === null ? null : answered(lineOf(page, tab) ?? page.attribute(named, "title"), null, null);
}
