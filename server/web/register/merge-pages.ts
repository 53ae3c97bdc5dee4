/** Rows of a list read page by page, in the server's order, each complaint once. */
export interface Listed<Row extends { readonly id: string }> {
  readonly rows: readonly Row[];
  /** Where the next page begins; null when all are here. */
  readonly cursor: string | null;
}

interface Page<Row> {
  readonly complaints: readonly Row[];
  readonly nextCursor: string | null;
}

/** Adds the next page. A complaint that moved down between two readings is shown once, where it stands now. */
export function appendPage<Row extends { readonly id: string }>(
  listed: Listed<Row>,
  page: Page<Row>,
): Listed<Row> {
  const fresh = new Set(page.complaints.map((row) => row.id));
  const kept = listed.rows.filter((row) => !fresh.has(row.id));
  return { rows: [...kept, ...page.complaints], cursor: page.nextCursor };
}

/**
 * Puts a freshly read first page over the head of the list, so that new complaints appear and
 * those that left it go, while what was read further down stays.
 *
 * Where the two do not meet (more came than fit one page) only the fresh page is sure to have no
 * gap behind it, and reading goes on from there.
 */
export function mergeHead<Row extends { readonly id: string }>(
  listed: Listed<Row>,
  page: Page<Row>,
): Listed<Row> {
  const last = page.complaints.at(-1);
  const seam = last === undefined ? -1 : listed.rows.findIndex((row) => row.id === last.id);
  if (page.nextCursor === null || seam < 0) return { rows: page.complaints, cursor: page.nextCursor };
  const fresh = new Set(page.complaints.map((row) => row.id));
  const tail = listed.rows.slice(seam + 1).filter((row) => !fresh.has(row.id));
  return tail.length === 0
    ? { rows: page.complaints, cursor: page.nextCursor }
    : { rows: [...page.complaints, ...tail], cursor: listed.cursor };
}

/** Puts the new state of one complaint in its row's place; a list without it stays as it is. */
export function replaceRow<Row extends { readonly id: string }>(listed: Listed<Row>, row: Row): Listed<Row> {
  return { ...listed, rows: listed.rows.map((known) => (known.id === row.id ? row : known)) };
}
