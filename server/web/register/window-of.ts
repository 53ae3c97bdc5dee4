/** The rows that are worth drawing: those in view and some beyond, so that scrolling shows no holes. */
export interface RowWindow {
  /** Index of the first row drawn. */
  readonly first: number;
  /** Index after the last row drawn. */
  readonly end: number;
}

/** All lengths in CSS pixels; `spare` rows are drawn beyond each edge of the view. */
export function windowOf(
  view: { readonly scrollTop: number; readonly height: number },
  rowHeight: number,
  count: number,
  spare = 8,
): RowWindow {
  const first = Math.floor(Math.max(0, view.scrollTop) / rowHeight) - spare;
  const end = Math.ceil((Math.max(0, view.scrollTop) + view.height) / rowHeight) + spare;
  return { first: clamp(first, count), end: clamp(end, count) };
}

/** Where to scroll so that a row is in view, or null when it is. */
export function scrollTopFor(
  index: number,
  view: { readonly scrollTop: number; readonly height: number },
  rowHeight: number,
): number | null {
  const top = index * rowHeight;
  if (top < view.scrollTop) return top;
  if (top + rowHeight > view.scrollTop + view.height) return top + rowHeight - view.height;
  return null;
}

function clamp(index: number, count: number): number {
  return Math.min(count, Math.max(0, index));
}
