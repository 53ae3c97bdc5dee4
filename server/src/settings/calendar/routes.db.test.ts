import { workCalendarSchema } from "@otklik/shared/deadline/calendar/calendar-schema";
import { russia } from "@otklik/shared/deadline/calendar/russia";
import { actOf, dayKind, type WorkCalendar } from "@otklik/shared/deadline/calendar/work-calendar";
import { ruDefault } from "@otklik/shared/deadline/regulation/ru-default";
import {
  type CalendarSettings,
  calendarSettingsSchema,
  countriesSchema,
  importedCalendarSchema,
} from "@otklik/shared/settings/calendar-settings";
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
  head = await makePerson(test.database.db, await makeOrganisation(test.database.db), { roles: ["head"] });
  desk = await signIn(test.database.db, head);
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
    const recount = await ask(test.app, "POST /api/recounts", { headers: desk });
    expect(await recount.text()).toContain('"done":true');
    expect((await settings()).countedByOlder).toBe(0);
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

  it("RACE-08 is refused when somebody has published since, also at the same moment", async () => {
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
    const idle = { ...russia, publicHolidays: { act: "An act", days: everyDay() } };
    await expectProblem(await publish(idle, russia.version), 422, "calendar-cannot-count");
    expect((await settings()).versions).toHaveLength(1);
  });

  it("knows nothing of another organisation's calendars", async () => {
    await publish(withBridge(russia), russia.version);
    const other = await makePerson(test.database.db, await makeOrganisation(test.database.db), {
      roles: ["head"],
    });
    expect((await settings(await signIn(test.database.db, other))).calendar).toEqual(russia);
  });
});

describe("previewing a calendar", () => {
  const preview = (calendar: WorkCalendar) =>
    ask(test.app, "POST /api/calendar/preview", { headers: desk, json: { calendar } });

  it("streams which dates of open complaints would move, and changes nothing", async () => {
    const complaint = sampleComplaint({ kind: "general" });
    await ask(test.app, "POST /api/complaints", { headers: desk, json: complaint });
    const [due] = await test.database.owner`
      SELECT due_on::text AS on FROM due_dates WHERE complaint_id = ${complaint.id} AND clock = 'answer'`;
    const dueOn = String(due?.on);
    const { act, days } = russia.publicHolidays;
    const answer = await preview({
      ...russia,
      publicHolidays: { act, days: [...days, dueOn.slice(5)] },
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("application/x-ndjson");
    const lines = (await answer.text()).trim().split("\n");
    expect(JSON.parse(lines.at(-1) ?? "")).toMatchObject({
      counted: 1,
      of: 1,
      changed: 1,
      later: 1,
      done: true,
      changes: [{ complaintId: complaint.id, clock: "answer", before: { dueOn } }],
    });
    expect((await settings()).versions).toHaveLength(1);
  });

  it("is refused before the first line where terms would find no working day", async () => {
    const idle = { ...russia, publicHolidays: { act: "An act", days: everyDay() } };
    await expectProblem(await preview(idle), 422, "calendar-cannot-count");
  });
});

describe("business hours", () => {
  const closed: WorkCalendar = {
    ...russia,
    hours: { ...russia.hours, week: Array(7).fill([]), workingWeekend: [] },
  };

  it("may be empty while no rule counts in them", async () => {
    expect((await publish(closed, russia.version)).status).toBe(201);
  });

  it("may not where one does, published or not in force yet", async () => {
    const [limit] = ruDefault.timeLimits.filter(({ unit }) => unit === "hour");
    const timeLimits = [{ ...limit, unit: "business_hour" }];
    const orgId = head.organisation.id;
    await test.database.owner`
      INSERT INTO regulations (org_id, name, version, content, effective_on, published_at, published_by)
      VALUES (${orgId}, 'own', 1, ${test.database.owner.json({ name: "own", version: 1, timeLimits } as never)},
              '2199-01-01', now(), ${head.id})`;
    await expectProblem(await publish(closed, russia.version), 422, "calendar-cannot-count");
    expect((await publish(withBridge(russia), russia.version)).status).toBe(201);
  });
});

describe("importing a file", () => {
  const load = (text: string, year: number | null = null, into: WorkCalendar = russia, headers = desk) =>
    ask(test.app, "POST /api/calendar/imports", { headers, json: { text, year, into } });
  const XML = '<calendar year="2027"><days><day d="05.07" t="1"/></days></calendar>';

  it("gives the draft with its days and says which are others now", async () => {
    const answer = await load(XML, null, { ...russia, years: {} });
    expect(answer.status).toBe(200);
    const imported = importedCalendarSchema.parse(await answer.json());
    expect(imported).toMatchObject({ format: "xmlcalendar", years: [2027] });
    expect(imported.calendar.years[2027]).toMatchObject({ status: "provisional", act: null, off: ["05-07"] });
    expect(imported.changes).toEqual([
      { on: "2027-05-07", before: "working", after: "dayOff", shortBefore: false, shortAfter: false },
    ]);
    expect((await settings()).versions).toHaveLength(1);
  });

  it("says in the reader's language where a file is wrong", async () => {
    const wrong = XML.replace("05.07", "02.30").replace("<days>", "<days>\n");
    const answer = await load(wrong, null, russia, { ...desk, "accept-language": "ru" });
    const problem = await expectProblem(answer, 422, "calendar-unreadable");
    expect(problem.errors).toEqual([
      { path: "line.2", reason: "no-such-day", message: expect.stringContaining("строка 2 файла") },
    ]);
  });

  it.each([
    ["a row of digits without a year", "0".repeat(365), "calendar-year-unknown"],
    ["a text of something else", "hello", "calendar-unreadable"],
    ["a year without a working day", idleYear(), "calendar-cannot-count"],
  ])("refuses %s", async (_what, text, code) => {
    await expectProblem(await load(text), 422, code);
  });

  it("refuses what is longer than a file of days", async () => {
    const problem = await expectProblem(await load("0".repeat(500_001)), 422, "invalid-request");
    expect(problem.errors?.[0]).toMatchObject({ path: "text", reason: "too_big" });
  });
});

describe("exporting the calendar", () => {
  const load = (query: string) => ask(test.app, `GET /api/calendar/file?${query}`, { headers: desk });

  it.each([
    ["format=otklik", "calendar-ru-2026-11.json", "application/json", '"version": "ru-2026-11"'],
    ["format=otklik&year=2026", "calendar-ru-2026-11-2026.json", "application/json", '"2026": {'],
    [
      "format=xmlcalendar&year=2026",
      "calendar-ru-2026-11-2026.xml",
      "application/xml; charset=utf-8",
      '<calendar year="2026"',
    ],
    ["format=icalendar", "calendar-ru-2026-11.ics", "text/calendar; charset=utf-8", "BEGIN:VCALENDAR"],
  ])("%s is a file to keep", async (query, name, mediaType, text) => {
    const answer = await load(query);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe(mediaType);
    expect(answer.headers.get("content-disposition")).toBe(`attachment; filename="${name}"`);
    expect(await answer.text()).toContain(text);
  });

  it.each([
    ["a year that it does not have", "format=icalendar&year=2031", 404, "not-found"],
    ["xmlcalendar without a year", "format=xmlcalendar", 422, "invalid-request"],
    ["another format", "format=csv", 422, "invalid-request"],
  ])("refuses %s", async (_what, query, status, code) => {
    await expectProblem(await load(query), status, code);
  });

  it("is read back without a change", async () => {
    for (const query of ["format=otklik", "format=xmlcalendar&year=2027", "format=icalendar"]) {
      const text = await (await load(query)).text();
      const json = { text, year: null, into: russia };
      const answer = await ask(test.app, "POST /api/calendar/imports", { headers: desk, json });
      expect(importedCalendarSchema.parse(await answer.json())).toMatchObject({
        calendar: russia,
        changes: [],
      });
    }
  });
});

describe("calendars of other countries", () => {
  const country = (code: string, query: string) =>
    ask(test.app, `GET /api/calendar/countries/${code}?${query}`, { headers: desk });

  it("are listed by their codes", async () => {
    const answer = await ask(test.app, "GET /api/calendar/countries", { headers: desk });
    expect(countriesSchema.parse(await answer.json()).countries).toEqual(
      expect.arrayContaining(["AE", "DE", "KZ", "RU"]),
    );
  });

  it("have the country's weekend and holidays, say that transfers are not known, and can be published", async () => {
    const answer = await country("IL", "from=2026&to=2027");
    expect(answer.status).toBe(200);
    const calendar = workCalendarSchema.parse(await answer.json());
    expect(calendar).toMatchObject({ country: "IL", weekend: [5, 6], hours: russia.hours });
    expect(Object.keys(calendar.years)).toEqual(["2026", "2027"]);
    expect(calendar.years[2026]?.status).toBe("no_transfers_known");
    expect(dayKind("2026-04-02", calendar)).toBe("publicHoliday");
    expect(actOf("2026-04-02", calendar)).toContain("date-holidays");
    expect((await publish(calendar, russia.version)).status).toBe(201);
  });

  it("take a day given for a holiday on a weekend for a day off, not for a holiday", async () => {
    const calendar = workCalendarSchema.parse(await (await country("GB", "from=2027&to=2027")).json());
    expect(dayKind("2027-12-27", calendar)).toBe("dayOff");
    expect(dayKind("2027-12-25", calendar)).toBe("publicHoliday");
  });

  it("are better known for Russia by the register itself", async () => {
    expect(await (await country("RU", "from=2026&to=2027")).json()).toEqual(russia);
  });

  it.each([
    ["ZZ", "from=2026&to=2027", 404, "country-unknown"],
    ["de", "from=2026&to=2027", 404, "not-found"],
    ["DE", "from=2027&to=2026", 422, "invalid-request"],
    ["DE", "from=2026&to=2036", 422, "invalid-request"],
    ["DE", "from=1066&to=1066", 422, "invalid-request"],
    ["DE", "", 422, "invalid-request"],
  ])("%s?%s is refused", async (code, query, status, problem) => {
    await expectProblem(await country(code, query), status, problem);
  });
});

function everyDay(): string[] {
  const days = Array.from({ length: 366 }, (_, day) => new Date(Date.UTC(2028, 0, day + 1)));
  return days.map((day) => day.toISOString().slice(5, 10));
}

function idleYear(): string {
  const days = everyDay().filter((day) => day !== "02-29" && day < "04-01");
  const marks = days.map((day) => `<day d="${day.replace("-", ".")}" t="1"/>`);
  return `<calendar year="2027"><days>${marks.join("")}</days></calendar>`;
}
