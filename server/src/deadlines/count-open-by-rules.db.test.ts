import type { RegisteredComplaint } from "@otklik/shared/complaint/complaint";
import type { TimeLimit } from "@otklik/shared/deadline/regulation/regulation";
import { ruDefault } from "@otklik/shared/deadline/regulation/ru-default";
import type { LegalBasis } from "@otklik/shared/deadline/vocabulary";
import { type CountProgress, countProgressSchema } from "@otklik/shared/settings/due-changes";
import { beforeEach, describe, expect, it } from "vitest";
import { ask, expectProblem } from "../../../tests/support/ask";
import { useDeps } from "../../../tests/support/deps";
import {
  callerOf,
  makeOrganisation,
  makePerson,
  signIn,
  type TestPerson,
} from "../../../tests/support/organisation";
import { putCalendarInForce } from "../../../tests/support/publish-rules";
import { sampleComplaint } from "../../../tests/support/sample-complaint";
import { recordStep } from "../complaints/record-step";
import { registerComplaint } from "../complaints/register-complaint";
import type { Caller } from "../deps";
import { countOpenByRules } from "./count-open-by-rules";
import { builtInCalendar } from "./rule-book";

const test = useDeps();
let person: TestPerson;
let caller: Caller;

beforeEach(async () => {
  person = await makePerson(test.database.db, await makeOrganisation(test.database.db), { roles: ["head"] });
  caller = callerOf(person);
});

const present = ruDefault.timeLimits;
const change = (id: string, changed: Partial<TimeLimit>): TimeLimit[] =>
  present.map((limit) => (limit.id === id ? { ...limit, ...changed } : limit));
const register = (overrides: Parameters<typeof sampleComplaint>[0] = { kind: "claim" }) =>
  registerComplaint(test.deps, caller, sampleComplaint(overrides));
const dueOf = ({ dueDates }: RegisteredComplaint, clock: string) => {
  const due = dueDates.find((each) => each.clock === clock);
  return due && { dueAt: due.dueAt, dueOn: due.dueOn, provisional: due.provisional };
};

async function preview(timeLimits: readonly TimeLimit[]): Promise<CountProgress> {
  let last: CountProgress | undefined;
  for await (const line of countOpenByRules(test.deps, caller, timeLimits)) last = line;
  if (last === undefined) throw new Error("No line");
  return last;
}

it("finds nothing in the rules that are in force", async () => {
  await register();
  await register({ kind: "general", clip: { channel: "email" } });
  expect(await preview(present)).toEqual({
    ...{ counted: 2, of: 2, changed: 0, earlier: 0, later: 0 },
    done: true,
    changes: [],
  });
});

it("names the dates that a longer term moves, on the complaints that it is for", async () => {
  const claim = await register();
  await register({ kind: "general" });
  const found = await preview(change("first-response-public", { n: 2 }));
  expect(found).toMatchObject({ counted: 2, changed: 2, later: 2, earlier: 0 });
  const { after, ...rest } = found.changes[0] ?? {};
  expect(rest).toEqual({
    complaintId: claim.id,
    incomingNumber: claim.incomingNumber,
    clock: "first_response",
    before: dueOf(claim, "first_response"),
  });
  expect(Date.parse(after?.dueAt ?? "") - Date.parse(claim.receivedAt)).toBe(2 * 60 * 60 * 1000);
});

it("names a clock that would begin to run, and one that would not run any more", async () => {
  const suggestion = await register({ kind: "suggestion" });
  const answered = present
    .filter(({ id }) => id === "answer-general")
    .map((limit) => ({ ...limit, id: "answer-suggestion", appliesTo: { kinds: ["suggestion" as const] } }));
  const timeLimits = [...present.filter(({ clock }) => clock !== "triage"), ...answered];
  const { changes } = await preview(timeLimits);
  expect(changes).toEqual([
    expect.objectContaining({ clock: "triage", before: dueOf(suggestion, "triage"), after: null }),
    expect.objectContaining({ clock: "answer", before: null, after: expect.anything() }),
  ]);
});

describe("leaves out", () => {
  const longerTriage = change("triage", { n: 9 });

  it("what has been done", async () => {
    const { id } = await register();
    await recordStep(test.deps, caller, { id, clock: "triage" });
    expect((await preview(longerTriage)).changed).toBe(0);
  });

  it("a date that was agreed", async () => {
    const { id } = await register();
    await test.database.owner`UPDATE due_dates SET cause = 'extended' WHERE complaint_id = ${id}`;
    expect((await preview(longerTriage)).changed).toBe(0);
  });

  it("closed complaints and other organisations'", async () => {
    const { id } = await register();
    await recordStep(test.deps, caller, { id, clock: "answer" });
    const other = callerOf(await makePerson(test.database.db, await makeOrganisation(test.database.db)));
    await registerComplaint(test.deps, other, sampleComplaint({ kind: "claim" }));
    expect(await preview(longerTriage)).toMatchObject({ counted: 0, changed: 0 });
  });
});

it.each<[LegalBasis[], number]>([
  [[], 0],
  [["refund"], 1],
  [["refund", "replacement"], 0],
])("goes by the bases %s: the earliest of their dates", async (bases, changed) => {
  const { id } = await register({ kind: "claim" });
  const regulation = present.filter(({ appliesTo }) => appliesTo.bases !== undefined);
  const refund = regulation.find(({ appliesTo }) => appliesTo.bases?.includes("refund"));
  if (refund === undefined) throw new Error("No rule for refunds");
  await test.database.owner`UPDATE complaints SET legal_bases = ${bases} WHERE id = ${id}`;
  const before = await preview(present);
  const after = await preview(change(refund.id, { n: 100 }));
  // Ten days for a refund, seven for a replacement: with both, seven hold in either case.
  const answers = ({ changes }: CountProgress) =>
    changes.filter(({ clock }) => clock === "answer").map(({ after: end }) => end?.dueOn);
  expect(answers(after)[0] === answers(before)[0] ? 0 : 1).toBe(changed);
});

it("counts from where a complaint began anew", async () => {
  const { id } = await register();
  const restarted = new Date(Date.now() - 5 * 24 * 60 * 60 * 1000);
  await test.database.owner`UPDATE complaints SET restarted_at = ${restarted} WHERE id = ${id}`;
  const { changes } = await preview(present);
  const first = changes.find(({ clock }) => clock === "first_response")?.after;
  expect(Date.parse(first?.dueAt ?? "") - restarted.getTime()).toBe(60 * 60 * 1000);
});

it("counts by the newest calendar, also one published meanwhile", async () => {
  await register();
  await test.deps.ruleBooks.of(caller.orgId, 0);
  await putCalendarInForce(test.database.db, person, { ...builtInCalendar, version: "own-1" });
  await registerComplaint(test.deps, caller, sampleComplaint({ kind: "claim" }));
  expect(await preview(present)).toMatchObject({ counted: 2, changed: 0, done: true });
});

describe("POST /api/regulation/preview", () => {
  const post = async (json: object) =>
    ask(test.app, "POST /api/regulation/preview", { headers: await signIn(test.database.db, person), json });

  it("streams how far it has come and what it has found, and changes nothing", async () => {
    await register();
    const answer = await post({ timeLimits: change("triage", { n: 9 }) });
    const lines = (await answer.text()).trimEnd().split("\n");
    expect(lines.map((line) => countProgressSchema.parse(JSON.parse(line))).at(-1)).toMatchObject({
      counted: 1,
      changed: 1,
      done: true,
    });
    const [kept] = await test.database.owner`
      SELECT max(revision) AS newest FROM due_dates WHERE org_id = ${caller.orgId}`;
    expect(kept).toEqual({ newest: 1 });
  });

  it("refuses rules whose term never ends by the calendar, before the first line", async () => {
    const week = Array.from({ length: 7 }, () => []);
    const closed = { ...builtInCalendar.hours, week, workingWeekend: [] };
    await putCalendarInForce(test.database.db, person, {
      ...builtInCalendar,
      version: "own-1",
      hours: closed,
    });
    const timeLimits = change("triage", { unit: "business_hour", n: 2 });
    await expectProblem(await post({ timeLimits }), 422, "calendar-cannot-count");
  });
});
