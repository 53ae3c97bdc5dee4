import { NO_FIELDS, type PostFields } from "../captured-page";
import { mailBodyOf, mailWordsOf } from "../mail/mail-body";
import type { Page } from "../page";
import { textOf } from "../read-text";
import { webAddress } from "../web-address";
import { anyAuthor } from "./any-author";
import { innerPosts, mainPost, POST_LIKE, postRoundElement } from "./post-root";

/** Where sites put the words of a post, the surest first. */
const WORDS = [
  "[itemprop=reviewBody]",
  "[itemprop=articleBody]",
  "[itemprop=text]",
  "[itemprop=description]",
  ".e-content",
  "[class*=post-content i]",
  "[class*=comment-content i]",
  "[class*=comment-body i]",
  "[class*=comment__text i]",
  "[class*=review-text i]",
  "[class*=review__text i]",
  "[class*=post__text i]",
  "[class*=message-body i]",
];

/** Not the author's words: who and when, what can be pressed, what is answered, what hangs below. */
const NOT_WORDS = `button,form,nav,footer,header,time,relative-time,aside,[role=button],[role=toolbar],[rel~=author],${POST_LIKE}`;

/** The post on any page: known by its markup, or by standing in a row of its like. Null where it is not clear which. */
export function locateOnAnyPage(page: Page, pointed: Element | null): Element | null {
  return pointed === null ? (mainPost(page) ?? mailBodyOf(page)) : postRoundElement(page, pointed);
}

/** Reads a post whose site nobody knows. */
export function readAnyPage(page: Page, root: Element): PostFields {
  return {
    ...NO_FIELDS,
    narrative: wordsOf(page, root),
    author: anyAuthor(page, root),
    permalink: permalinkOf(page, root),
  };
}

function wordsOf(page: Page, root: Element): string | null {
  const mail = mailWordsOf(page, root, NOT_WORDS);
  if (mail !== null) return mail;
  const inner = innerPosts(page, root);
  for (const selector of WORDS) {
    const part = page
      .selectAll(root, selector, 20)
      .find((found) => !inner.some((post) => page.contains(post, found)));
    const words = part === undefined ? null : textOf(page, part);
    if (words !== null) return words;
  }
  // Some sites put a whole post into a form or a header: then that is where the words are.
  return textOf(page, root, { without: NOT_WORDS }) ?? textOf(page, root, { without: "button,time" });
}

/** The address that the post itself links to: its date, or a link that says so. */
function permalinkOf(page: Page, root: Element): string | null {
  const inner = innerPosts(page, root);
  const own = (selector: string) =>
    page.selectAll(root, selector, 20).find((found) => !inner.some((post) => page.contains(post, found)));
  const time = own("a[href] time, a[href] relative-time");
  const link =
    own("a[rel~=bookmark][href], a[itemprop=url][href], a.u-url[href], a[class*=permalink i][href]") ??
    (time === undefined ? undefined : page.closest(time, "a[href]"));
  return link === undefined || link === null ? null : webAddress(page.attribute(link, "href"), page.url);
}
