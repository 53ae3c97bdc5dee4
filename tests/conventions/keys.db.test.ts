import { expect, it } from "vitest";
import { useDatabase } from "../support/database";
import { type Key, keysOfAllOrganisations } from "./keys";

const database = useDatabase();

it("every primary and unique key of the migrated database begins with the organisation's id", async () => {
  const keys = await database.owner<Key[]>`
    SELECT relation.relname AS "table", index_relation.relname AS name,
           array_agg(coalesce(attribute.attname, 'an expression') ORDER BY position.n)::text[] AS columns
    FROM pg_index index
    JOIN pg_class relation ON relation.oid = index.indrelid
    JOIN pg_class index_relation ON index_relation.oid = index.indexrelid
    JOIN pg_namespace namespace ON namespace.oid = relation.relnamespace
    CROSS JOIN LATERAL unnest(index.indkey) WITH ORDINALITY AS position (attnum, n)
    LEFT JOIN pg_attribute attribute
      ON attribute.attrelid = relation.oid AND attribute.attnum = position.attnum AND position.attnum > 0
    WHERE index.indisunique AND namespace.nspname = 'public'
    GROUP BY 1, 2`;
  expect(keys.length).toBeGreaterThan(10);
  expect(keysOfAllOrganisations(keys)).toEqual([]);
});

it("the role that the server works with owns nothing", async () => {
  const role = new URL(database.address.appUrl).username;
  const owned = await database.owner`
    SELECT relname FROM pg_class JOIN pg_roles ON pg_roles.oid = relowner WHERE rolname = ${role}`;
  expect(owned).toEqual([]);
});
