import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { useDeps } from "../../../tests/support/deps";
import { callerOf, makeOrganisation, makePerson } from "../../../tests/support/organisation";
import { complaints, events } from "../db/schema";
import { findSeeders } from "./find-seeders";
import { seedComplaints } from "./seed-complaints";

const test = useDeps();

describe("seeding", () => {
  it("finds nobody to register for before there is an organisation", async () => {
    expect(await findSeeders(test.deps)).toEqual({ callers: [], topics: [] });
  });

  it("registers by the real path: gapless numbers, every state, each with its history", async () => {
    const organisation = await makeOrganisation(test.database.db);
    const agent = await makePerson(test.database.db, organisation, { roles: ["agent"] });
    await makePerson(test.database.db, organisation, { roles: ["auditor"] });
    const [invited, shutOut] = [
      await makePerson(test.database.db, organisation, { roles: ["admin"] }),
      await makePerson(test.database.db, organisation, { roles: ["admin"] }),
    ];
    await test.database.owner`UPDATE people SET password_hash = NULL WHERE id = ${invited.id}`;
    await test.database.owner`UPDATE people SET disabled_at = now() WHERE id = ${shutOut.id}`;
    const { callers, topics } = await findSeeders(test.deps);
    expect(callers).toEqual([callerOf(agent)]);
    expect(topics).toEqual(organisation.topics);

    const { registered, closed } = await seedComplaints(test.deps, callers, {
      count: 60,
      seed: "осень",
      topics,
    });

    expect(
      registered.map(({ incomingNumber }) => Number(incomingNumber.slice(5))).sort((a, b) => a - b),
    ).toEqual(Array.from({ length: 60 }, (_, i) => i + 1));
    const rows = await test.database.db
      .select()
      .from(complaints)
      .where(eq(complaints.orgId, organisation.id));
    const now = test.deps.now();
    expect(rows.filter(({ closedAt }) => closedAt !== null)).toHaveLength(closed);
    expect(closed).toBeGreaterThanOrEqual(12);
    const open = rows.filter(({ closedAt }) => closedAt === null);
    expect(
      open.filter(({ nextDueAt }) => nextDueAt !== null && nextDueAt <= now).length,
    ).toBeGreaterThanOrEqual(12);
    expect(
      open.filter(({ nextDueAt }) => nextDueAt !== null && nextDueAt > now).length,
    ).toBeGreaterThanOrEqual(12);
    const history = await test.database.db.select().from(events).where(eq(events.orgId, organisation.id));
    expect(new Set(history.map(({ complaintId }) => complaintId)).size).toBe(60);
    // An agent may neither triage nor extend nor open anything again.
    expect(new Set(history.map(({ kind }) => kind))).toEqual(new Set(["registered", "step_recorded"]));
  });

  it("shows what moves dates, each done by somebody who may do it", async () => {
    const organisation = await makeOrganisation(test.database.db);
    await makePerson(test.database.db, organisation, { roles: ["agent"] });
    const admin = await makePerson(test.database.db, organisation, { roles: ["admin"] });
    const callers = [callerOf(admin)];
    const { closed } = await seedComplaints(test.deps, callers, { count: 60, seed: "весна", topics: [] });
    const rows = await test.database.db
      .select()
      .from(complaints)
      .where(eq(complaints.orgId, organisation.id));
    expect(rows.filter(({ closedAt }) => closedAt !== null)).toHaveLength(closed);
    const history = await test.database.db.select().from(events).where(eq(events.orgId, organisation.id));
    for (const kind of ["triaged", "extension_decided", "reopened"]) {
      const done = history.filter((event) => event.kind === kind);
      expect(done.length, kind).toBeGreaterThanOrEqual(1);
      expect(done.every(({ actorId }) => actorId === admin.id)).toBe(true);
    }
    const overdue = rows.filter(({ closedAt, nextDueAt }) => {
      return closedAt === null && nextDueAt !== null && nextDueAt <= test.deps.now();
    });
    expect(overdue.length).toBeGreaterThanOrEqual(12);
  });
});
