import { type BadgeSnapshot, badgeSnapshotSchema } from "@otklik/shared/badge/badge-snapshot";
import { beforeEach, expect, it } from "vitest";
import { ask, expectProblem } from "../../../tests/support/ask";
import { useDeps } from "../../../tests/support/deps";
import {
  callerOf,
  makeDevice,
  makeOrganisation,
  makePerson,
  type TestDevice,
  type TestPerson,
} from "../../../tests/support/organisation";
import { sampleComplaint } from "../../../tests/support/sample-complaint";
import { registerComplaint } from "../complaints/register-complaint";

const test = useDeps();
let person: TestPerson;
let device: TestDevice;

beforeEach(async () => {
  person = await makePerson(test.database.db, await makeOrganisation(test.database.db));
  device = await makeDevice(test.database.db, person);
  test.setClock(null);
});

const get = (query = "", headers: Record<string, string> = {}) =>
  ask(test.app, `GET /api/badge${query}`, { headers: { ...device.headers, ...headers } });

async function snapshot(query = ""): Promise<BadgeSnapshot> {
  const answer = await get(query);
  expect(answer.status).toBe(200);
  return badgeSnapshotSchema.parse(await answer.json());
}

/** A complaint whose next due date is put at this instant, whatever the rules say. */
async function dueAt(instant: string, by = person): Promise<void> {
  const complaint = sampleComplaint();
  await registerComplaint(test.deps, callerOf(by), complaint);
  await test.database.owner`UPDATE complaints SET next_due_at = ${instant} WHERE id = ${complaint.id}`;
}

// 12:00 in Moscow; its Monday ends at 21:00Z.
const NOON = new Date("2026-11-23T09:00:00.000Z");
const NOTHING = { overdue: 0, dueToday: 0, dueInWindow: 0, open: 0, nextDueAt: [] };

it("counts nothing for a new organisation", async () => {
  test.setClock(NOON);
  const badge = await snapshot();
  expect(badge).toMatchObject({
    asOf: NOON.toISOString(),
    window: "today",
    zone: "Europe/Moscow",
    mine: NOTHING,
    organisation: NOTHING,
  });
  expect(badge.dayEndsAt.slice(0, 2)).toEqual(["2026-11-23T21:00:00.000Z", "2026-11-24T21:00:00.000Z"]);
});

it.each([
  ["due at this instant is overdue", "2026-11-23T09:00:00.000Z", [1, 0, 0, 0]],
  ["a millisecond later is due today", "2026-11-23T09:00:00.001Z", [0, 1, 1, 1]],
  ["24:00 local is still today", "2026-11-23T21:00:00.000Z", [0, 1, 1, 1]],
  ["a millisecond past 24:00 is in the next 24 hours", "2026-11-23T21:00:00.001Z", [0, 0, 1, 1]],
  ["the last instant of 24 hours", "2026-11-24T09:00:00.000Z", [0, 0, 1, 1]],
  ["past 24 hours, in three days", "2026-11-24T09:00:00.001Z", [0, 0, 0, 1]],
  ["24:00 of the third day", "2026-11-25T21:00:00.000Z", [0, 0, 0, 1]],
  ["past the third day", "2026-11-25T21:00:00.001Z", [0, 0, 0, 0]],
])("%s: %s", async (_rule, instant, [overdue, dueToday, in24Hours, in3Days]) => {
  await dueAt(instant);
  test.setClock(NOON);
  const [today, day, three] = [
    await snapshot(),
    await snapshot("?window=next_24_hours"),
    await snapshot("?window=next_3_days"),
  ];
  expect(today.mine).toMatchObject({ overdue, dueToday, dueInWindow: dueToday, open: 1 });
  expect([day.mine.dueInWindow, three.mine.dueInWindow]).toEqual([in24Hours, in3Days]);
  expect(today.mine.nextDueAt).toEqual(overdue === 1 ? [] : [instant]);
  expect(today.organisation).toEqual(today.mine);
});

it("counts mine and the organisation's apart, and no other organisation's or closed ones", async () => {
  const colleague = await makePerson(test.database.db, person.organisation);
  const stranger = await makePerson(test.database.db, await makeOrganisation(test.database.db));
  await dueAt("2026-11-23T12:00:00.000Z");
  await dueAt("2026-11-23T10:00:00.000Z", colleague);
  await dueAt("2026-11-23T11:00:00.000Z", stranger);
  const closed = sampleComplaint();
  await registerComplaint(test.deps, callerOf(person), closed);
  await test.database
    .owner`UPDATE complaints SET closed_at = now(), next_due_at = NULL WHERE id = ${closed.id}`;
  test.setClock(NOON);
  const badge = await snapshot();
  expect(badge.mine).toMatchObject({ open: 1, nextDueAt: ["2026-11-23T12:00:00.000Z"] });
  expect(badge.organisation).toMatchObject({
    open: 2,
    dueToday: 2,
    nextDueAt: ["2026-11-23T10:00:00.000Z", "2026-11-23T12:00:00.000Z"],
  });
});

it("answers 304 until a count or the day changes", async () => {
  await dueAt("2026-11-23T12:00:00.000Z");
  test.setClock(NOON);
  const first = await get();
  const etag = first.headers.get("etag") ?? "";
  expect(etag).toMatch(/^"[\w-]{22}"$/);
  expect(first.headers.get("cache-control")).toBe("private, no-cache");

  test.setClock(new Date(NOON.getTime() + 60_000));
  const same = await get("", { "if-none-match": etag });
  expect(same.status).toBe(304);
  expect(same.headers.get("etag")).toBe(etag);
  expect(await same.text()).toBe("");

  expect((await get("?window=next_7_days", { "if-none-match": etag })).status).toBe(200);
  test.setClock(new Date("2026-11-23T12:00:00.000Z"));
  expect((await get("", { "if-none-match": etag })).status).toBe(200);
});

it("reads the index of open complaints alone", async () => {
  await dueAt("2026-11-23T12:00:00.000Z");
  const plan = async () => {
    // As the database itself does by and by; before, it does not know which rows need no look at the table. It knows
    // only once their commits are on the disk.
    await test.database.owner`VACUUM ANALYZE complaints`;
    const lines = await test.database.owner.begin(async (sql) => {
      await sql`SET LOCAL enable_seqscan = off`;
      return sql`EXPLAIN SELECT next_due_at, responsible_id FROM complaints
        WHERE org_id = ${person.organisation.id} AND closed_at IS NULL`;
    });
    return lines.map((row) => Object.values(row)[0]).join("\n");
  };
  await expect.poll(plan).toMatch(/Index Only Scan using complaints_open_of_person/);
});

it("refuses a window that does not exist", async () => {
  await expectProblem(await get("?window=tomorrow"), 422, "invalid-request");
});
