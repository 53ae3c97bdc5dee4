import type { TimeLimit } from "@otklik/shared/deadline/regulation/regulation";
import { ruDefault } from "@otklik/shared/deadline/regulation/ru-default";
import { addDays } from "@otklik/shared/deadline/time/local-day";
import { localDateOf } from "@otklik/shared/deadline/time/zone";
import {
  currentRulesSchema,
  type RegulationSettings,
  regulationDraftSchema,
  regulationSettingsSchema,
} from "@otklik/shared/settings/regulation-settings";
import { beforeEach, describe, expect, it } from "vitest";
import { ask, expectProblem } from "../../../../tests/support/ask";
import { useDeps } from "../../../../tests/support/deps";
import {
  callerOf,
  makeDevice,
  makeOrganisation,
  makePerson,
  signIn,
  type TestPerson,
} from "../../../../tests/support/organisation";
import { putCalendarInForce } from "../../../../tests/support/publish-rules";
import { sampleComplaint } from "../../../../tests/support/sample-complaint";
import { registerComplaint } from "../../complaints/register-complaint";
import { builtInCalendar } from "../../deadlines/rule-book";

const test = useDeps();
let head: TestPerson;
let desk: Record<string, string>;

beforeEach(async () => {
  test.setClock(null);
  head = await makePerson(test.database.db, await makeOrganisation(test.database.db), { roles: ["head"] });
  desk = await signIn(test.database.db, head);
});

const BUILT_IN = { name: ruDefault.name, version: ruDefault.version };
const OWN_1 = { name: "own", version: 1 };
const limits = ruDefault.timeLimits;
const today = () => localDateOf(new Date().toISOString(), head.organisation.zone);

/** The built-in rules with another number of days for triage. */
const withTriage = (n: number): TimeLimit[] =>
  limits.map((limit) => (limit.id === "triage" ? { ...limit, n } : limit));

const read = async (): Promise<RegulationSettings> => {
  const answer = await ask(test.app, "GET /api/regulation", { headers: desk });
  expect(answer.status).toBe(200);
  return regulationSettingsSchema.parse(await answer.json());
};
const save = (json: object) => ask(test.app, "PUT /api/regulation/draft", { headers: desk, json });
const publish = (json: object = {}, headers = desk) =>
  ask(test.app, "POST /api/regulation", {
    headers,
    json: {
      timeLimits: withTriage(5),
      effectiveOn: today(),
      basedOn: BUILT_IN,
      draft: 0,
      note: null,
      ...json,
    },
  });
const eventsOf = () => test.database.owner`
  SELECT kind, data, actor_id FROM events WHERE org_id = ${head.organisation.id} AND kind LIKE 'regulation%' ORDER BY id`;

it("shows the built-in regulation before the organisation has its own", async () => {
  const builtIn = { effectiveOn: null, publishedAt: null, publishedBy: null, note: null };
  const settings = await read();
  expect(settings).toMatchObject({ current: builtIn, versions: [builtIn], draft: null });
  expect(settings.current.regulation).toEqual(JSON.parse(JSON.stringify(ruDefault)));
});

describe("the draft", () => {
  it("is kept with who saved it, and each saving has a revision of its own", async () => {
    const first = regulationDraftSchema.parse(
      await (await save({ timeLimits: withTriage(2), basedOn: 0 })).json(),
    );
    const second = await save({ timeLimits: withTriage(3), basedOn: first.revision });
    expect(second.status).toBe(200);
    const draft = regulationDraftSchema.parse(await second.json());
    expect(draft.revision).toBeGreaterThan(first.revision);
    expect(draft.savedBy).toEqual({ id: head.id, name: head.name });
    expect((await read()).draft).toEqual(draft);
    expect(draft.timeLimits.find(({ id }) => id === "triage")?.n).toBe(3);
  });

  it("RACE-08 is not overwritten by who has not seen the last saving", async () => {
    const saved = await Promise.all([1, 2, 3].map((n) => save({ timeLimits: withTriage(n), basedOn: 0 })));
    expect(saved.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    for (const answer of saved.filter(({ status }) => status === 409)) {
      await expectProblem(answer, 409, "draft-changed");
    }
  });

  it("is not taken for the one before it, which was discarded", async () => {
    const { revision } = regulationDraftSchema.parse(
      await (await save({ timeLimits: limits, basedOn: 0 })).json(),
    );
    expect((await ask(test.app, "DELETE /api/regulation/draft", { headers: desk })).status).toBe(204);
    expect((await read()).draft).toBeNull();
    expect((await save({ timeLimits: limits, basedOn: 0 })).status).toBe(200);
    await expectProblem(await save({ timeLimits: limits, basedOn: revision }), 409, "draft-changed");
    expect((await eventsOf()).map(({ kind }) => kind)).toEqual([
      "regulation_draft_saved",
      "regulation_draft_discarded",
      "regulation_draft_saved",
    ]);
  });

  it.each([
    ["no rules", []],
    ["an id given twice", [...limits, ...limits]],
    ["a legal clock that pauses", limits.map((limit) => ({ ...limit, family: "legal", pausable: true }))],
    ["a term of no length", limits.map((limit) => ({ ...limit, n: 0 }))],
    ["an unknown unit", limits.map((limit) => ({ ...limit, unit: "fortnight" }))],
  ])("is refused with %s", async (_what, timeLimits) => {
    await expectProblem(await save({ timeLimits, basedOn: 0 }), 422, "invalid-request");
  });
});

describe("publishing", () => {
  it("puts an own regulation in force, takes the draft away and tells which rules became others", async () => {
    const { revision: draft } = regulationDraftSchema.parse(
      await (await save({ timeLimits: limits, basedOn: 0 })).json(),
    );
    const extra = { ...limits[0], id: "first-response-post", appliesTo: { channels: ["post"] } };
    const timeLimits = [...withTriage(5).filter(({ id }) => id !== "retention"), extra];
    const answer = await publish({ timeLimits, draft, note: "По приказу № 7" });
    expect(answer.status).toBe(201);
    const settings = regulationSettingsSchema.parse(await answer.json());
    expect(settings).toEqual(await read());
    expect(settings.current).toMatchObject({
      regulation: { ...OWN_1, timeLimits: JSON.parse(JSON.stringify(timeLimits)) },
      effectiveOn: today(),
      publishedBy: { id: head.id, name: head.name },
      note: "По приказу № 7",
    });
    expect(settings.versions.map(({ regulation }) => regulation.name)).toEqual(["own", "ru-default"]);
    expect(settings.draft).toBeNull();
    expect((await eventsOf()).at(-1)).toEqual({
      kind: "regulation_published",
      actor_id: head.id,
      data: {
        ...OWN_1,
        effectiveOn: today(),
        basedOn: BUILT_IN,
        note: "По приказу № 7",
        added: ["first-response-post"],
        changed: ["triage"],
        removed: ["retention"],
      },
    });
  });

  it("dates what is registered from then on, and nothing that was before", async () => {
    const dates = async () =>
      (await registerComplaint(test.deps, callerOf(head), sampleComplaint({ kind: "claim" }))).dueDates;
    const before = await dates();
    await publish();
    const after = await dates();
    const termsOf = (due: typeof before) => due.find(({ clock }) => clock === "triage")?.rule;
    expect([termsOf(before), termsOf(after)]).toMatchObject([
      { ...{ regulation: "ru-default" }, n: 1 },
      { regulation: "own", regulationVersion: 1, n: 5 },
    ]);
    const [kept] = await test.database.owner`
      SELECT count(*)::int AS n FROM due_dates WHERE org_id = ${head.organisation.id} AND regulation = 'ru-default'`;
    expect(kept?.n).toBe(before.length);
  });

  it("for a later day leaves today's in force", async () => {
    const settings = regulationSettingsSchema.parse(
      await (await publish({ effectiveOn: addDays(today(), 1) })).json(),
    );
    expect(settings.current.regulation).toMatchObject(BUILT_IN);
    expect(settings.versions[0]?.regulation).toMatchObject(OWN_1);
    test.setClock(new Date(Date.now() + 24 * 60 * 60 * 1000));
    expect((await read()).current.regulation).toMatchObject(OWN_1);
  });

  it("numbers the versions, and takes one of those who publish at once", async () => {
    const statuses = (await Promise.all([1, 2, 3].map(() => publish()))).map(({ status }) => status);
    expect(statuses.sort()).toEqual([201, 409, 409]);
    await expectProblem(await publish(), 409, "regulation-changed");
    const next = await publish({ basedOn: OWN_1 });
    expect(regulationSettingsSchema.parse(await next.json()).current.regulation).toMatchObject({
      name: "own",
      version: 2,
    });
  });

  it("RACE-08 is refused when somebody has saved since, and nothing changes", async () => {
    await save({ timeLimits: limits, basedOn: 0 });
    await expectProblem(await publish({ draft: 0 }), 409, "draft-changed");
    const [organisation] = await test.database.owner`
      SELECT rules_revision FROM organisations WHERE id = ${head.organisation.id}`;
    expect(organisation).toEqual({ rules_revision: 0 });
    expect((await read()).draft).not.toBeNull();
  });

  it("is refused where a term in business hours would find none", async () => {
    const closed = {
      ...builtInCalendar.hours,
      week: Array.from({ length: 7 }, () => []),
      workingWeekend: [],
    };
    await putCalendarInForce(test.database.db, head, { ...builtInCalendar, version: "own-1", hours: closed });
    const timeLimits = limits.map((limit) =>
      limit.id === "triage" ? { ...limit, unit: "business_hour", n: 2 } : limit,
    );
    await expectProblem(await publish({ timeLimits }), 422, "calendar-cannot-count");
    expect((await publish()).status).toBe(201);
  });

  it("is refused for yesterday", async () => {
    await expectProblem(await publish({ effectiveOn: addDays(today(), -1) }), 422, "regulation-in-past");
  });

  it("takes the day from the organisation's zone", async () => {
    // Half past midnight in Moscow, still the day before in UTC.
    test.setClock(new Date("2027-03-01T21:30:00Z"));
    desk = await signIn(test.database.db, head, test.deps.now());
    await expectProblem(await publish({ effectiveOn: "2027-03-01" }), 422, "regulation-in-past");
    expect((await publish({ effectiveOn: "2027-03-02" })).status).toBe(201);
  });
});

describe("GET /api/rules", () => {
  const ruleset = (headers: Record<string, string>) => ask(test.app, "GET /api/rules", { headers });

  it("gives an extension regulation, calendar and zone, and 304 until one of them is another", async () => {
    const { headers } = await makeDevice(test.database.db, head);
    const first = await ruleset({ ...headers });
    const rules = currentRulesSchema.parse(await first.json());
    expect(rules).toMatchObject({ regulation: BUILT_IN, zone: "Europe/Moscow" });
    const etag = first.headers.get("etag") ?? "";
    const again = await ruleset({ ...headers, "if-none-match": etag });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    await publish();
    const changed = await ruleset({ ...headers, "if-none-match": etag });
    expect(changed.status).toBe(200);
    expect(currentRulesSchema.parse(await changed.json()).regulation).toMatchObject(OWN_1);
    expect(changed.headers.get("etag")).not.toBe(etag);
  });

  it("changes on the day on which a published regulation begins", async () => {
    await publish({ effectiveOn: addDays(today(), 1) });
    const before = await ruleset(desk);
    test.setClock(new Date(Date.now() + 24 * 60 * 60 * 1000));
    const after = await ruleset({ ...desk, "if-none-match": before.headers.get("etag") ?? "" });
    expect([before.status, after.status]).toEqual([200, 200]);
    expect(currentRulesSchema.parse(await after.json()).regulation).toMatchObject(OWN_1);
  });
});
