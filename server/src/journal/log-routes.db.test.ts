import { complaintSchema } from "@otklik/shared/complaint/complaint";
import { type LogEntry, logSchema } from "@otklik/shared/people/people";
import { toPeopleEvent } from "@otklik/shared/people/people-events";
import { sql } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { ask, expectProblem } from "../../../tests/support/ask";
import { useDeps } from "../../../tests/support/deps";
import {
  makeDevice,
  makeOrganisation,
  makePerson,
  signIn,
  type TestPerson,
} from "../../../tests/support/organisation";
import { registerAt } from "../../../tests/support/register-at";
import { events, people } from "../db/schema";
import { nameThen } from "./name-then";

const test = useDeps();
let admin: TestPerson;
let desk: Record<string, string>;

beforeEach(async () => {
  admin = await makePerson(test.database.db, await makeOrganisation(test.database.db), {
    name: "Ольга Снегирёва",
    roles: ["admin"],
  });
  desk = { ...(await signIn(test.database.db, admin)) };
});

const read = (query = "", headers = desk) => ask(test.app, `GET /api/log${query}`, { headers });
async function entries(query = ""): Promise<LogEntry[]> {
  return logSchema.parse(await (await read(query)).json()).entries;
}
const rename = (name: string) => ask(test.app, "PATCH /api/account", { json: { name }, headers: desk });

it("says what an admin changed, by whom, from each line alone", async () => {
  const agent = await makePerson(test.database.db, admin.organisation);
  const change = (json: object) => ask(test.app, `PATCH /api/people/${agent.id}`, { json, headers: desk });
  await change({ roles: ["head"] });
  await change({ disabled: true });
  const lines = await entries();
  expect(lines.map(({ kind, actor }) => ({ kind, actor }))).toEqual(
    ["person_shut_out", "roles_changed"].map((kind) => ({ kind, actor: { id: admin.id, name: admin.name } })),
  );
  expect(lines.map(toPeopleEvent)).toEqual([
    {
      kind: "person_shut_out",
      data: expect.objectContaining({ person: { id: agent.id, name: agent.name } }),
    },
    {
      kind: "roles_changed",
      data: { person: { id: agent.id, name: agent.name }, before: ["agent"], after: ["head"] },
    },
  ]);
});

it("keeps the name that something was done under, also when its owner takes a colleague's afterwards", async () => {
  const colleague = await makePerson(test.database.db, admin.organisation, { name: "Борис Чижов" });
  const { id } = await registerAt(test.database.db, admin, "2026-03-02T09:00:00Z");
  const change = (json: object) =>
    ask(test.app, `PATCH /api/people/${colleague.id}`, { json, headers: desk });
  await change({ roles: ["head"] });
  await change({ name: "Борис Чиж" });
  await rename(colleague.name);
  await change({ disabled: true });
  await rename("Ольга Синицына");
  expect((await entries()).map(({ kind, actor }) => [kind, actor?.name])).toEqual([
    ["person_renamed", colleague.name],
    ["person_shut_out", colleague.name],
    ["person_renamed", "Ольга Снегирёва"],
    ["person_renamed", "Ольга Снегирёва"],
    ["roles_changed", "Ольга Снегирёва"],
  ]);
  const complaint = await ask(test.app, `GET /api/complaints/${id}`, { headers: desk });
  const { events } = complaintSchema.parse(await complaint.json());
  expect(events[0]).toMatchObject({ kind: "registered", actor: { id: admin.id, name: "Ольга Снегирёва" } });
});

it.each([
  ["a blank one", "\u00a0", "no-letter"],
  ["one that is not seen", "\u200b", "unseen-character"],
  ["one that turns the line round", "a\u202eb", "unseen-character"],
])("IN-04 nobody takes %s for a name", async (_what, name, reason) => {
  const problem = await expectProblem(await rename(name), 422, "invalid-request");
  expect(problem.errors?.map((error) => error.reason)).toContain(reason);
  const email = "zhanna@romashka.test";
  const json = { name, email, roles: ["agent"] };
  await expectProblem(
    await ask(test.app, "POST /api/people", { json, headers: desk }),
    422,
    "invalid-request",
  );
  expect(await entries()).toEqual([]);
});

it("names the device by which something was done", async () => {
  const device = await makeDevice(test.database.db, admin);
  await ask(test.app, "DELETE /api/devices/current", { headers: device.headers });
  expect(await entries()).toEqual([expect.objectContaining({ kind: "device_revoked", device: "Chromium" })]);
});

it("leaves out who signed in when, and what stands in the histories of complaints, but who got a say on one", async () => {
  const agent = await makePerson(test.database.db, admin.organisation);
  const { id, incomingNumber } = await registerAt(test.database.db, agent, "2026-03-02T09:00:00Z");
  const json = { personId: agent.id };
  const named = await ask(test.app, `POST /api/complaints/${id}/subjects`, { json, headers: desk });
  expect(named.status).toBe(200);
  expect(await entries()).toEqual([
    expect.objectContaining({
      kind: "subject_named",
      data: expect.objectContaining({ complaint: { id, incomingNumber } }),
    }),
  ]);
});

it("goes on page by page, the newest first", async () => {
  for (let n = 1; n <= 5; n++) await rename(`Имя ${n}`);
  const first = logSchema.parse(await (await read("?limit=2")).json());
  expect(first.more).toBe(true);
  const second = logSchema.parse(await (await read(`?limit=3&before=${first.entries.at(-1)?.id}`)).json());
  expect(second.more).toBe(false);
  const names = [...first.entries, ...second.entries].map((entry) => {
    const event = toPeopleEvent(entry);
    return event?.kind === "person_renamed" ? event.data.person.name : null;
  });
  expect(names).toEqual(["Имя 5", "Имя 4", "Имя 3", "Имя 2", "Имя 1"]);
});

it("AUTH-03 is the organisation's own", async () => {
  await rename("Своё имя");
  const stranger = await makePerson(test.database.db, await makeOrganisation(test.database.db), {
    roles: ["admin"],
  });
  const theirs = await read("", { ...(await signIn(test.database.db, stranger)) });
  expect(logSchema.parse(await theirs.json())).toEqual({ entries: [], more: false });
});

it.each([
  "?limit=-1",
  "?limit=0",
  "?limit=1e9",
  "?limit=abc",
  "?before=-1",
  "?before=x",
  "?sort=password_hash",
])("IN-19 refuses %s", async (query) => {
  await expectProblem(await read(query), 422, "invalid-request");
});

it("is read from its own index, however much the registers' histories hold", async () => {
  const orgId = admin.organisation.id;
  await test.database.owner`
    INSERT INTO events (org_id, complaint_id, kind, data)
    SELECT ${orgId}, gen_random_uuid(), 'step_recorded', '{}' FROM generate_series(1, 20000)`;
  await test.database.owner`ANALYZE events`;
  await rename("После многого");
  const plan = await test.database.owner`
    EXPLAIN SELECT id FROM events
    WHERE org_id = ${orgId} AND (complaint_id IS NULL AND kind NOT IN ('session_started', 'session_ended',
      'device_key_recorded', 'regulation_draft_saved', 'regulation_draft_discarded')
      OR kind IN ('subject_named', 'subject_removed', 'task_link_issued', 'task_link_used', 'task_link_revoked'))
    ORDER BY id DESC LIMIT 51`;
  expect(plan.map((row) => String(row["QUERY PLAN"])).join("\n")).toContain("events_of_log");
  expect(await entries()).toHaveLength(1);
});

it("finds the names of then by an index, however often names have changed since", async () => {
  const orgId = admin.organisation.id;
  await rename("Ольга Синицына");
  await test.database.owner`
    INSERT INTO events (org_id, kind, data)
    SELECT ${orgId}, 'person_renamed',
      jsonb_build_object('before', 'Прежнее', 'person', jsonb_build_object('id', gen_random_uuid(), 'name', 'Новое'))
    FROM generate_series(1, 20000)`;
  await test.database.owner`ANALYZE events`;
  const plan = await test.deps.tenants.read(orgId, (tx) =>
    tx.execute(sql`
      EXPLAIN SELECT ${nameThen()} FROM ${events} JOIN ${people} ON ${people.orgId} = ${events.orgId}
        AND ${people.id} = ${events.actorId} WHERE ${events.orgId} = ${orgId} ORDER BY ${events.id} LIMIT 51`),
  );
  expect(JSON.stringify(plan)).toMatch(/events_of_renamed.+Index Cond.+renamed_person = people\.id/);
});
