import type { Page } from "../page";
import { POST_LIKE } from "../post-like";
import { lineOf } from "../read-text";
import { NOT_WORDS, POST_MARK } from "./post-marks";
import { isLike, isOneOfARow } from "./row-of-posts";

/** Named as one post, in the classes that engines have for it. */
const NUMBERED =
  ".answer[id],.comment[id],.message[id],.note[id],.post[id],.reply[id],.review[id],li[id^=comment i]";
/** Higher above what was clicked no post stands. */
const MOST_STEPS = 60;
const MOST_INNER = 300;
/** An entry that carries a body which says "article" itself is not far above it. */
const STEPS_TO_ENTRY = 6;

/**
 * The post that holds an element: the nearest ancestor that says so, or the nearest one that stands in a row of its like
 * and has an author or a time, and words beside them. Null when neither is found: the page as a whole is no post.
 */
export function postRoundElement(page: Page, element: Element): Element | null {
  let steps = 0;
  for (let at: Element | null = element; at !== null && steps < MOST_STEPS; at = page.parent(at), steps++) {
    if (isPageItself(page, at)) return null;
    if (page.matches(at, POST_LIKE)) return isMarked(page, at) ? at : (entryRound(page, at) ?? at);
    if (isEntry(page, at)) return at;
  }
  return null;
}

/**
 * The page's main post: the only outermost one, or the one that holds the page's heading. Null
 * on a page of many equals: any of them would be a guess.
 */
export function mainPost(page: Page): Element | null {
  const found = page.selectAll(page.document, POST_LIKE, MOST_INNER);
  const outermost = found.filter(
    (post) => !found.some((other) => other !== post && page.contains(other, post)),
  );
  if (outermost.length === 1) return outermost[0] ?? null;
  const headed = outermost.filter((post) => page.select(post, "h1") !== null);
  return headed.length === 1 ? (headed[0] ?? null) : null;
}

/** Posts inside a post (its comments, a quotation): their words are not its words. */
export function innerPosts(page: Page, root: Element): Element[] {
  const known = page.selectAll(root, POST_LIKE, MOST_INNER).filter((post) => isMarked(page, post));
  const [own] = (page.attribute(root, "class") ?? "").trim().split(/\s+/);
  const numbered = page
    .selectAll(root, NUMBERED, MOST_INNER)
    .filter((post) => isNumbered(page, post) && isMarked(page, post));
  // An element of the page's own kind needs no class to be told from others.
  const isOwnKind = isOfOwnKind(page, root);
  const nested = own || isOwnKind ? page.selectAll(root, page.tag(root), MOST_INNER) : [];
  return [
    ...known,
    ...numbered,
    ...nested.filter((post) => (isOwnKind || hasClass(page, post, own ?? "")) && isLike(page, root, post)),
  ];
}

function hasClass(page: Page, element: Element, name: string): boolean {
  return (page.attribute(element, "class") ?? "").trim().split(/\s+/).includes(name);
}

/** The body of a post alone may say "article"; who wrote it stands in the entry round it. */
function entryRound(page: Page, body: Element): Element | null {
  let at = page.parent(body);
  for (let steps = 0; at !== null && steps < STEPS_TO_ENTRY; at = page.parent(at), steps++) {
    if (isPageItself(page, at)) return null;
    if (page.matches(at, POST_LIKE) && isMarked(page, at)) return at;
    if (isEntry(page, at)) return at;
  }
  return null;
}

function isPageItself(page: Page, element: Element): boolean {
  return /^(body|html|main)$/.test(page.tag(element)) || page.attribute(element, "role") === "main";
}

function isEntry(page: Page, element: Element): boolean {
  const isOne =
    isMarked(page, element) &&
    (isNumbered(page, element) || isOneOfARow(page, element) || isAnswer(page, element));
  return isOne && hasWords(page, element);
}

/** The only comment of its list has no like beside it, but a name and a number as comments have. */
function isNumbered(page: Page, element: Element): boolean {
  return /^[a-z].*\d/i.test(page.attribute(element, "id") ?? "") && page.matches(element, NUMBERED);
}

/** The only answer in a comment has no like beside it, but round it, where they are an element of the page's own kind. */
function isAnswer(page: Page, element: Element): boolean {
  const parent = page.parent(element);
  return parent !== null && isOfOwnKind(page, element) && page.closest(parent, page.tag(element)) !== null;
}

function isOfOwnKind(page: Page, element: Element): boolean {
  return page.tag(element).includes("-");
}

function isMarked(page: Page, element: Element): boolean {
  return page.select(element, POST_MARK) !== null;
}

/** Something is said beside who and when. */
function hasWords(page: Page, element: Element): boolean {
  const words = lineOf(page, element, NOT_WORDS) ?? "";
  return (words.match(/\p{L}/gu)?.length ?? 0) >= 3;
}
