import type { Box, PostPlace } from "../../clip/captured-page";
import type { Page } from "../../clip/page";
import { postPlace } from "../../clip/post-place";

/** How a post stands on the screen, and which of it is seen with nothing of the page before it. */
export interface PostView {
  readonly place: PostPlace;
  /** The whole post in CSS pixels of the layout viewport. */
  readonly box: Box;
  /** Rows of the viewport, from and up to, in which the post is seen; null when none is. */
  readonly clear: { readonly top: number; readonly bottom: number } | null;
  /** Something lies over it between these rows, such as a window of the page. */
  readonly isCovered: boolean;
}

/** CSS pixels between two rows that are looked at. */
const EVERY = 4;

/** Looks at a post without touching the page: rows at its edges that lie beneath a header that stands still are not clear. */
export function viewOf(page: Page, root: Element): PostView {
  const place = postPlace(page, root);
  const box = page.box(root);
  const left = Math.max(box.x, 0);
  const right = Math.min(box.x + box.width, place.viewport.width);
  const top = Math.max(Math.ceil(box.y), 0);
  const bottom = Math.min(Math.floor(box.y + box.height), page.window.innerHeight);
  if (right - left < 1 || bottom - top < 1) return { place, box, clear: null, isCovered: false };
  const columns = [0.1, 0.5, 0.9].map((part) => left + (right - left) * part);
  const isClear = (y: number) => columns.every((x) => isOfPost(page, root, x, y));
  let first = top;
  while (first < bottom && !isClear(first)) first += EVERY;
  let last = bottom - 1;
  while (last > first && !isClear(last)) last -= EVERY;
  if (first >= bottom) return { place, box, clear: null, isCovered: true };
  let isCovered = false;
  for (let y = first; y < last && !isCovered; y += 2 * EVERY) isCovered = !isClear(y);
  return { place, box, clear: { top: first, bottom: last + 1 }, isCovered };
}

/** What the page shows at a point is the post, a part of it, or what it stands in. */
function isOfPost(page: Page, root: Element, x: number, y: number): boolean {
  const { elementFromPoint } = page.window.Document.prototype;
  const shown = elementFromPoint.call(page.document, x, y);
  if (shown === null) return false;
  if (page.contains(root, shown) || page.contains(shown, root)) return true;
  // A post in a frame: the frame is what the page shows there.
  return page.tag(shown) === "iframe" && page.frameDocument(shown)?.contains(root) === true;
}
