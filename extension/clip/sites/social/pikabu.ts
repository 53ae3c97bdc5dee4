import type { Page } from "../../page";
import { webAddress } from "../../web-address";
import { ownParts } from "../locate-post";
import { authorOfHead } from "../page-head";
import type { SiteAdapter } from "../site-adapter";
import { answered, answeredPost, positionAmong, threadPlace } from "../thread-place";

const COMMENTS = ".comment[data-id]";
const STORIES = "article.story[data-story-id], .page-story[data-story-id]";

/**
 * A story on Pikabu, alone (in 2026 as `page-story`) or in a feed, and a comment below it. Checked in November 2026
 * against what public tools read of it; it rests on `data-story-id`, `data-id` and `data-meta`.
 */
export const pikabu: SiteAdapter = {
  name: "pikabu",
  channel: "social",
  hosts: ["pikabu.ru"],
  selectors: {
    post: `${STORIES}, ${COMMENTS}`,
    words:
      ".story-block_type_text, .story-block_type_header, .story__content-inner:not(:has(.story-block_type_text)), .comment__content",
    notWords:
      ".comment-image, .comment__spoiler-toggle, .story__read-more, .comment__content blockquote, figure, button",
    subject: ".story__title",
    author: ".story__user-link, .user__nick, .comment__user .user, a.comment__user",
    authorLink: "a.story__user-link, .comment__user a, a.comment__user, a.user__nick",
    time: "time.story__datetime, time.comment__datetime, time[datetime], .story__datetime-link",
    permalink: "a.story__title-link, a.comment__tool[data-role=link], a[href*='#comment_']",
  },

  /** `pikabu:12345`, of a comment `pikabu:12345-c678`. */
  keyOf({ pathname, hash, searchParams }) {
    const story = /^\/story\/(?:[^/]*_)?(\d{1,12})$/.exec(pathname)?.[1];
    if (story === undefined) return null;
    const comment = /^#comment_(\d{1,12})$/.exec(hash)?.[1] ?? searchParams.get("cid");
    return comment !== null && /^\d{1,12}$/.test(comment) ? `pikabu:${story}-c${comment}` : `pikabu:${story}`;
  },

  keyIn(page, root) {
    if (page.matches(root, STORIES)) return keyFrom(page.attribute(root, "data-story-id"), null);
    const { sid } = metaOf(page, root);
    return keyFrom(sid ?? null, page.attribute(root, "data-id"));
  },

  refine(page, root, found) {
    const isComment = page.matches(root, COMMENTS);
    const user = ownParts(page, pikabu, root, ".comment__user[data-name]")[0];
    const handle =
      (user && page.attribute(user, "data-name")) ??
      page.attribute(root, "data-author-name") ??
      page.attribute(root, "data-story-username");
    const id = page.attribute(root, "data-author-id");
    return {
      ...found,
      subject: isComment ? null : found.subject,
      author: authorOfHead(
        found.author?.name ?? handle,
        handle ?? found.author?.name ?? null,
        found.author?.profileUrl ?? null,
        id !== null && /^\d{1,12}$/.test(id) ? id : null,
      ),
      permalink: found.permalink ?? addressOf(page, found.permalinkKey),
      attachments: picturesOf(page, root),
      thread: isComment ? threadPlace(parentOf(page, root), positionAmong(page, COMMENTS, root)) : null,
    };
  },
};

function keyFrom(story: string | null, comment: string | null): string | null {
  if (story === null || !/^\d{1,12}$/.test(story)) return null;
  return comment !== null && /^\d{1,12}$/.test(comment) ? `pikabu:${story}-c${comment}` : `pikabu:${story}`;
}

/** `pid=5;sid=12345;d=2026-…`: the comment that is answered (0 for none), the story, the date. */
function metaOf(page: Page, comment: Element): Partial<Record<string, string>> {
  const meta = page.attribute(comment, "data-meta") ?? "";
  return Object.fromEntries(meta.split(";").map((part) => part.split("=", 2)));
}

function addressOf(page: Page, key: string | null): string | null {
  const [story, comment] = key?.slice("pikabu:".length).split("-c") ?? [];
  if (story === undefined) return null;
  const own = pikabu.keyOf?.(page.url)?.startsWith(`pikabu:${story}`)
    ? page.url.pathname
    : `/story/_${story}`;
  return webAddress(comment === undefined ? own : `${own}?cid=${comment}#comment_${comment}`, page.url);
}

/** Pictures are loaded when they are scrolled to: until then their address stands in `data-src`. */
function picturesOf(page: Page, root: Element) {
  const found = ownParts(page, pikabu, root, ".story-image__image, .comment-image img, .story-image img").map(
    (image) => ({
      kind: "image" as const,
      url: webAddress(
        page.attribute(image, "data-large-image") ??
          page.attribute(image, "data-src") ??
          page.attribute(image, "src"),
        page.url,
      ),
      alt: page.attribute(image, "alt")?.trim() || null,
    }),
  );
  return found.length === 0 ? null : found;
}

function parentOf(page: Page, root: Element) {
  const { pid = "0", sid } = metaOf(page, root);
  if (/^[1-9]\d{0,11}$/.test(pid)) {
    const above = page.select(page.document, `.comment[data-id='${pid}']`);
    const address = addressOf(page, keyFrom(sid ?? null, pid));
    return above === null ? answered(null, address, null) : answeredPost(page, pikabu, above, address);
  }
  const story = page
    .selectAll(page.document, STORIES)
    .find((one) => page.attribute(one, "data-story-id") === sid);
  return answeredPost(page, pikabu, story ?? null, addressOf(page, keyFrom(sid ?? null, null)));
}
