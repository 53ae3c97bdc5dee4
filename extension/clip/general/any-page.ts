import { NO_FIELDS, type PostFields } from "../captured-page";
import { mailBodyOf, mailWordsOf } from "../mail/mail-body";
import type { Page } from "../page";
import { POST_LIKE } from "../post-like";
import { lineOf } from "../read-text";
import { isSamePage, webAddress } from "../web-address";
import { type AnyAuthor, anyAuthor } from "./any-author";
import { anyTime } from "./any-time";
import { markedWords, unmarkedWords } from "./any-words";
import { listArchivePost } from "./list-archive";
import { NOT_WORDS } from "./post-marks";
import { innerPosts, mainPost, postRoundElement } from "./post-root";

/** Who and when stand in a line. */
const LONGEST_BYLINE = 120;

/**
 * The post on any page: known by its markup, or by standing in a row of its like. Where nothing was pointed at it is the
 * one that the page's address names, else the main one. Null where it is not clear which.
 */
export function locateOnAnyPage(page: Page, pointed: Element | null): Element | null {
  if (listArchivePost(page) !== null) return page.select(page.document, "body");
  if (pointed !== null) return postRoundElement(page, pointed);
  return postOfAddress(page) ?? mainPost(page) ?? postWithAddress(page) ?? mailBodyOf(page);
}

/** The post whose own name, with a number as those of posts have, stands behind the address's `#`. */
function postOfAddress(page: Page): Element | null {
  const [, name] = /^#([\w:.-]*\d[\w:.-]*)$/.exec(page.url.hash) ?? [];
  const place = name === undefined ? null : page.select(page.document, `[id='${name}'],a[name='${name}']`);
  if (place === null) return null;
  const siblings = page.childElements(page.parent(place) ?? place);
  const next = siblings[siblings.indexOf(place) + 1];
  // An empty anchor names what comes after it.
  if (next !== undefined && lineOf(page, place) === null) return postRoundElement(page, next);
  // A comment with its answers is often named round the element that says that it is one.
  return postRoundElement(
    page,
    page.childElements(place).find((child) => page.matches(child, POST_LIKE)) ?? place,
  );
}

/** The one post whose own link is the page's address, as engines write that which leads to a post of a long thread. */
function postWithAddress(page: Page): Element | null {
  if (page.url.hash !== "") return null;
  const links = page.selectAll(page.document, "a[href]").filter((link) => leadsHere(page, link));
  const posts = new Set(links.map((link) => postRoundElement(page, link)));
  const named = [...posts].filter((post) => post !== null && isNamedByAddress(page, post));
  return named.length === 1 ? (named[0] ?? null) : null;
}

function leadsHere(page: Page, link: Element): boolean {
  const address = webAddress(page.attribute(link, "href"), page.url);
  return address !== null && isSamePage(address, page.url.href);
}

function isNamedByAddress(page: Page, root: Element): boolean {
  const { permalink } = readAnyPage(page, root);
  return permalink !== null && isSamePage(permalink, page.url.href);
}

/** Reads a post whose site nobody knows. */
export function readAnyPage(page: Page, root: Element): PostFields {
  const listed = page.tag(root) === "body" ? listArchivePost(page) : null;
  if (listed !== null) return listed;
  const inner = innerPosts(page, root);
  const marked = markedWords(page, root, inner);
  const isAmongWords = (element: Element) => marked !== null && page.contains(marked.element, element);
  const isOwn = (element: Element) =>
    !inner.some((post) => page.contains(post, element)) &&
    !isAmongWords(element) &&
    !isQuoted(page, root, element);
  const time = anyTime(page, root, isOwn, marked?.element);
  const who = anyAuthor(page, root, isOwn) ?? authorAbove(page, root, isOwn);
  const tellers = [time?.element, who?.element, who?.handleElement].filter(
    (element) => element !== undefined,
  );
  const short = tellers.filter((element) => (lineOf(page, element)?.length ?? 0) <= LONGEST_BYLINE);
  return {
    ...NO_FIELDS,
    narrative:
      mailWordsOf(page, root, NOT_WORDS) ?? marked?.text ?? unmarkedWords(page, root, [...inner, ...short]),
    subject: subjectOf(page, root, isOwn),
    author: who?.author ?? null,
    permalink: permalinkOf(page, root, isOwn, time?.element ?? null),
    postedAt: time?.postedAt ?? null,
  };
}

/** In chats a person's further messages stand below the first one, which alone has the name. */
function authorAbove(page: Page, root: Element, isOwn: (element: Element) => boolean): AnyAuthor | null {
  const isFurther = (element: Element) => page.matches(element, "[class*=joined i],[class*=same--user i]");
  const siblings = page.childElements(page.parent(root) ?? root);
  const above = siblings.slice(0, siblings.indexOf(root)).findLast((element) => !isFurther(element));
  return above !== undefined && isFurther(root) ? anyAuthor(page, above, isOwn) : null;
}

function isQuoted(page: Page, root: Element, element: Element): boolean {
  const quote = page.closest(element, "blockquote");
  return quote !== null && !page.contains(quote, root);
}

function subjectOf(page: Page, root: Element, isOwn: (element: Element) => boolean): string | null {
  const heading = page.selectAll(root, "h1,h2,h3,h4,[itemprop=headline]", 5).find(isOwn);
  return lineOf(page, heading ?? null, "button,time,[class*=author i],[class*=username i]");
}

/** Links within it lead to a person. */
const PERSON = "[itemprop=author],.p-author,.h-card,.vcard";
/** Links that do something with a post, and do not lead to it. */
const ACTION = /reply|quote|report|edit|delete|answer|vote|like|share|goto|user|member|profile/i;

/** The address that the post itself links to: its date, or a link that names it; else that of its own element. */
function permalinkOf(
  page: Page,
  root: Element,
  isOwn: (element: Element) => boolean,
  time: Element | null,
): string | null {
  const own = (selector: string) => page.selectAll(root, selector, 50).filter(isOwn);
  const [bookmark] = own(
    "a[rel~=bookmark][href], a[itemprop=url][href], a.u-url[href], a[class*=permalink i][href]",
  ).filter((link) => page.closest(link, PERSON) === null);
  const id = namedId(page, root);
  const named = own("a[href]").find((link) =>
    id === null ? isNameIn(page, root, link) : isNamedBy(page, link, id),
  );
  const timed = time === null ? null : (page.closest(time, "a[href]") ?? page.select(time, "a[href]"));
  for (const link of [bookmark, timed, named]) {
    const address = link ? webAddress(page.attribute(link, "href"), page.url) : null;
    if (address !== null) return address;
  }
  // An address with a path behind its "#" names a place in a program, which another fragment would leave.
  const isPlain = /^(?:#[\w:.-]*)?$/.test(page.url.hash);
  return id !== null && isPlain ? webAddress(`#${id}`, page.url) : null;
}

/** The id of the post's element, where it has a number as those of posts have. */
function namedId(page: Page, root: Element): string | null {
  const id = page.attribute(root, "id");
  return id !== null && /^[\w:.-]*\d[\w:.-]*$/.test(id) ? id : null;
}

/** Whether a link leads to a named place within the post. */
function isNameIn(page: Page, root: Element, link: Element): boolean {
  const [, name] = /#([\w:.-]*\d[\w:.-]*)$/.exec(page.attribute(link, "href") ?? "") ?? [];
  return name !== undefined && page.select(root, `[id='${name}'],a[name='${name}']`) !== null;
}

function isNamedBy(page: Page, link: Element, id: string): boolean {
  const href = page.attribute(link, "href") ?? "";
  const number = /\d{2,}(?=\D*$)/.exec(id)?.[0];
  if (href.endsWith(`#${id}`)) return true;
  return number !== undefined && !ACTION.test(href) && new RegExp(`(?<!\\d)${number}(?!\\d)`).test(href);
}
