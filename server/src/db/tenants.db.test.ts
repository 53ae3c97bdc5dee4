import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { useDeps } from "../../../tests/support/deps";
import { callerOf, makeOrganisation, makePerson } from "../../../tests/support/organisation";
import { sampleComplaint } from "../../../tests/support/sample-complaint";
import { registerComplaint } from "../complaints/register-complaint";

/* The functions that the server calls with the owner's rights, each told another organisation than the transaction's. */

const test = useDeps();

/** Two organisations with one open complaint each. */
async function two() {
  const [own, foreign] = [await makeOrganisation(test.database.db), await makeOrganisation(test.database.db)];
  for (const organisation of [own, foreign]) {
    const person = await makePerson(test.database.db, organisation);
    await registerComplaint(test.deps, callerOf(person), sampleComplaint());
  }
  return { own, foreign };
}

const rows = async () =>
  (
    await test.database.owner`
    SELECT (SELECT count(*)::int FROM complaints) AS complaints, (SELECT count(*)::int FROM events) AS events,
      (SELECT jsonb_agg(c ORDER BY c.org_id) FROM number_counters c) AS counters`
  )[0];

/** What the function is told of a complaint that nothing else is wrong with. */
const clipOf = (orgId: string) => test.database.owner<{ batch: string }[]>`
  SELECT jsonb_build_object('org_id', org_id, 'id', ${randomUUID()}::text, 'zone', zone,
    'rules_revision', rules_revision, 'registered_on', (now() AT TIME ZONE zone)::date, 'kind', 'claim',
    'channel', 'social', 'anonymous', false, 'content_hash', '\\x00', 'received_at', now(),
    'person_id', registered_by, 'regulation', 'ru-default', 'regulation_version', 1,
    'calendar_version', '1', 'due_dates', '[]'::jsonb, 'clip', clip)::text AS batch
  FROM complaints c JOIN organisations o ON o.id = c.org_id WHERE o.id = ${orgId}`;

const register = (orgs: string | readonly string[], batch: string) =>
  test.deps.tenants.call(
    orgs,
    (sql, inside) => sql`SELECT outcome FROM register_complaints(${inside(sql`${batch}::text::jsonb`)})`,
  );

it("AUTH-25 a registration told another organisation than the transaction's writes nothing", async () => {
  const { own, foreign } = await two();
  const before = await rows();
  const [mine, theirs] = [await clipOf(own.id), await clipOf(foreign.id)].map(([row]) => row?.batch ?? "");
  const refused: [string | readonly string[], string][] = [
    [own.id, `[${theirs}]`],
    [own.id, `[${mine},${theirs}]`],
    [[], `[${mine}]`],
  ];
  for (const [orgs, batch] of refused) {
    await expect(register(orgs, batch)).rejects.toMatchObject({ code: "42501" });
  }
  // The last one's setting is gone with its transaction.
  await expect(
    test.database.app.$client`SELECT FROM register_complaints(${`[${mine}]`}::text::jsonb)`,
  ).rejects.toMatchObject({ code: "42501" });
  expect(await rows()).toEqual(before);

  expect(await register([own.id, foreign.id], `[${mine},${theirs}]`)).toMatchObject([
    { outcome: "created" },
    { outcome: "created" },
  ]);
});

it("AUTH-25 a count told another organisation than the transaction's finds nothing", async () => {
  const { own, foreign } = await two();
  const open = (orgs: string | readonly string[], told: string) =>
    test.deps.tenants.call(
      orgs,
      (sql, inside) => sql`
        SELECT still_open FROM count_open_complaints(
          ${inside(sql`${told}::uuid`)}, ${randomUUID()}::uuid, now(), now(), now(), 9)`,
    );
  expect(await open(own.id, own.id)).toEqual([{ still_open: 1 }]);
  expect(await open([own.id, foreign.id], foreign.id)).toEqual([{ still_open: 1 }]);
  expect(await open(own.id, foreign.id)).toEqual([]);
  expect(await open([], own.id)).toEqual([]);
});
