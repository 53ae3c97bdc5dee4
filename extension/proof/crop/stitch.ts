/** Rows of the post that one picture adds, and where they stand in it. All lengths are CSS pixels. */
export interface Strip {
  /** From the post's upper edge. */
  readonly from: number;
  readonly to: number;
  /** Where the post's upper left corner stands in the picture; may be outside of it. */
  readonly post: { readonly x: number; readonly y: number };
}

/** A strip in device pixels: what to cut out, and how far down it goes. */
export interface Cut {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly down: number;
}

/**
 * Where a strip is cut out of its picture. Neighbours share their edge, so that no row is missing or doubled.
 *
 * @param scale device pixels for one CSS pixel
 * @param picture device pixels
 * @param width of the post, CSS pixels
 */
export function cutOf(
  { from, to, post }: Strip,
  scale: number,
  picture: { readonly width: number; readonly height: number },
  width: number,
): Cut {
  const left = Math.max(Math.round(post.x * scale), 0);
  const right = Math.min(Math.round((post.x + width) * scale), picture.width);
  const upper = Math.round(post.y * scale);
  const first = Math.round(from * scale);
  const last = Math.min(Math.round(to * scale), picture.height - upper);
  return { x: left, y: upper + first, width: right - left, height: last - first, down: first };
}

/**
 * The rows that a look at the post adds.
 *
 * @param done rows that are pictured already
 * @returns null when it adds none
 */
export function nextRows(
  done: number,
  height: number,
  clear: { readonly top: number; readonly bottom: number },
  top: number,
): { readonly from: number; readonly to: number; readonly isGapless: boolean } | null {
  const first = clear.top - top;
  const to = Math.min(clear.bottom - top, height);
  if (to - done < 1) return null;
  // A header that never goes away hides the rows above: they are pictured as the page shows them.
  return { from: done, to, isGapless: first - done <= 1 };
}
