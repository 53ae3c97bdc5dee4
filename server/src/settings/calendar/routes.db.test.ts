import { russia } from "@otklik/shared/deadline/calendar/russia";
import type { WorkCalendar } from "@otklik/shared/deadline/calendar/work-calendar";
import { type CalendarSettings, calendarSettingsSchema } from "@otklik/shared/settings/calendar-settings";
import { beforeEach, describe, expect, it } from "vitest";
import { ask, expectProblem } from "../../../../tests/support/ask";
import { useDeps } from "../../../../tests/support/deps";
import {
  makeOrganisation,
  makePerson,
  signIn,
  type TestPerson,
} from "../../../../tests/support/organisation";
import { sampleComplaint } from "../../../../tests/support/sample-complaint";

const test = useDeps();
let head: TestPerson;
let desk: Record<string, string>;

beforeEach(async () => {
  head = await makePerson(test.deps.db, await makeOrganisation(test.deps.db), { roles: ["head"] });
  desk = await signIn(test.deps.db, head);
});

async function settings(headers = desk): Promise<CalendarSettings> {
  const answer = await ask(test.app, "GET /api/calendar", { headers });
  expect(answer.status).toBe(200);
  return calendarSettingsSchema.parse(await answer.json());
}

const publish = (calendar: WorkCalendar, basedOn: string, note: string | null = null) =>
  ask(test.app, "POST /api/calendar", { headers: desk, json: { calendar, basedOn, note } });

/** With the seventh of May off as well. */
function withBridge(calendar: WorkCalendar): WorkCalendar {
  const year = calendar.years[2027];
  if (year === undefined) throw new Error("no 2027");
  return { ...calendar, years: { ...calendar.years, 2027: { ...year, off: [...year.off, "05-07"] } } };
}

describe("reading the calendar", () => {
  it("gives the one that the register came with until another is published", async () => {
    expect(await settings()).toEqual({
      calendar: russia,
      zone: "Europe/Moscow",
      versions: [{ version: russia.version, publishedAt: null, publishedBy: null, note: null }],
      countedByOlder: 0,
    });
  });

  it("counts the open complaints with a date that another version made", async () => {
    const ids = [sampleComplaint({ kind: "claim" }), sampleComplaint({ kind: "claim" }), sampleComplaint()];
    for (const json of ids) {
      expect((await ask(test.app, "POST /api/complaints", { headers: desk, json })).status).toBe(201);
    }
    expect((await settings()).countedByOlder).toBe(0);
    await publish(withBridge(russia), russia.version);
    expect((await settings()).countedByOlder).toBe(3);
    const answered = await ask(test.app, `POST /api/complaints/${ids[0]?.id}/steps`, {
      headers: desk,
      json: { clock: "answer" },
    });
    expect(answered.status).toBe(200);
    expect((await settings()).countedByOlder).toBe(2);
  });
});

describe("publishing a calendar", () => {
  it("puts it in force under a version of its own, and says who published what", async () => {
    test.setClock(new Date("2026-11-21T10:00:00Z"));
    const answer = await publish(withBridge(russia), russia.version, "Мост на майские");
    test.setClock(null);
    expect(answer.status).toBe(201);
    const published = calendarSettingsSchema.parse(await answer.json());
    expect(published).toEqual({
      calendar: { ...withBridge(russia), version: "own-1" },
      zone: "Europe/Moscow",
      versions: [
        {
          version: "own-1",
          publishedAt: "2026-11-21T10:00:00.000Z",
          publishedBy: { id: head.id, name: head.name },
          note: "Мост на майские",
        },
        { version: russia.version, publishedAt: null, publishedBy: null, note: null },
      ],
      countedByOlder: 0,
    });
    expect(await settings()).toEqual(published);
  });

  it("writes one event that names each changed day, and lets the rules be read anew", async () => {
    await publish(withBridge(russia), russia.version, "Мост");
    const orgId = head.organisation.id;
    const events = await test.database.owner`
      SELECT kind, actor_id, data FROM events WHERE org_id = ${orgId} AND kind <> 'session_started'`;
    expect([...events]).toEqual([
      {
        kind: "calendar_published",
        actor_id: head.id,
        data: {
          version: "own-1",
          basedOn: russia.version,
          note: "Мост",
          changes: [
            { on: "2027-05-07", before: "working", after: "dayOff", shortBefore: false, shortAfter: false },
          ],
        },
      },
    ]);
    const [organisation] = await test.database.owner`
      SELECT rules_revision FROM organisations WHERE id = ${orgId}`;
    expect(organisation?.rules_revision).toBe(1);
  });

  it("dates the next complaint by it, and leaves the dates that were counted", async () => {
    const before = sampleComplaint({ kind: "claim" });
    await ask(test.app, "POST /api/complaints", { headers: desk, json: before });
    await publish(withBridge(russia), russia.version);
    const after = sampleComplaint({ kind: "claim" });
    await ask(test.app, "POST /api/complaints", { headers: desk, json: after });
    const versions = await test.database.owner`
      SELECT complaint_id, array_agg(DISTINCT calendar_version) AS versions FROM due_dates
      WHERE org_id = ${head.organisation.id} GROUP BY complaint_id`;
    expect(new Map(versions.map(({ complaint_id, versions }) => [complaint_id, versions]))).toEqual(
      new Map([
        [before.id, [russia.version]],
        [after.id, ["own-1"]],
      ]),
    );
  });

  it("is refused when somebody has published since, also at the same moment", async () => {
    const answers = await Promise.all([1, 2, 3].map(() => publish(withBridge(russia), russia.version)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    await expectProblem(await publish(russia, russia.version), 409, "calendar-changed");
    await expectProblem(await publish(russia, "own-2"), 409, "calendar-changed");
    expect((await publish(russia, "own-1")).status).toBe(201);
    expect((await settings()).versions.map(({ version }) => version)).toEqual([
      "own-2",
      "own-1",
      russia.version,
    ]);
  });

  it("is refused where terms would find no working day", async () => {
    const off = Array.from({ length: 366 }, (_, day) => new Date(Date.UTC(2028, 0, day + 1)));
    const days = off.map((day) => day.toISOString().slice(5, 10));
    const idle = { ...russia, publicHolidays: { act: "An act", days } };
    await expectProblem(await publish(idle, russia.version), 422, "calendar-cannot-count");
    expect((await settings()).versions).toHaveLength(1);
  });

  it("knows nothing of another organisation's calendars", async () => {
    await publish(withBridge(russia), russia.version);
    const other = await makePerson(test.deps.db, await makeOrganisation(test.deps.db), { roles: ["head"] });
    expect((await settings(await signIn(test.deps.db, other))).calendar).toEqual(russia);
  });
});
