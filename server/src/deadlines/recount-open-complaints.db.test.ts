import { randomUUID } from "node:crypto";
import { russia } from "@otklik/shared/deadline/calendar/russia";
import type { CalendarYear, WorkCalendar } from "@otklik/shared/deadline/calendar/work-calendar";
import { ruDefault } from "@otklik/shared/deadline/regulation/ru-default";
import { addDays } from "@otklik/shared/deadline/time/local-day";
import { localDateOf } from "@otklik/shared/deadline/time/zone";
import { type CountProgress, countProgressSchema } from "@otklik/shared/settings/due-changes";
import { beforeEach, describe, expect, it } from "vitest";
import { ask } from "../../../tests/support/ask";
import { useDeps } from "../../../tests/support/deps";
import {
  callerOf,
  makeOrganisation,
  makePerson,
  signIn,
  type TestPerson,
} from "../../../tests/support/organisation";
import { putCalendarInForce, putRegulationInForce } from "../../../tests/support/publish-rules";
import { sampleComplaint } from "../../../tests/support/sample-complaint";
import { recordStep } from "../complaints/record-step";
import { registerComplaint } from "../complaints/register-complaint";
import type { Caller } from "../deps";
import { countOpenByCalendar } from "./count-open-by-calendar";
import { countOpenComplaints } from "./count-open-complaints";
import { recountOpenComplaints } from "./recount-open-complaints";

const test = useDeps();
let person: TestPerson;
let caller: Caller;

beforeEach(async () => {
  person = await makePerson(test.database.db, await makeOrganisation(test.database.db), { roles: ["head"] });
  caller = callerOf(person);
});

const today = () => localDateOf(new Date().toISOString(), "Europe/Moscow");

const NO_DATA: CalendarYear = {
  ...{ act: null, status: "provisional" },
  ...{ holidays: [], off: [], work: [], short: [], regional: {} },
};

/** Longer than any rest of the year, so that the next working day is another whenever the tests run. */
const LONG = 20;

/** The built-in calendar with the next days off, whatever they were. */
function withDaysOff(version: string, days: number): WorkCalendar {
  const regional = Object.fromEntries(
    Array.from({ length: days }, (_, ahead) => [addDays(today(), 1 + ahead), "an order"]),
  );
  const years = { ...russia.years };
  for (const [day, act] of Object.entries(regional)) {
    const year = day.slice(0, 4);
    const known = years[year] ?? NO_DATA;
    const work = known.work.filter((worked) => worked !== day.slice(5));
    years[year] = { ...known, work, regional: { ...known.regional, [day.slice(5)]: act } };
  }
  return { ...russia, version, years };
}

async function publish(calendar: WorkCalendar): Promise<Caller> {
  return { ...caller, rulesRevision: await putCalendarInForce(test.database.db, person, calendar) };
}

const register = (kind: "claim" | "general" = "claim", by = caller) =>
  registerComplaint(test.deps, by, sampleComplaint({ kind }));

async function last(run: AsyncIterable<CountProgress>): Promise<CountProgress> {
  let reached: CountProgress | undefined;
  for await (const progress of run) reached = progress;
  if (reached === undefined) throw new Error("No line");
  return reached;
}

const rowsOf = (id: string) => test.database.owner`
  SELECT clock, revision, due_on::text, calendar_version, cause, met_at IS NOT NULL AS met,
         superseded_at IS NOT NULL AS superseded
  FROM due_dates WHERE complaint_id = ${id} ORDER BY clock, revision`;

const snapshot = () => test.database.owner`
  SELECT complaint_id, clock, revision, due_at, superseded_at FROM due_dates
  WHERE org_id = ${caller.orgId} ORDER BY complaint_id, clock, revision`;

describe("a recount by a corrected calendar", () => {
  it("moves what hangs on the days that changed, and keeps the old dates beside the new ones", async () => {
    const receipt = await register();
    const before = receipt.dueDates.find(({ clock }) => clock === "triage");
    const after = await publish(withDaysOff("own-1", LONG));
    const done = await last(recountOpenComplaints(test.deps, after));
    expect(done).toMatchObject({ counted: 1, of: 1, done: true, earlier: 0 });
    const moved = done.changes.find(({ clock }) => clock === "triage");
    expect(moved).toMatchObject({
      complaintId: receipt.id,
      incomingNumber: receipt.incomingNumber,
      before: { dueOn: before?.dueOn, dueAt: before?.dueAt },
    });
    const rows = (await rowsOf(receipt.id)).filter(({ clock }) => clock === "triage");
    expect(rows).toEqual([
      {
        clock: "triage",
        revision: 1,
        due_on: before?.dueOn,
        calendar_version: "ru-2026-11",
        cause: "registered",
        met: false,
        superseded: true,
      },
      {
        clock: "triage",
        revision: 2,
        due_on: moved?.after?.dueOn,
        calendar_version: "own-1",
        cause: "recounted",
        met: false,
        superseded: false,
      },
    ]);
    expect((moved?.after?.dueOn ?? "") > addDays(today(), LONG)).toBe(true);
  });

  it("leaves alone what does not change: rows, hours and their calendar's version", async () => {
    const receipt = await register("general");
    await last(recountOpenComplaints(test.deps, await publish({ ...russia, version: "own-1" })));
    expect(
      (await rowsOf(receipt.id)).map(({ revision, calendar_version }) => [revision, calendar_version]),
    ).toEqual(receipt.dueDates.map(() => [1, "ru-2026-11"]));
  });

  it("tells the log of each complaint what moved, and of the whole who had it done", async () => {
    const receipt = await register();
    const after = await publish(withDaysOff("own-1", LONG));
    const done = await last(recountOpenComplaints(test.deps, after));
    const events = await test.database.owner`
      SELECT complaint_id, actor_id, kind, data FROM events
      WHERE org_id = ${caller.orgId} AND kind LIKE '%recounted' ORDER BY id`;
    const moves = done.changes.map(({ clock, before, after }) => ({ clock, before, after }));
    const { counted, changed, earlier, later } = done;
    expect(events).toEqual([
      {
        complaint_id: receipt.id,
        actor_id: person.id,
        kind: "due_dates_recounted",
        data: { calendarVersion: "own-1", moves },
      },
      {
        complaint_id: null,
        actor_id: person.id,
        kind: "open_complaints_recounted",
        data: { calendarVersion: "own-1", counted, changed, earlier, later },
      },
    ]);
    const [organisation] = await test.database.owner`
      SELECT recounted_by FROM organisations WHERE id = ${caller.orgId}`;
    expect(organisation).toEqual({ recounted_by: "own-1" });
  });

  it("done again changes nothing", async () => {
    for (let n = 0; n < 3; n++) await register();
    const after = await publish(withDaysOff("own-1", LONG));
    const first = await last(recountOpenComplaints(test.deps, after));
    const dates = await snapshot();
    const second = await last(recountOpenComplaints(test.deps, after));
    expect([first.changed > 0, second.changed, second.changes]).toEqual([true, 0, []]);
    expect(await snapshot()).toEqual(dates);
  });

  it("says anew what is owed next", async () => {
    const receipt = await register();
    await recordStep(test.deps, caller, { id: receipt.id, clock: "first_response" });
    await last(recountOpenComplaints(test.deps, await publish(withDaysOff("own-1", LONG))));
    const [row] = await test.database.owner`
      SELECT c.next_due_at = d.due_at AS same FROM complaints c
      JOIN due_dates d ON d.complaint_id = c.id AND d.clock = 'triage' AND d.superseded_at IS NULL
      WHERE c.id = ${receipt.id}`;
    expect(row).toEqual({ same: true });
  });

  it("leaves met, extended and closed ones alone, and other organisations'", async () => {
    const [met, extended, closed] = await Promise.all([register(), register(), register()]);
    const other = callerOf(await makePerson(test.database.db, await makeOrganisation(test.database.db)));
    const theirs = await register("claim", other);
    await recordStep(test.deps, caller, { id: met.id, clock: "triage" });
    await recordStep(test.deps, caller, { id: closed.id, clock: "answer" });
    await test.database.owner`UPDATE due_dates SET cause = 'extended' WHERE complaint_id = ${extended.id}`;
    const done = await last(recountOpenComplaints(test.deps, await publish(withDaysOff("own-1", LONG))));
    expect(done.counted).toBe(2);
    expect(
      done.changes.filter(({ clock, complaintId }) => clock === "triage" || complaintId !== met.id),
    ).toEqual([]);
    for (const { id } of [extended, closed, theirs]) {
      expect((await rowsOf(id)).filter(({ cause }) => cause === "recounted")).toEqual([]);
    }
  });

  it("counts by the rule that made the date, also when a newer regulation has another", async () => {
    const receipt = await register();
    const timeLimits = ruDefault.timeLimits.map((limit) =>
      limit.id === "triage" ? { ...limit, n: 9 } : limit,
    );
    await putRegulationInForce(test.database.db, person, { name: "own", version: 1, timeLimits }, today());
    await last(recountOpenComplaints(test.deps, await publish(withDaysOff("own-1", LONG))));
    const rules = await test.database.owner`
      SELECT DISTINCT regulation, regulation_version FROM due_dates WHERE complaint_id = ${receipt.id}`;
    expect(rules).toEqual([{ regulation: "ru-default", regulation_version: 2 }]);
  });
});

describe("clocks that pause", () => {
  /** A claim whose triage is a service clock of two working days that may pause. */
  const registerPausable = async () => {
    const timeLimits = ruDefault.timeLimits.map((limit) =>
      limit.id === "triage" ? { ...limit, family: "service" as const, pausable: true, n: 2 } : limit,
    );
    const regulation = { name: "own", version: 1, timeLimits };
    caller = {
      ...caller,
      rulesRevision: await putRegulationInForce(test.database.db, person, regulation, today()),
    };
    return register();
  };
  const pause = (id: string, from: Date, to: Date | null) => test.database.owner`
    INSERT INTO pauses (org_id, complaint_id, position, started_at, ended_at, reason)
    VALUES (${caller.orgId}, ${id}, 1, ${from}, ${to}, '')`;
  const hours = (n: number) => new Date(Date.now() + n * 60 * 60 * 1000);

  it("keep their pauses when they are counted anew", async () => {
    const receipt = await registerPausable();
    await pause(receipt.id, hours(0), hours(24 * (LONG + 5)));
    const done = await last(recountOpenComplaints(test.deps, await publish(withDaysOff("own-1", LONG))));
    const moved = done.changes.find(({ clock }) => clock === "triage");
    expect((moved?.after?.dueOn ?? "") > addDays(today(), LONG + 5)).toBe(true);
  });

  it("get no date while the complainant is waited for", async () => {
    const receipt = await registerPausable();
    await pause(receipt.id, hours(-1), null);
    await last(recountOpenComplaints(test.deps, await publish(withDaysOff("own-1", LONG))));
    expect(
      (await rowsOf(receipt.id)).filter(({ clock, cause }) => clock === "triage" && cause === "recounted"),
    ).toEqual([]);
  });
});

describe("at the same time", () => {
  it("a step that is recorded meanwhile is kept, and its clock is not dated anew", async () => {
    const receipts = await Promise.all(Array.from({ length: 20 }, () => register()));
    const after = await publish(withDaysOff("own-1", LONG));
    await Promise.all([
      last(recountOpenComplaints(test.deps, after)),
      ...receipts.map(({ id }) => recordStep(test.deps, caller, { id, clock: "triage" })),
    ]);
    const [unmet] = await test.database.owner`
      SELECT count(*)::int AS n FROM due_dates
      WHERE org_id = ${caller.orgId} AND clock = 'triage' AND superseded_at IS NULL AND met_at IS NULL`;
    expect(unmet).toEqual({ n: 0 });
  });

  it("two recounts and steps do not stop each other, and make one new revision", async () => {
    const receipts = await Promise.all(Array.from({ length: 60 }, () => register()));
    const after = await publish(withDaysOff("own-1", LONG));
    const ends = await Promise.all([
      last(recountOpenComplaints(test.deps, after)),
      last(recountOpenComplaints(test.deps, after)),
      ...receipts
        .slice(0, 20)
        .map(({ id }) => recordStep(test.deps, caller, { id, clock: "first_response" })),
    ]);
    expect(ends).toHaveLength(22);
    const revisions = await test.database.owner`
      SELECT max(revision) AS newest, count(*) FILTER (WHERE superseded_at IS NULL)::int AS in_force
      FROM due_dates WHERE org_id = ${caller.orgId} AND clock = 'triage' GROUP BY complaint_id`;
    expect(new Set(revisions.map((row) => JSON.stringify(row)))).toEqual(
      new Set([JSON.stringify({ newest: 2, in_force: 1 })]),
    );
  });

  it("a calendar that is published makes it begin anew by that one", async () => {
    await register();
    const early = await publish(withDaysOff("own-1", LONG));
    await test.deps.ruleBooks.of(early.orgId, early.rulesRevision);
    await putCalendarInForce(test.database.db, person, withDaysOff("own-2", LONG + 5));
    await last(recountOpenComplaints(test.deps, early));
    const versions = await test.database.owner`
      SELECT DISTINCT calendar_version FROM due_dates WHERE org_id = ${caller.orgId} AND cause = 'recounted'`;
    expect(versions).toEqual([{ calendar_version: "own-2" }]);
  });
});

describe("how far it has come", () => {
  it("is told after each batch, with every complaint looked at once", async () => {
    const ids = await Promise.all(Array.from({ length: 7 }, async () => (await register("general")).id));
    const seen: string[] = [];
    const lines: CountProgress[] = [];
    const look = async (batch: readonly { id: string }[]) => {
      seen.push(...batch.map(({ id }) => id));
      return [];
    };
    for await (const line of countOpenComplaints(test.deps, caller.orgId, look, 3)) lines.push(line);
    expect(lines.map(({ counted, of, done }) => [counted, of, done])).toEqual([
      [3, 7, false],
      [6, 7, false],
      [7, 7, true],
    ]);
    expect(seen.sort()).toEqual(ids.sort());
  });

  it("is all of none for an organisation without complaints", async () => {
    expect(await last(recountOpenComplaints(test.deps, caller))).toEqual({
      ...{ counted: 0, of: 0, changed: 0, earlier: 0, later: 0 },
      done: true,
      changes: [],
    });
  });

  it("names a hundred changes and counts the others", async () => {
    await Promise.all(Array.from({ length: 120 }, () => register()));
    const calendar = withDaysOff("a draft", LONG);
    const done = await last(countOpenByCalendar(test.deps, caller, calendar));
    expect(done.changed).toBeGreaterThanOrEqual(120);
    expect(done.changes).toHaveLength(100);
    const [kept] = await test.database.owner`
      SELECT count(*)::int AS n FROM due_dates WHERE org_id = ${caller.orgId} AND revision > 1`;
    expect(kept).toEqual({ n: 0 });
  });

  it("is streamed as lines, the last of which says that it is done", async () => {
    await register();
    await publish(withDaysOff("own-1", LONG));
    const headers = await signIn(test.database.db, person);
    const answer = await ask(test.app, "POST /api/recounts", { headers: { ...headers } });
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "application/x-ndjson"]);
    const lines = (await answer.text())
      .trimEnd()
      .split("\n")
      .map((line) => countProgressSchema.parse(JSON.parse(line)));
    expect(lines.at(-1)).toMatchObject({ counted: 1, done: true });
  });
});

it("stops after its batch when nobody reads on, keeps what was done and says in the log how far it came", async () => {
  const logged: unknown[] = [];
  const log = Object.assign(Object.create(test.deps.log), { warn: (entry: unknown) => logged.push(entry) });
  // More than a batch, put in behind the server's back.
  const receipt = await register();
  await test.database.owner`
    INSERT INTO complaints (org_id, id, year, ordinal, kind, channel, anonymous, clip, content_hash, received_at,
      registered_at, registered_by)
    SELECT org_id, gen_random_uuid(), year, ordinal + n, kind, channel, anonymous, clip, content_hash, received_at,
      registered_at, registered_by
    FROM complaints, generate_series(1, 1500) n WHERE id = ${receipt.id}`;
  const after = await publish(withDaysOff("own-1", LONG));
  for await (const line of recountOpenComplaints({ ...test.deps, log }, after)) {
    expect(line).toMatchObject({ counted: 1000, of: 1501, done: false });
    break;
  }
  expect(logged).toEqual([expect.objectContaining({ orgId: caller.orgId, counted: 1000, of: 1501 })]);
  expect((await rowsOf(receipt.id)).some(({ cause }) => cause === "recounted")).toBe(true);
  const [organisation] = await test.database.owner`
    SELECT recounted_by FROM organisations WHERE id = ${caller.orgId}`;
  expect(organisation).toEqual({ recounted_by: null });
});

it("does not begin for an organisation that is not there", async () => {
  const run = recountOpenComplaints(test.deps, { ...caller, orgId: randomUUID() });
  await expect(last(run)).rejects.toThrow("No organisation");
});
