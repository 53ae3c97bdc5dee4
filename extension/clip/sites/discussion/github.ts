import type { Page } from "../../page";
import { lineOf } from "../../read-text";
import { webAddress } from "../../web-address";
import type { SiteAdapter } from "../site-adapter";
import { answeredPost, positionAmong, threadPlace } from "../thread-place";

/** Issues draw a comment in a box of its own; elsewhere, and before, the comment's element has its number as id. */
const BOX = "[data-testid^='comment-viewer-outer-box-']";
const COMMENTS = `${BOX}, :is([id^='issuecomment-'], [id^='discussioncomment-'], .react-issue-comment):not(:has(${BOX}), ${BOX} *)`;
const OPENING =
  "[data-testid=issue-body], .js-comment-container:not(:has([id^='issuecomment-'], [id^='discussioncomment-']), [id^='discussioncomment-'] *)";

/**
 * The opening text of an issue, pull request or discussion on GitHub, and a comment below it. Issues have the markup
 * of 2025 (`data-testid`), pull requests and discussions the one of before (`.js-comment-container`). Checked in
 * November 2026 against what public tools read of it.
 */
export const github: SiteAdapter = {
  name: "github",
  channel: "social",
  hosts: ["github.com"],
  selectors: {
    post: `${COMMENTS}, ${OPENING}`,
    words: "[data-testid=markdown-body], .js-comment-body",
    // In a comment a quotation is of the thread; an opening text has nobody there to quote.
    notWords: `button, clipboard-copy, .zeroclipboard-container, .email-hidden-toggle, .email-hidden-reply, .email-quoted-reply, .sr-only, tool-tip, ${BOX} blockquote, .react-issue-comment blockquote, [id^='issuecomment-'] blockquote, [id^='discussioncomment-'] blockquote`,
    author: "[data-testid=issue-body-header-author], [data-testid=avatar-link], a.author",
    authorLink: "a[data-testid=issue-body-header-author], a[data-testid=avatar-link], a.author",
    time: "[data-testid=issue-body-header-link] relative-time, a[href*='#issuecomment-'] relative-time, a.js-timestamp relative-time, relative-time",
    permalink:
      "a:is([href*='#issuecomment-'], [href*='#discussioncomment-']):not(.markdown-body *, .js-comment-body *), a.js-timestamp, a[data-testid=issue-body-header-link]",
    images: "[data-testid=markdown-body] img:not(.emoji), .js-comment-body img:not(.emoji)",
  },

  recognises: (page) => placeOf(page.url) !== null,

  /** `github:owner/repository#12`, of a comment `github:owner/repository#12-c345`. */
  keyOf(address) {
    const place = placeOf(address);
    const comment = /^#(?:issue|discussion)comment-(\d+)$/.exec(address.hash)?.[1];
    return place === null ? null : `github:${place}${comment === undefined ? "" : `-c${comment}`}`;
  },

  /** The opening text is the one of the page, whatever number its own anchor has. */
  keyIn(page, root) {
    const opening = github.keyOf?.(bare(page.url)) ?? null;
    if (opening === null || !page.matches(root, COMMENTS)) return opening;
    const comment = /^(?:issue|discussion)comment-(\d+)$/.exec(page.attribute(root, "id") ?? "")?.[1];
    return comment === undefined ? null : `${opening}-c${comment}`;
  },

  refine(page, root, found) {
    const isComment = page.matches(root, COMMENTS);
    const own = page.attribute(root, "id");
    const link = found.author?.profileUrl ?? null;
    const login = link === null ? null : (new URL(link).pathname.split("/")[1] ?? null);
    return {
      ...found,
      subject: isComment ? null : titleOf(page),
      author: found.author && {
        ...found.author,
        name: found.author.name ?? login,
        handle: login && `@${login}`,
      },
      permalink: isComment
        ? (found.permalink ?? (own === null ? null : `${bare(page.url).href}#${own}`))
        : bare(page.url).href,
      thread: isComment ? threadPlace(parentOf(page, root), positionAmong(page, COMMENTS, root)) : null,
    };
  },
};

/** `owner/repository#12`; issues, pull requests and discussions are counted together. */
function placeOf({ pathname }: URL): string | null {
  const [, repository, number] =
    /^\/([\w.-]+\/[\w.-]+)\/(?:issues|pull|discussions)\/(\d+)(?:\/|$)/.exec(pathname) ?? [];
  return repository === undefined ? null : `${repository}#${number}`;
}

function bare(address: URL): URL {
  return new URL(address.pathname, webAddress("/", address) ?? address);
}

/** In a discussion an answer stands within the comment that it answers; all else answers the opening text. */
function parentOf(page: Page, root: Element) {
  const around = page.parent(root);
  const comment = around === null ? null : page.closest(around, COMMENTS);
  if (comment !== null) return answeredPost(page, github, comment);
  return answeredPost(page, github, page.select(page.document, OPENING), bare(page.url).href);
}

function titleOf(page: Page): string | null {
  return lineOf(
    page,
    page.select(page.document, "[data-testid=issue-title], .js-issue-title, h1 .markdown-title"),
  );
}
