import { russia } from "@otklik/shared/deadline/calendar/russia";
import { dueDatesOf } from "@otklik/shared/deadline/due";
import type { DueDate } from "@otklik/shared/deadline/due-date";
import { ruDefault } from "@otklik/shared/deadline/regulation/ru-default";
import { beforeEach, describe, expect, it } from "vitest";
import { useDeps } from "../../../tests/support/deps";
import { makeOrganisation, makePerson, type TestPerson } from "../../../tests/support/organisation";
import { registerAt } from "../../../tests/support/register-at";
import { type DueReplacement, replaceDueDates } from "./replace-due-dates";

const test = useDeps();
const REGISTERED = "2026-03-10T07:00:00.000Z";
const AT = new Date("2026-03-11T09:00:00.000Z");
let person: TestPerson;

beforeEach(async () => {
  person = await makePerson(test.database.db, await makeOrganisation(test.database.db));
});

/** As if it had been registered at another instant. */
function dated(clock: DueDate["clock"], registeredAt: string): DueDate {
  const facts = {
    kind: "claim",
    channel: "social",
    anonymous: false,
    bases: [],
    closedAt: registeredAt,
  } as const;
  const all = dueDatesOf(
    { ...facts, receivedAt: registeredAt, registeredAt },
    ruDefault,
    russia,
    "Europe/Moscow",
  );
  const due = all.find((each) => each.clock === clock);
  if (due === undefined) throw new Error(`no ${clock}`);
  return due;
}

const claim = () => registerAt(test.database.db, person, REGISTERED, { kind: "claim" });
const replace = (...replacements: DueReplacement[]) =>
  test.database.db.transaction((tx) => replaceDueDates(tx, person.organisation.id, replacements, AT));

async function rowsOf(id: string, clock: string) {
  return [
    ...(await test.database.owner`
      SELECT revision, due_on::text, cause, made_at, met_at, superseded_at FROM due_dates
      WHERE complaint_id = ${id} AND clock = ${clock} ORDER BY revision`),
  ];
}

async function nextDueOf(id: string): Promise<string | undefined> {
  const [row] = await test.database.owner`SELECT next_due_at FROM complaints WHERE id = ${id}`;
  return row?.next_due_at?.toISOString();
}

describe("replaceDueDates", () => {
  it("supersedes what is in force, puts the next revision beside it, and tells what is due next", async () => {
    const { id } = await claim();
    const due = dated("first_response", "2026-03-11T07:00:00.000Z");
    await replace({ complaintId: id, clock: "first_response", due, metAt: null, cause: "recounted" });
    expect(await rowsOf(id, "first_response")).toEqual([
      expect.objectContaining({ revision: 1, due_on: "2026-03-10", cause: "registered", superseded_at: AT }),
      expect.objectContaining({
        revision: 2,
        due_on: "2026-03-11",
        cause: "recounted",
        made_at: AT,
        superseded_at: null,
      }),
    ]);
    expect(await nextDueOf(id)).toBe(due.dueAt);
  });

  it("takes a date away, gives the next revision later, and keeps when an event had come", async () => {
    const { id } = await claim();
    await replace({ complaintId: id, clock: "answer", due: null, metAt: null, cause: "paused" });
    expect(await rowsOf(id, "answer")).toEqual([expect.objectContaining({ revision: 1, superseded_at: AT })]);
    const metAt = "2026-03-11T08:00:00.000Z";
    const due = dated("answer", REGISTERED);
    await replace({ complaintId: id, clock: "answer", due, metAt, cause: "resumed" });
    expect((await rowsOf(id, "answer")).at(-1)).toMatchObject({ revision: 2, met_at: new Date(metAt) });
  });

  it("does many complaints at once, each for itself", async () => {
    const ids = [await claim(), await claim(), await claim()].map(({ id }) => id);
    const untouched = await claim();
    const due = dated("triage", "2026-03-12T07:00:00.000Z");
    await replace(
      ...ids.map(
        (complaintId): DueReplacement => ({
          complaintId,
          clock: "triage",
          due,
          metAt: null,
          cause: "recounted",
        }),
      ),
    );
    for (const id of ids) {
      expect((await rowsOf(id, "triage")).map(({ revision, due_on }) => [revision, due_on])).toEqual([
        [1, "2026-03-11"],
        [2, "2026-03-13"],
      ]);
    }
    expect(await rowsOf(untouched.id, "triage")).toHaveLength(1);
  });

  it("lets nobody be late by a retention, nor by anything once it is closed", async () => {
    const { id } = await claim();
    await test.database.owner`UPDATE due_dates SET met_at = now() WHERE complaint_id = ${id}`;
    const due = { ...dated("retention", REGISTERED), dueAt: "2026-03-09T00:00:00.000Z" };
    await replace({ complaintId: id, clock: "retention", due, metAt: null, cause: "closed" });
    expect(await nextDueOf(id)).toBeUndefined();
    await test.database.owner`UPDATE complaints SET closed_at = now() WHERE id = ${id}`;
    const answer = dated("answer", REGISTERED);
    await replace({ complaintId: id, clock: "answer", due: answer, metAt: null, cause: "recounted" });
    expect(await nextDueOf(id)).toBeUndefined();
  });

  it("touches nothing of another organisation", async () => {
    const { id } = await claim();
    const stranger = await makePerson(test.database.db, await makeOrganisation(test.database.db));
    const replacement = {
      complaintId: id,
      clock: "answer",
      due: null,
      metAt: null,
      cause: "paused",
    } as const;
    await test.database.db.transaction((tx) =>
      replaceDueDates(tx, stranger.organisation.id, [replacement], AT),
    );
    expect(await rowsOf(id, "answer")).toEqual([expect.objectContaining({ superseded_at: null })]);
  });

  it("leaves no date half replaced when it cannot be done", async () => {
    const { id } = await claim();
    const due = { ...dated("answer", REGISTERED), dueOn: "no day" };
    await expect(
      replace({ complaintId: id, clock: "answer", due, metAt: null, cause: "recounted" }),
    ).rejects.toThrow();
    expect(await rowsOf(id, "answer")).toEqual([
      expect.objectContaining({ revision: 1, superseded_at: null }),
    ]);
  });
});
