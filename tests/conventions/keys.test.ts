import { integer, pgTable, primaryKey, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { describe, expect, it } from "vitest";
import * as schema from "../../server/src/db/schema";
import { declaredKeys, keysOfAllOrganisations } from "./keys";

describe("every primary and unique key begins with the organisation's id", () => {
  it("in the declared schema", () => {
    const keys = declaredKeys(schema);
    expect(keys.length).toBeGreaterThan(10);
    expect(keysOfAllOrganisations(keys)).toEqual([]);
  });

  const columns = { orgId: uuid("org_id").notNull(), number: integer().notNull() };
  it.each([
    ["a primary key of a column", pgTable("t", { ...columns, id: uuid().primaryKey() })],
    ["a unique column", pgTable("t", { ...columns, email: uuid().unique() })],
    [
      "a primary key in the wrong order",
      pgTable("t", columns, (t) => [primaryKey({ columns: [t.number, t.orgId] })]),
    ],
    ["a unique constraint", pgTable("t", columns, (t) => [unique().on(t.number)])],
    ["a unique index", pgTable("t", columns, (t) => [uniqueIndex("i").on(t.number, t.orgId)])],
  ])("is seen to be broken by %s", (_rule, table) => {
    expect(keysOfAllOrganisations(declaredKeys({ table }))).toHaveLength(1);
  });
});
