import { randomUUID } from "node:crypto";
import { type AdapterHealth, healthReportSchema } from "@otklik/shared/capture/adapter-health";
import { siteCorrectionsSchema } from "@otklik/shared/capture/site-corrections";
import { afterEach, beforeEach, expect, it } from "vitest";
import { ask, expectProblem } from "../../../tests/support/ask";
import { useDeps } from "../../../tests/support/deps";
import {
  makeDevice,
  makeOrganisation,
  makePerson,
  signIn,
  type TestDevice,
  type TestPerson,
} from "../../../tests/support/organisation";

const test = useDeps();

let admin: TestPerson;
let device: TestDevice;
let desk: Record<string, string>;

beforeEach(async () => {
  admin = await makePerson(test.database.db, await makeOrganisation(test.database.db), { roles: ["admin"] });
  device = await makeDevice(test.database.db, admin);
  desk = await signIn(test.database.db, admin);
});

afterEach(() => test.setClock(null));

const today = () => new Date().toISOString().slice(0, 10);
const count = (changes: Partial<AdapterHealth> = {}): AdapterHealth => ({
  adapter: "vk",
  day: today(),
  read: 2,
  fellBack: 1,
  filled: { author: 2 },
  missed: { author: 1, postedAt: 3 },
  ...changes,
});
const report = (counts: readonly unknown[], id: string = randomUUID()) =>
  ask(test.app, "POST /api/sites/health", { headers: device.headers, json: { id, counts } });
const health = async () =>
  healthReportSchema.parse(await (await ask(test.app, "GET /api/sites/health", { headers: desk })).json())
    .counts;

it("adds up what all extensions have counted, by adapter and day", async () => {
  expect(
    (await report([count(), count({ adapter: "x", read: 1, fellBack: 0, filled: {}, missed: {} })])).status,
  ).toBe(204);
  expect((await report([count({ read: 5 }), count({ fellBack: 4 })])).status).toBe(204);
  expect(await health()).toEqual(
    [
      { ...count(), read: 9, fellBack: 6, filled: { author: 6 }, missed: { author: 3, postedAt: 9 } },
      { adapter: "x", day: today(), read: 1, fellBack: 0, filled: {}, missed: {} },
    ].map((one) => ({ ...one, ...(one.adapter === "vk" && { filled: { author: 6, postedAt: 0 } }) })),
  );
});

it("RACE-01 counts a report once, however often it is sent", async () => {
  const id = randomUUID();
  const answers = await Promise.all(Array.from({ length: 8 }, () => report([count()], id)));
  expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(204));
  expect(await health()).toMatchObject([{ read: 2, fellBack: 1 }]);
});

it("shows fourteen days, the newest first, and nothing of another organisation", async () => {
  test.setClock(new Date("2026-11-20T10:00:00Z"));
  await report(["2026-11-06", "2026-11-07", "2026-11-20"].map((day) => count({ day })));
  expect((await health()).map(({ day }) => day)).toEqual(["2026-11-20", "2026-11-07"]);
  const other = await makePerson(test.database.db, await makeOrganisation(test.database.db), {
    roles: ["admin"],
  });
  desk = await signIn(test.database.db, other);
  expect(await health()).toEqual([]);
});

it.each([
  ["a field that is none", count({ filled: { address: 1 } as never })],
  ["words beside the counts", { ...count(), words: "x" }],
  ["a negative count", count({ read: -1 })],
])("refuses %s", async (_what, given) => {
  await expectProblem(await report([given]), 422, "invalid-request");
});

const read = (headers: Record<string, string> = device.headers) =>
  ask(test.app, "GET /api/sites/corrections", { headers });
const save = (revision: number, sites: unknown) =>
  ask(test.app, "PUT /api/sites/corrections", { headers: desk, json: { revision, sites } });

it("gives extensions what the admin has put right, once", async () => {
  const first = await read();
  expect(await first.json()).toEqual({ revision: 0, sites: {} });
  const sites = { vk: { selectors: { author: ".PostHeader a" } }, x: { disabled: true } };
  const saved = await save(0, sites);
  expect(siteCorrectionsSchema.parse(await saved.json())).toEqual({ revision: 1, sites });
  const etag = first.headers.get("etag") ?? "";
  const changed = await read({ ...device.headers, "if-none-match": etag });
  expect(changed.status).toBe(200);
  expect(await changed.json()).toEqual({ revision: 1, sites });
  const again = await read({ ...device.headers, "if-none-match": changed.headers.get("etag") ?? "" });
  expect(again.status).toBe(304);
});

it("RACE-08 refuses what was changed from an older revision, and logs every change with what was before", async () => {
  expect((await save(0, { vk: { disabled: true } })).status).toBe(200);
  await expectProblem(await save(0, {}), 409, "corrections-changed");
  expect((await save(1, {})).status).toBe(200);
  const events = await test.database.owner`
    SELECT data FROM events WHERE org_id = ${admin.organisation.id} AND kind = 'site_corrections_changed' ORDER BY id`;
  expect(events.map(({ data }) => data)).toEqual([
    { revision: 1, before: {}, after: { vk: { disabled: true } } },
    { revision: 2, before: { vk: { disabled: true } }, after: {} },
  ]);
});

it("RACE-01 lets one of several admins win", async () => {
  const answers = await Promise.all(Array.from({ length: 5 }, () => save(0, { vk: { disabled: true } })));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
});

it.each([
  ["an unknown selector", { vk: { selectors: { onclick: "a" } } }],
  ["code beside data", { vk: { code: "x()" } }],
  ["a name that is no adapter's", { "../vk": {} }],
  ["a site that nobody reads", { vkk: { selectors: { author: "a" } } }],
])("refuses %s", async (_what, sites) => {
  await expectProblem(await save(0, sites), 422, "invalid-request");
});
