import type { Page } from "./page";

/** Nobody scrolls so far to the left of a page or above it, CSS pixels. */
const FAR = -999;

/** A narrow carousel moves its track no further; of a wide one it is asked whether a slide is in view. */
const MOVED_FAR = -9_000;

/**
 * Whether a style takes an element from sight though it is drawn: folded to nothing, put far off the page, or cut away,
 * as pages do with words for screen readers, for search engines, and for nobody.
 *
 * @param style as computed; one that was only written down is understood too
 */
export function isOutOfSight(page: Page, element: Element, style: CSSStyleDeclaration): boolean {
  if (/hidden|clip|auto|scroll/.test(style.overflow) && isFolded(style)) return true;
  const isPlaced = /absolute|fixed/.test(style.position);
  if (isPlaced && (pixels(style.left) <= FAR || pixels(style.top) <= FAR || isNoRoom(style.clip)))
    return true;
  if (pixels(style.textIndent) <= FAR || isCutAway(style.clipPath)) return true;
  // Neither is possible of words within a line.
  return (
    style.display !== "inline" && (isOfNoSize(style) || (isMovedFar(style) && !showsSlide(page, element)))
  );
}

function isOfNoSize({ scale, transform }: CSSStyleDeclaration): boolean {
  if (/^0(?: |$)/.test(scale) || /\bscale(?:3d|x|y)?\(0[,)]/i.test(transform)) return true;
  const [a = 1, b = 0, c = 0, d = 1] = matrixOf(transform);
  return (a === 0 && b === 0) || (c === 0 && d === 0);
}

function isMovedFar({ transform }: CSSStyleDeclaration): boolean {
  const moved = /\btranslate(?:3d|x)?\((-\d+)px/i.exec(transform)?.[1];
  return (matrixOf(transform)[4] ?? 0) <= MOVED_FAR || Number(moved ?? 0) <= MOVED_FAR;
}

/** Whether a track that was moved to the left has a slide right of the screen's left edge. */
function showsSlide(page: Page, track: Element): boolean {
  return page.childElements(track).some((slide) => {
    const { x, width } = page.box(slide);
    return width > 0 && x + width > 0;
  });
}

function matrixOf(transform: string): number[] {
  return /^matrix\((.*)\)$/.exec(transform)?.[1]?.split(",").map(Number) ?? [];
}

/** A box of a picture's shape has no height of its own either: its padding gives it one. */
function isFolded({ height, maxHeight, width, paddingTop, paddingBottom }: CSSStyleDeclaration): boolean {
  const padding = (pixels(paddingTop) || 0) + (pixels(paddingBottom) || 0);
  return pixels(height) + padding <= 1 || pixels(maxHeight) + padding <= 1 || pixels(width) <= 0;
}

/** `rect(top, right, bottom, left)` of at most a pixel. */
function isNoRoom(clip: string): boolean {
  const [top = 0, right = Number.NaN, bottom = Number.NaN, left = 0] = clip
    .replace(/^rect\(|\)$/g, "")
    .split(/[\s,]+/)
    .map((side) => pixels(side));
  return bottom - top <= 1 || right - left <= 1;
}

/** An inset that leaves nothing between its sides, or a circle of no size. */
function isCutAway(clipPath: string): boolean {
  if (/^circle\(0(?:px|%)?\s*(?:at|\))/.test(clipPath)) return true;
  const sides = /^inset\(([^)r]*)/.exec(clipPath)?.[1]?.trim().split(/\s+/).map(percent) ?? [];
  const [top = 0, right = top, bottom = top, left = right] = sides;
  return top + bottom >= 99 || right + left >= 99;
}

function pixels(value: string): number {
  return /^-?[\d.]+(?:px)?$/.test(value) ? Number.parseFloat(value) : Number.NaN;
}

function percent(value: string): number {
  return value.endsWith("%") ? Number.parseFloat(value) : 0;
}
