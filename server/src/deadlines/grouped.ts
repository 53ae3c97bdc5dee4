/** Rows by the complaint that they belong to, in their order. */
export function grouped<Row, Item>(
  rows: readonly Row[],
  idOf: (row: Row) => string,
  toItem: (row: Row) => Item,
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const row of rows) {
    const group = groups.get(idOf(row));
    if (group === undefined) groups.set(idOf(row), [toItem(row)]);
    else group.push(toItem(row));
  }
  return groups;
}
