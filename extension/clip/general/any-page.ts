import { NO_FIELDS, type PostFields } from "../captured-page";
import { mailBodyOf, mailWordsOf } from "../mail/mail-body";
import type { Page } from "../page";
import { lineOf } from "../read-text";
import { webAddress } from "../web-address";
import { anyAuthor } from "./any-author";
import { anyTime } from "./any-time";
import { anyWords } from "./any-words";
import { NOT_WORDS } from "./post-marks";
import { innerPosts, mainPost, postRoundElement } from "./post-root";

/** The post on any page: known by its markup, or by standing in a row of its like. Null where it is not clear which. */
export function locateOnAnyPage(page: Page, pointed: Element | null): Element | null {
  return pointed === null ? (mainPost(page) ?? mailBodyOf(page)) : postRoundElement(page, pointed);
}

/** Reads a post whose site nobody knows. */
export function readAnyPage(page: Page, root: Element): PostFields {
  const inner = innerPosts(page, root);
  const words = anyWords(page, root);
  const isAmongWords = (element: Element) => words.element !== root && page.contains(words.element, element);
  const isOwn = (element: Element) =>
    !inner.some((post) => page.contains(post, element)) &&
    !isAmongWords(element) &&
    !isQuoted(page, root, element);
  const time = anyTime(page, root, isOwn);
  return {
    ...NO_FIELDS,
    narrative: mailWordsOf(page, root, NOT_WORDS) ?? words.text,
    subject: subjectOf(page, root, isOwn),
    author: anyAuthor(page, root, isOwn),
    permalink: permalinkOf(page, root, isOwn, time?.element ?? null),
    postedAt: time?.postedAt ?? null,
  };
}

function isQuoted(page: Page, root: Element, element: Element): boolean {
  const quote = page.closest(element, "blockquote");
  return quote !== null && !page.contains(quote, root);
}

function subjectOf(page: Page, root: Element, isOwn: (element: Element) => boolean): string | null {
  const heading = page.selectAll(root, "h1,h2,h3,h4,[itemprop=headline]", 5).find(isOwn);
  return lineOf(page, heading ?? null, "button,time,[class*=author i],[class*=username i]");
}

/** The address that the post itself links to: its date, or a link that says so; else that of its own element. */
function permalinkOf(
  page: Page,
  root: Element,
  isOwn: (element: Element) => boolean,
  time: Element | null,
): string | null {
  const own = (selector: string) => page.selectAll(root, selector, 20).find(isOwn);
  const ids = [
    page.attribute(root, "id"),
    ...page
      .selectAll(root, "[id],a[name]", 5)
      .map((part) => page.attribute(part, "id") ?? page.attribute(part, "name")),
  ];
  const [id = null] = ids.filter((one) => one !== null && /^[\w:-]*\d[\w:-]*$/.test(one));
  const named =
    id === null
      ? undefined
      : page
          .selectAll(root, "a[href*='#']", 20)
          .find((link) => isOwn(link) && page.attribute(link, "href")?.endsWith(`#${id}`));
  const link =
    own("a[rel~=bookmark][href], a[itemprop=url][href], a.u-url[href], a[class*=permalink i][href]") ??
    named ??
    (time === null ? null : (page.closest(time, "a[href]") ?? page.select(time, "a[href]")));
  const told = link === null ? null : webAddress(page.attribute(link, "href"), page.url);
  if (told !== null || id === null || !ids.slice(0, 1).includes(id)) return told;
  return page.url.hash.length > 1 && !/^#[\w:-]+$/.test(page.url.hash)
    ? null
    : webAddress(`#${id}`, page.url);
}
