import type { PostFields } from "../../captured-page";
import type { Page } from "../../page";
import { webAddress } from "../../web-address";
import type { SiteAdapter } from "../site-adapter";
import { answeredPost, positionAmong, threadPlace } from "../thread-place";
import { unixTime } from "../unix-time";
import { redditAuthor, redditKey } from "./reddit";

/** A post or comment of old.reddit.com, whose markup has stood since 2010; seen in 2026. */
export const oldReddit: SiteAdapter = {
  name: "old-reddit",
  channel: "social",
  hosts: ["reddit.com"],
  keepsLines: false,
  selectors: {
    post: ".thing[data-fullname]",
    words: ".entry .usertext-body .md",
    subject: ".entry a.title",
    time: ".entry .tagline time",
    images: ".entry .media-preview-content img, .entry .media-preview img",
  },

  recognises: (page) => page.select(page.document, ".thing[data-fullname]") !== null,
  keyOf: redditKey,

  keyIn(page, root) {
    const name = page.attribute(root, "data-fullname") ?? "";
    return /^t[13]_\w{1,13}$/.test(name) ? `reddit:${name}` : null;
  },

  refine(page, root, found): PostFields {
    return {
      ...found,
      author: redditAuthor(
        page.attribute(root, "data-author"),
        page.attribute(root, "data-author-fullname"),
        page.url,
      ),
      permalink: webAddress(page.attribute(root, "data-permalink"), page.url),
      postedAt: found.postedAt ?? unixTime(page.attribute(root, "data-timestamp"), null),
      thread: threadOf(page, root),
    };
  },
};

/** A comment stands within the one that it answers; one of the first row answers the post. */
function threadOf(page: Page, root: Element): PostFields["thread"] {
  if (!page.matches(root, ".comment")) return null;
  const holder = page.parent(root);
  const outer = holder && page.closest(holder, ".thing.comment");
  const post = outer ?? page.select(page.document, ".thing.link[data-fullname]");
  const permalink = post && webAddress(page.attribute(post, "data-permalink"), page.url);
  const parent = answeredPost(page, oldReddit, post, permalink);
  const author = post && page.attribute(post, "data-author");
  return threadPlace(parent && { ...parent, author }, positionAmong(page, ".thing.comment", root));
}
