import type { Page } from "../page";
import { lineOf } from "../read-text";

/** Elements that say themselves that they are one post, comment or review. */
export const POST_LIKE = [
  "article",
  "[role=article]",
  "[itemtype$='/Review']",
  "[itemtype$='/UserReview']",
  "[itemtype$='/Comment']",
  "[itemtype$='/UserComments']",
  "[itemtype$='/Answer']",
  "[itemtype$='/Question']",
  "[itemtype$='Posting']",
  ".h-entry",
  ".h-review",
].join(",");

/** What a post has and a part of one does not: who wrote it or when. */
const POST_MARK =
  "time,relative-time,[itemprop=author],[rel~=author],[itemprop=datePublished],.p-author,.dt-published";

const LOOSE_MARK = `${POST_MARK},[class*=author i],[class*=username i],[class*=user-name i],[class*=nickname i]`;

/**
 * The post that holds an element: the nearest ancestor that says so, or the nearest one that stands
 * in a row of its like and has an author or a time. Null when neither is found.
 */
export function postRoundElement(page: Page, element: Element): Element | null {
  for (let at: Element | null = element; at !== null; at = page.parent(at)) {
    if (/^(body|html|main)$/.test(page.tag(at))) return null;
    if (page.matches(at, POST_LIKE)) return at;
    if (isOneOfARow(page, at) && page.select(at, LOOSE_MARK) !== null && hasWords(page, at)) return at;
  }
  return null;
}

/**
 * The page's main post: the only outermost one, or the one that holds the page's heading. Null
 * on a page of many equals: any of them would be a guess.
 */
export function mainPost(page: Page): Element | null {
  const found = page.selectAll(page.document, POST_LIKE, 300);
  const outermost = found.filter(
    (post) => !found.some((other) => other !== post && page.contains(other, post)),
  );
  if (outermost.length === 1) return outermost[0] ?? null;
  const headed = outermost.filter((post) => page.select(post, "h1") !== null);
  return headed.length === 1 ? (headed[0] ?? null) : null;
}

/** Posts inside a post (its comments, a quotation): their words are not its words. */
export function innerPosts(page: Page, root: Element): Element[] {
  return page.selectAll(root, POST_LIKE, 300);
}

/** Siblings with the same tag and first class, at least one besides itself. */
function isOneOfARow(page: Page, element: Element): boolean {
  const parent = page.parent(element);
  if (parent === null) return false;
  const shape = shapeOf(page, element);
  const like = page.childElements(parent).filter((sibling) => shapeOf(page, sibling) === shape);
  return like.length > 1;
}

function shapeOf(page: Page, element: Element): string {
  return `${page.tag(element)}.${(page.attribute(element, "class") ?? "").trim().split(/\s+/)[0]}`;
}

function hasWords(page: Page, element: Element): boolean {
  return (lineOf(page, element)?.length ?? 0) >= 20;
}
