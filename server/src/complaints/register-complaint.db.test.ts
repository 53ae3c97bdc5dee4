import { randomUUID } from "node:crypto";
import type { RegisterComplaint } from "@otklik/shared/complaint/complaint";
import { localDateOf } from "@otklik/shared/deadline/time/zone";
import { beforeEach, describe, expect, it } from "vitest";
import { useDeps } from "../../../tests/support/deps";
import { callerOf, makeOrganisation, makePerson } from "../../../tests/support/organisation";
import { sampleComplaint } from "../../../tests/support/sample-complaint";
import { createTenants } from "../db/tenants";
import type { Caller } from "../deps";
import { registerComplaint } from "./register-complaint";
import { createRegistrar } from "./registrar";

const test = useDeps();
let caller: Caller;

beforeEach(async () => {
  test.setClock(null);
  caller = callerOf(await makePerson(test.database.db, await makeOrganisation(test.database.db)));
});

const register = (complaint: RegisterComplaint, by = caller) => registerComplaint(test.deps, by, complaint);

const numbersOf = async (by = caller) => {
  const rows = await test.database.owner<{ year: number; ordinal: number }[]>`
    SELECT year, ordinal FROM complaints WHERE org_id = ${by.orgId} ORDER BY year, ordinal`;
  return rows.map(({ year, ordinal }) => [year, ordinal]);
};

const eventsOf = async (by = caller) =>
  (await test.database.owner`SELECT complaint_id FROM events WHERE org_id = ${by.orgId}`).map(
    ({ complaint_id }) => complaint_id,
  );

describe("the same clip", () => {
  it("RACE-01 sent 50 times at once by several servers is one complaint with one number", async () => {
    const complaint = sampleComplaint({ kind: "claim" });
    const servers = Array.from({ length: 5 }, () => createRegistrar(createTenants(test.database.app)));
    const receipts = await Promise.all(
      Array.from({ length: 50 }, (_, sent) =>
        registerComplaint(
          { ...test.deps, registrar: servers[sent % 5] ?? test.deps.registrar },
          caller,
          complaint,
        ),
      ),
    );
    expect(receipts.filter(({ created }) => created)).toHaveLength(1);
    expect(new Set(receipts.map((receipt) => JSON.stringify({ ...receipt, created: null }))).size).toBe(1);
    expect(await numbersOf()).toHaveLength(1);
    expect(await eventsOf()).toEqual([complaint.id]);
  });

  it("RACE-02 with another content is refused: the first wins", async () => {
    const complaint = sampleComplaint();
    const other = { ...complaint, remedySought: "Вернуть деньги" };
    const outcomes = await Promise.allSettled([register(complaint), register(other), register(complaint)]);
    expect(outcomes).toMatchObject([
      { status: "fulfilled", value: { created: true } },
      { status: "rejected", reason: { code: "clip-id-reused" } },
      { status: "fulfilled", value: { created: false } },
    ]);
    expect(await numbersOf()).toHaveLength(1);
  });

  it("RACE-03 of another organisation is another complaint", async () => {
    const other = callerOf(await makePerson(test.database.db, await makeOrganisation(test.database.db)));
    const complaint = sampleComplaint();
    const receipts = await Promise.all([register(complaint), register(complaint, other)]);
    expect(receipts.map(({ created }) => created)).toEqual([true, true]);
    expect([await numbersOf(), await numbersOf(other)]).toEqual([
      [[expect.any(Number), 1]],
      [[expect.any(Number), 1]],
    ]);
  });

  it("RACE-04 sent again a month later is answered as at first", async () => {
    const complaint = sampleComplaint({ kind: "claim" });
    const first = await register(complaint);
    test.setClock(new Date(Date.now() + 31 * 24 * 60 * 60 * 1000));
    expect(await register(complaint)).toEqual({ ...first, created: false });
  });
});

describe("numbers", () => {
  it("are gapless while clips are refused, repeated and taken at once", async () => {
    const repeated = sampleComplaint();
    const unknownTopic = () => sampleComplaint({ topicId: randomUUID() });
    await Promise.allSettled(
      Array.from({ length: 120 }, (_, sent) =>
        register(sent % 3 === 0 ? repeated : sent % 3 === 1 ? unknownTopic() : sampleComplaint()),
      ),
    );
    const numbers = await numbersOf();
    expect(numbers.map(([, ordinal]) => ordinal)).toEqual(
      Array.from({ length: 41 }, (_, place) => place + 1),
    );
    expect(new Set(await eventsOf()).size).toBe(41);
  });

  it("follow the order in which one client sent", async () => {
    const receipts = await Promise.all(Array.from({ length: 30 }, () => register(sampleComplaint())));
    const ordinals = receipts.map(({ incomingNumber }) => Number(incomingNumber.slice(5)));
    expect(ordinals).toEqual(Array.from({ length: 30 }, (_, place) => place + 1));
  });

  it("go up with their instants", async () => {
    await Promise.all(Array.from({ length: 60 }, () => register(sampleComplaint())));
    const [row] = await test.database.owner<{ disordered: number }[]>`
      SELECT count(*)::int AS disordered FROM complaints one JOIN complaints next
        ON next.org_id = one.org_id AND next.year = one.year AND next.ordinal = one.ordinal + 1
      WHERE one.org_id = ${caller.orgId} AND next.registered_at < one.registered_at`;
    expect(row?.disordered).toBe(0);
  });
});

describe("TIME-01 the day is the database's, in the organisation's zone", () => {
  it.each([
    ["a server that is a year behind", -366],
    ["a server that is a year ahead", 366],
    ["a server that is a day behind", -1],
    ["a server that is a day ahead", 1],
  ])("%s", async (_what, days) => {
    test.setClock(new Date(Date.now() + days * 24 * 60 * 60 * 1000));
    const receipt = await register(sampleComplaint({ kind: "claim" }));
    const today = localDateOf(receipt.registeredAt, caller.zone);
    expect(Math.abs(Date.parse(receipt.registeredAt) - Date.now())).toBeLessThan(60_000);
    expect(await numbersOf()).toEqual([[Number(today.slice(0, 4)), 1]]);
    const answer = receipt.dueDates.find(({ clock }) => clock === "answer");
    expect(answer?.startAt).toBe(receipt.registeredAt);
    expect(Date.parse(answer?.dueAt ?? "") - Date.parse(receipt.registeredAt)).toBeGreaterThan(
      29 * 24 * 60 * 60 * 1000,
    );
    // Only the true year has a counter.
    const counters = await test.database.owner`
      SELECT year FROM number_counters WHERE org_id = ${caller.orgId}`;
    expect(counters.map(({ year }) => year)).toEqual([Number(today.slice(0, 4))]);
  });

  // Between these two it is always another day.
  it.each(["Pacific/Kiritimati", "Pacific/Pago_Pago"])(
    "a caller that believes another zone than %s",
    async (zone) => {
      const person = await makePerson(test.database.db, await makeOrganisation(test.database.db, { zone }));
      const wrong = zone === "Pacific/Kiritimati" ? "Pacific/Pago_Pago" : "Pacific/Kiritimati";
      const receipt = await register(sampleComplaint({ kind: "claim" }), {
        ...callerOf(person),
        zone: wrong,
      });
      const again = await register(sampleComplaint({ kind: "claim" }), callerOf(person));
      const dayOf = ({ dueDates }: typeof receipt) => dueDates.find(({ clock }) => clock === "answer")?.dueOn;
      expect(dayOf(receipt)).toBe(dayOf(again));
    },
  );
});

it("counts from no later instant than now, and from none more than a year old", async () => {
  const now = Date.now();
  const captured = (at: number) => sampleComplaint({ clip: { capturedAt: new Date(at).toISOString() } });
  test.setClock(new Date(now));
  const [future, ancient] = await Promise.all([
    register(captured(now + 48 * 60 * 60 * 1000)),
    register(captured(0)),
  ]);
  expect(future.receivedAt).toBe(new Date(now).toISOString());
  expect(ancient.receivedAt).toBe(new Date(now - 366 * 24 * 60 * 60 * 1000).toISOString());
});

it("owes nothing of an anonymous clip but its triage", async () => {
  const receipt = await register(sampleComplaint({ kind: "claim", anonymous: true }));
  expect(receipt.dueDates.map(({ clock }) => clock)).toEqual(["triage"]);
});

it("looks a clip up by its key alone, also before the tables have been analysed", async () => {
  await register(sampleComplaint());
  const lookUps = {
    complaints_org_id_id_pk: "complaints WHERE org_id = $1 AND id = $2 FOR KEY SHARE",
    people_org_id_id_pk: "people WHERE org_id = $1 AND id = $2 FOR KEY SHARE",
  };
  await test.database.owner.begin(async (sql) => {
    await sql`SET LOCAL enable_seqscan = off`;
    for (const [index, lookUp] of Object.entries(lookUps)) {
      const plan = await sql.unsafe(`EXPLAIN SELECT 1 FROM ${lookUp}`, [caller.orgId, randomUUID()]);
      expect(JSON.stringify(plan)).toContain(`using ${index} `);
    }
  });
});

// Last: the database's clock stays faked.
describe("TIME-01 at the turn of the year", () => {
  /** From here on the database takes this for its clock when it registers. */
  const setDatabaseClock = async (at: string) => {
    await test.database.owner.unsafe(`
      CREATE SCHEMA IF NOT EXISTS faked;
      GRANT USAGE ON SCHEMA faked TO PUBLIC;
      CREATE OR REPLACE FUNCTION faked.clock_timestamp() RETURNS timestamptz LANGUAGE sql AS
        $$ SELECT timestamptz '${at}' $$;
      ALTER FUNCTION register_complaints SET search_path = faked, pg_catalog, public`);
  };

  it.each([
    ["the last millisecond in Moscow", "2027-12-31T20:59:59.999Z", "2027-000001"],
    ["midnight in Moscow, still the old year in UTC", "2027-12-31T21:00:00.000Z", "2028-000001"],
  ])("%s", async (_what, at, number) => {
    await setDatabaseClock(at);
    expect((await register(sampleComplaint())).incomingNumber).toBe(number);
  });

  it("both years are gapless", async () => {
    const registerThree = () => Promise.all([1, 2, 3].map(() => register(sampleComplaint())));
    await setDatabaseClock("2027-12-31T20:59:59Z");
    await registerThree();
    await setDatabaseClock("2027-12-31T21:00:01Z");
    await registerThree();
    expect(await numbersOf()).toEqual(
      [2027, 2028].flatMap((year) => [1, 2, 3].map((ordinal) => [year, ordinal])),
    );
  });
});
