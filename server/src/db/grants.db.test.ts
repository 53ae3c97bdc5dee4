import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { getTableName, is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import { pino } from "pino";
import postgres from "postgres";
import { beforeAll, expect, it } from "vitest";
import { useDatabase } from "../../../tests/support/database";
import { callerOf, makeOrganisation, makePerson } from "../../../tests/support/organisation";
import { sampleComplaint } from "../../../tests/support/sample-complaint";
import { registerComplaint } from "../complaints/register-complaint";
import { createRegistrar } from "../complaints/registrar";
import { createSketcher } from "../complaints/sketcher";
import { createRuleBooks } from "../deadlines/rule-books";
import { createReceiptSigner } from "../proof/receipt-key";
import { workspaceRoot } from "../workspace";
import { createAcross } from "./across";
import { APP_FUNCTIONS, APP_GRANTS } from "./grants";
import * as schema from "./schema";
import { createTenants } from "./tenants";

const database = useDatabase();

beforeAll(async () => {
  const person = await makePerson(database.db, await makeOrganisation(database.db));
  const db = database.app;
  const tenants = createTenants(db);
  const deps = {
    tenants,
    registrar: createRegistrar(tenants),
    ruleBooks: createRuleBooks(tenants),
    sketcher: createSketcher({ tenants, across: createAcross(db) }, pino({ level: "silent" })),
    receipts: createReceiptSigner(tmpdir()),
    now: () => new Date(),
  };
  await registerComplaint(deps, callerOf(person), sampleComplaint({ kind: "claim" }));
});

it("says for every table what the server may do to it", () => {
  const tables = Object.values(schema)
    .filter((value) => is(value, PgTable))
    .map((table) => getTableName(table));
  expect(Object.keys(APP_GRANTS).sort()).toEqual(tables.sort());
});

it.each([
  ["an event changed", "UPDATE events SET kind = 'x'"],
  ["an event removed", "DELETE FROM events"],
  ["all events removed", "TRUNCATE events"],
  ["a complaint removed", "DELETE FROM complaints"],
  ["a number changed", "UPDATE complaints SET ordinal = ordinal + 1"],
  ["what was clipped changed", "UPDATE complaints SET clip = '{}'"],
  ["a due date moved in silence", "UPDATE due_dates SET due_at = now()"],
  ["a due date removed", "DELETE FROM due_dates"],
  ["evidence changed", "UPDATE evidence SET sha256 = ''"],
  ["evidence removed", "DELETE FROM evidence"],
  ["a clip that was added changed", "UPDATE added_clips SET clip = '{}'"],
  ["a key of a device forgotten", "DELETE FROM device_keys"],
  ["a name at the identity provider given to another", "UPDATE identities SET person_id = gen_random_uuid()"],
  ["corrections of sites changed in silence", "UPDATE site_corrections SET sites = '{}'"],
  ["a counter removed", "DELETE FROM number_counters"],
  ["a table made its own", "ALTER TABLE events OWNER TO CURRENT_USER"],
  ["a table added", "CREATE TABLE mine (id int)"],
  ["the passwords of the owner's table read", "SELECT * FROM owner_only.app_login"],
])("AUTH-24 refuses the server's role: %s", async (_what, statement) => {
  const refusal = await database.app.$client.unsafe(statement).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(postgres.PostgresError);
  expect(refusal).toHaveProperty("code", "42501");
});

it("knows every function that answers with the owner's rights, and SECURITY.md names each", async () => {
  const found = await database.owner<{ name: string; signature: string }[]>`
    SELECT proname AS name, proname || '(' || (
      SELECT coalesce(string_agg(CASE format_type(t.oid, null)
        WHEN 'timestamp with time zone' THEN 'timestamptz' ELSE format_type(t.oid, null) END, ', ' ORDER BY n), '')
      FROM unnest(proargtypes) WITH ORDINALITY AS a(type, n) JOIN pg_type t ON t.oid = a.type
    ) || ')' AS signature
    FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace`;
  expect(found.map(({ signature }) => signature).sort()).toEqual([...APP_FUNCTIONS].sort());
  const page = await readFile(path.join(workspaceRoot, "SECURITY.md"), "utf8");
  expect(found.filter(({ name }) => !page.includes(`\`${name}\``))).toEqual([]);
});

it("works as a role that owns nothing and may do nothing to the cluster", async () => {
  const [role] = await database.app.$client`
    SELECT rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls,
           EXISTS (SELECT FROM pg_class WHERE relowner = r.oid) AS owns
    FROM pg_roles r WHERE rolname = current_user`;
  expect(Object.values(role ?? {})).toEqual(Array(6).fill(false));
});
