import { expect, it } from "vitest";
import { APP_FUNCTIONS } from "../../server/src/db/grants";
import { useDatabase } from "../support/database";

const database = useDatabase();

interface Table {
  readonly name: string;
  readonly forced: boolean;
  readonly policies: readonly string[];
}

it("AUTH-25 every table that names an organisation shows its rows to that organisation's transactions alone", async () => {
  const tables = await database.owner<Table[]>`
    SELECT relation.relname AS name, relation.relrowsecurity AND relation.relforcerowsecurity AS forced,
           ARRAY(
             SELECT format('%s %s %s', policy.policyname, policy.cmd, policy.qual) FROM pg_policies policy
             WHERE policy.schemaname = 'public' AND policy.tablename = relation.relname ORDER BY 1
           ) AS policies
    FROM pg_class relation
    WHERE relation.relnamespace = 'public'::regnamespace AND relation.relkind IN ('r', 'p')
      AND (relation.relname = 'organisations' OR EXISTS (
        SELECT FROM pg_attribute WHERE attrelid = relation.oid AND attname = 'org_id' AND NOT attisdropped
      ))`;
  expect(tables.length).toBeGreaterThan(25);
  const wanted = tables.map(({ name }) => {
    const key = name === "organisations" ? "id" : "org_id";
    const seen = `(${key} = ANY (( SELECT current_orgs() AS current_orgs)::uuid[]))`;
    return {
      name,
      forced: true,
      policies: ["of_the_owner ALL true", `of_the_transaction ALL ${seen}`],
    };
  });
  expect(tables).toEqual(wanted);
});

it("AUTH-25 what names no organisation is the installation's own count of attempts", async () => {
  const others = await database.owner<{ name: string }[]>`
    SELECT relname AS name FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relrowsecurity`;
  expect(others.map(({ name }) => name)).toEqual(["rate_limits"]);
});

it("AUTH-25 what answers with the owner's rights is on the list, and only the server's role may call it", async () => {
  const [role] = [new URL(database.address.appUrl).username];
  const functions = await database.owner<{ name: string; callers: string[] }[]>`
    SELECT routine.oid::regprocedure::text AS name, ARRAY(
      SELECT caller.grantee::regrole::text FROM aclexplode(coalesce(routine.proacl, acldefault('f', routine.proowner))) caller
      WHERE caller.grantee <> routine.proowner ORDER BY 1
    ) AS callers
    FROM pg_proc routine WHERE routine.prosecdef ORDER BY 1`;
  expect(functions).toEqual(
    [...APP_FUNCTIONS].sort().map((name) => ({
      name: name.replaceAll(", ", ",").replaceAll("timestamptz", "timestamp with time zone"),
      callers: [role],
    })),
  );
});
