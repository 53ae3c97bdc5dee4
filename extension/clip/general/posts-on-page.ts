import type { Page } from "../page";
import { POST_LIKE } from "../post-like";
import { locateOnAnyPage } from "./any-page";
import { POST_MARK } from "./post-marks";

/** A page of more marks is looked at in part. */
const MOST_MARKS = 500;

/** Every post of a page that nobody knows, in document order: round each mark of who wrote it or when. */
export function postsOnAnyPage(page: Page): Element[] {
  const found = page
    .selectAll(page.document, `${POST_LIKE},${POST_MARK}`, MOST_MARKS)
    .map((mark) => locateOnAnyPage(page, mark))
    .filter((post) => post !== null);
  const { compareDocumentPosition, DOCUMENT_POSITION_FOLLOWING } = page.window.Node.prototype;
  const isBefore = (one: Element, other: Element) =>
    (compareDocumentPosition.call(one, other) & DOCUMENT_POSITION_FOLLOWING) !== 0;
  return [...new Set(found)].sort((one, other) => {
    const [a, b] = [inDocument(page, one), inDocument(page, other)];
    return (a === b ? isBefore(one, other) : isBefore(a, b)) ? -1 : 1;
  });
}

/** The element itself, or the one in the document in whose shadow it stands: between trees there is no order. */
function inDocument(page: Page, element: Element): Element {
  const host = page.host(element);
  return host === null ? element : inDocument(page, host);
}
