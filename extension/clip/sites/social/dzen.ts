import type { Author } from "@otklik/shared/complaint/clip";
import type { Page } from "../../page";
import { lineOf } from "../../read-text";
import { webAddress } from "../../web-address";
import { ownParts } from "../locate-post";
import type { SiteAdapter } from "../site-adapter";
import { answeredPost, positionAmong, threadPlace } from "../thread-place";

const BODY = "[itemprop=articleBody], [data-testid=article-body], .article-render";
const ARTICLE = `:is(article, [itemtype$='/Article']):has(${BODY}):not([itemtype$='/Article'] *)`;
const COMMENTS = [
  "[class*='comments2--root-comment__root']",
  "[class*='comments2--root-comment__childrenContainer'] > *",
].join(", ");

/**
 * An article on Dzen, and a comment below it. Classes end with letters that change with every build; what stands
 * before them is stable, as are microdata and `data-testid`. Checked in November 2026 against what public tools read
 * of it. A comment that is cut ("more") has only what is shown.
 */
export const dzen: SiteAdapter = {
  name: "dzen",
  channel: "social",
  hosts: ["dzen.ru", "zen.yandex.ru"],
  selectors: {
    post: `${ARTICLE}, ${COMMENTS}`,
    main: ARTICLE,
    words: `${BODY}, [class*='comments2--rich-text__text']`,
    notWords: "[class*='rich-text__expandWord'], [class*='adv'], figcaption, button, aside",
    subject: "h1, [data-testid=article-title]",
    author: "[itemprop=author] [itemprop=name], [class*='comments2--'][class*='author']",
    authorLink: "[itemprop=author] a[href], a[href*='/user/'], a[href*='/id/']",
    time: "[itemprop=datePublished], time[datetime], time, [class*='comments2--'][class*='date']",
    images: `:is(${BODY}) img`,
  },

  /** `dzen:a/XyZ`, of a comment `dzen:a/XyZ-c123`. */
  keyOf({ pathname, hash }) {
    const [, kind, id] = /^\/(a|b|video\/watch|shorts)\/([\w-]{8,40})\/?$/.exec(pathname) ?? [];
    if (kind === undefined) return null;
    const comment = /^#comment[-_](\d{1,20})$/.exec(hash)?.[1];
    return comment === undefined ? `dzen:${kind}/${id}` : `dzen:${kind}/${id}-c${comment}`;
  },

  keyIn(page, root) {
    const article = dzen.keyOf?.(new URL(page.url.pathname, page.url)) ?? null;
    if (article === null || !page.matches(root, COMMENTS)) return article;
    const comment = commentId(page, root);
    return comment === null ? null : `${article}-c${comment}`;
  },

  refine(page, root, found) {
    const isComment = page.matches(root, COMMENTS);
    const comment = isComment ? commentId(page, root) : null;
    const article = webAddress(page.url.pathname, page.url);
    return {
      ...found,
      subject: isComment ? null : found.subject,
      author: found.author === null ? null : withIds(found.author),
      permalink: isComment ? (comment === null ? null : `${article}#comment_${comment}`) : article,
      thread: isComment
        ? threadPlace(parentOf(page, root, article), positionAmong(page, COMMENTS, root))
        : null,
    };
  },
};

/** Its number, where its own element or a link to it tells one. */
function commentId(page: Page, root: Element): string | null {
  const link = ownParts(page, dzen, root, "a[href*='#comment']")[0];
  const told = [
    page.attribute(root, "data-comment-id"),
    /^comment[-_](\d+)$/.exec(page.attribute(root, "id") ?? "")?.[1],
    link && /#comment[-_](\d+)$/.exec(page.attribute(link, "href") ?? "")?.[1],
  ];
  return told.find((id) => typeof id === "string" && /^\d{1,20}$/.test(id)) ?? null;
}

/** `/id/5f…` and `/user/12…` are numbers; anything else of one part is a chosen name. */
function withIds(author: Author): Author {
  const path = author.profileUrl === null ? "" : new URL(author.profileUrl).pathname;
  const id = /^\/(?:id|user)\/([\w-]{4,60})\/?$/.exec(path)?.[1] ?? null;
  const name = /^\/([\w.-]{3,60})\/?$/.exec(path)?.[1] ?? null;
  return { ...author, handle: name, platformId: id };
}

function parentOf(page: Page, root: Element, article: string | null) {
  const thread = page.closest(root, "[class*='comments2--root-comment__childrenContainer']");
  const first = thread === null ? null : page.closest(thread, "[class*='comments2--root-comment__root']");
  const number = first === null ? null : commentId(page, first);
  if (first !== null)
    return answeredPost(page, dzen, first, number === null ? null : `${article}#comment_${number}`);
  const text = page.select(page.document, ARTICLE);
  const read = answeredPost(page, dzen, text, article);
  return (
    read && { ...read, author: read.author ?? lineOf(page, page.select(page.document, "[itemprop=author]")) }
  );
}
