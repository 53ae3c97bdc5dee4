import type { Page } from "../../page";
import { ownParts } from "../locate-post";
import type { SiteAdapter } from "../site-adapter";
import { answered, answeredPost, positionAmong, threadPlace } from "../thread-place";

const COMMENTS = "article.tm-comment-thread__comment";
const ARTICLE = ".tm-article-presenter, .tm-article-presenter__content";

/**
 * A comment on Habr, and the article or news that has the page. Checked in November 2026 against what public tools
 * read of it: the `tm-` classes have stood since 2021.
 */
export const habr: SiteAdapter = {
  name: "habr",
  channel: "social",
  hosts: ["habr.com"],
  selectors: {
    post: `${COMMENTS}, ${ARTICLE.split(", ")[0]}, .tm-article-presenter__content:not(.tm-article-presenter *)`,
    main: ARTICLE,
    words:
      ".tm-comment__body-content, .tm-article-body, .article-formatted-body:not(.tm-article-body *, .tm-comment__body-content *)",
    notWords:
      "button, .tm-article-presenter__meta-list, .tm-article-body__tags, .code-explainer, .tm-comment__body-content blockquote",
    subject: "h1.tm-title, h1.tm-article-snippet__title",
    author: "a.tm-user-info__username",
    authorLink: "a.tm-user-info__username",
    time: ".tm-article-datetime-published time, .tm-comment-thread__comment-link time, time",
    permalink: "a.tm-comment-thread__comment-link",
    images: ".tm-comment__body-content img, .tm-article-body img, .article-formatted-body img",
  },

  /** `habr:900100`, of a comment `habr:900100-c27001001`: by the number of the article, whatever its section. */
  keyOf({ pathname, hash }) {
    const article =
      /^\/(?:(?:ru|en)\/)?(?:(?:articles|news|post|posts|companies|company|specials)\/)(?:[^/]+\/(?:articles|news|blog)\/)?(?:t\/)?(\d{3,12})(?:\/|$)/.exec(
        pathname,
      )?.[1];
    if (article === undefined) return null;
    const comment = /^#comment_(\d{1,12})$/.exec(hash)?.[1];
    return comment === undefined ? `habr:${article}` : `habr:${article}-c${comment}`;
  },

  keyIn: (page, root) => (page.matches(root, COMMENTS) ? commentKey(page, root) : (articleKey(page) ?? null)),

  refine(page, root, found) {
    const isComment = page.matches(root, COMMENTS);
    const id = found.author?.profileUrl ? new URL(found.author.profileUrl).pathname : "";
    const name = /^\/(?:ru\/|en\/)?users\/([\w-]+)\/?$/.exec(id)?.[1] ?? null;
    return {
      ...found,
      author: found.author && { ...found.author, handle: name === null ? null : `@${name}` },
      permalink: isComment ? addressOf(page, found.permalinkKey) : articleAddress(page),
      thread: isComment ? threadPlace(parentOf(page, root), positionAmong(page, COMMENTS, root)) : null,
    };
  },
};

/** The article's own page, from its comments' page too. */
function articleAddress(page: Page): string {
  return new URL(page.url.pathname.replace(/comments\/$/, ""), page.url).href;
}

function articleKey(page: Page): string | null {
  return habr.keyOf?.(new URL(articleAddress(page))) ?? null;
}

/** A comment's number stands in its own id, or in the name of the anchor that it begins with. */
function commentKey(page: Page, root: Element): string | null {
  const anchor = ownParts(page, habr, root, "a[name^='comment_']")[0];
  const told = page.attribute(root, "id") ?? (anchor && page.attribute(anchor, "name")) ?? "";
  const comment = /^comment_(\d{1,12})$/.exec(told)?.[1];
  const article = articleKey(page);
  return article === null || comment === undefined ? null : `${article}-c${comment}`;
}

function addressOf(page: Page, key: string | null): string | null {
  const comment = key?.split("-c")[1];
  return comment === undefined ? null : `${articleAddress(page)}comments/#comment_${comment}`;
}

/** The comment whose branch it stands in; one that begins a branch answers the article. */
function parentOf(page: Page, root: Element) {
  const branch = page.closest(root, ".tm-comment-thread__children");
  const outer = branch === null ? null : page.parent(branch);
  const above = outer === null ? null : page.select(outer, COMMENTS);
  if (above !== null && above !== root)
    return answeredPost(page, habr, above, addressOf(page, commentKey(page, above)));
  const article = page.select(page.document, ARTICLE);
  // The comments' own page does not hold the article.
  return (
    answeredPost(page, habr, article, articleAddress(page)) ?? answered(null, articleAddress(page), null)
  );
}
