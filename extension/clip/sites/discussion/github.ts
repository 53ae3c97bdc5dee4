import type { Page } from "../../page";
import { lineOf } from "../../read-text";
import { webAddress } from "../../web-address";
import type { SiteAdapter } from "../site-adapter";
import { answeredPost, positionAmong, threadPlace } from "../thread-place";

const COMMENTS =
  "[data-testid^='comment-viewer-outer-box-'], .react-issue-comment:not(:has([data-testid^='comment-viewer-outer-box-'])), .js-comment-container:has(a[href*='#issuecomment-']), .js-comment-container:has(a[href*='#discussioncomment-'])";
const OPENING =
  "[data-testid=issue-body], .js-comment-container:not(:has(a[href*='#issuecomment-'], a[href*='#discussioncomment-']))";

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
    notWords:
      "button, clipboard-copy, .zeroclipboard-container, .email-hidden-toggle, .email-hidden-reply, .email-quoted-reply, .sr-only, tool-tip, [data-testid^='comment-viewer-outer-box-'] blockquote, .react-issue-comment blockquote, [id^='issuecomment-'] blockquote, [id^='discussioncomment-'] blockquote",
    author: "[data-testid=issue-body-header-author], [data-testid=avatar-link], a.author",
    authorLink: "a[data-testid=issue-body-header-author], a[data-testid=avatar-link], a.author",
    time: "[data-testid=issue-body-header-link] relative-time, a[href*='#issuecomment-'] relative-time, a.js-timestamp relative-time, relative-time",
    permalink:
      "a[href*='#issuecomment-'], a[href*='#discussioncomment-'], a.js-timestamp, a[data-testid=issue-body-header-link]",
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
  keyIn: (page, root) => (page.matches(root, COMMENTS) ? null : (github.keyOf?.(bare(page.url)) ?? null)),

  refine(page, root, found) {
    const isComment = page.matches(root, COMMENTS);
    const opening = page.select(page.document, OPENING);
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
      permalink: isComment ? found.permalink : bare(page.url).href,
      thread: isComment
        ? threadPlace(
            answeredPost(page, github, opening, bare(page.url).href),
            positionAmong(page, COMMENTS, root),
          )
        : null,
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

function titleOf(page: Page): string | null {
  return lineOf(
    page,
    page.select(page.document, "[data-testid=issue-title], .js-issue-title, h1 .markdown-title"),
  );
}
