import { type AnyColumn, type SQL, sql } from "drizzle-orm";

/**
 * Whether a column is one of these ids. They travel as one value: a statement with a parameter for each of a thousand
 * takes longer to write and to read than to answer.
 */
export function among(column: AnyColumn, ids: readonly string[]): SQL {
  const list = JSON.stringify(ids);
  return sql`${column} IN (SELECT value::uuid FROM jsonb_array_elements_text(${list}::text::jsonb))`;
}
