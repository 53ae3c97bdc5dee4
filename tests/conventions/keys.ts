import { getTableColumns, getTableName, is } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";

/** A primary or unique key: its table and its columns, in order. */
export interface Key {
  readonly table: string;
  readonly name: string;
  readonly columns: readonly string[];
}

/** The one table whose own id is the organisation's. */
const ORGANISATIONS = "organisations";

/**
 * Counts of attempts by hashes of addresses, from before anybody is known; the library that keeps them finds its rows
 * by this column alone. They belong to no organisation and hold nothing of one.
 */
const RATE_LIMITS = "rate_limits";

/** Keys by which a table could not be distributed by organisation. */
export function keysOfAllOrganisations(keys: readonly Key[]): string[] {
  return keys
    .filter(({ table, columns }) => columns[0] !== firstColumnOf(table))
    .map(({ table, name, columns }) => `${table}: ${name} (${columns.join(", ")})`);
}

function firstColumnOf(table: string): string {
  if (table === ORGANISATIONS) return "id";
  return table === RATE_LIMITS ? "key" : "org_id";
}

/** Every primary and unique key that the schema declares. */
export function declaredKeys(schema: Readonly<Record<string, unknown>>): readonly Key[] {
  return Object.values(schema)
    .filter((value) => is(value, PgTable))
    .flatMap((declared) => {
      const table = getTableName(declared);
      const { primaryKeys, uniqueConstraints, indexes } = getTableConfig(declared);
      const columns = Object.values(getTableColumns(declared));
      return [
        ...columns
          .filter(({ primary }) => primary)
          .map(({ name }) => ({ table, name: "primary", columns: [name] })),
        ...columns
          .filter(({ isUnique }) => isUnique)
          .map(({ name }) => ({ table, name: "unique", columns: [name] })),
        ...[...primaryKeys, ...uniqueConstraints].map((key) => ({
          table,
          name: key.getName() ?? "key",
          columns: key.columns.map(({ name }) => name),
        })),
        ...indexes
          .filter(({ config }) => config.unique)
          .map(({ config }) => ({
            table,
            name: config.name ?? "index",
            columns: config.columns.map((column) =>
              "name" in column ? String(column.name) : "an expression",
            ),
          })),
      ];
    });
}
