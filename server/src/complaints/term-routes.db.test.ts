import { datedEventSchema } from "@otklik/shared/complaint/event-data";
import { ROLES } from "@otklik/shared/people/roles";
import { describe, expect, it } from "vitest";
import { ask, expectProblem } from "../../../tests/support/ask";
import { useDeps } from "../../../tests/support/deps";
import { makeDevice, makeOrganisation, makePerson, signIn } from "../../../tests/support/organisation";
import { registerAt } from "../../../tests/support/register-at";
import { useTermDesk } from "../../../tests/support/term-desk";

const test = useDeps();
const desk = useTermDesk(test);

const REGISTERED = "2026-03-10T07:00:00.000Z";
const NOW = "2026-03-11T09:00:00.000Z";

const MOVES: readonly (readonly [string, unknown])[] = [
  ["triage", { kind: "claim", anonymous: false, bases: ["refund"] }],
  ["extensions", { clock: "answer", dueOn: "2026-04-20", reason: "Ждём." }],
  ["extensions/1/decision", { decision: "approved", comment: null }],
  ["pauses", { reason: "Ждём." }],
  ["pauses/end", {}],
  ["reopening", { reason: "Снова." }],
  ["merge", { into: "2026-000002" }],
  ["receipts", { channel: "post", receivedAt: NOW }],
  ["steps", { clock: "answer" }],
];

/** All that is stored of a complaint and might move. */
async function stored(id: string) {
  const { owner } = test.database;
  return {
    complaint: [...(await owner`SELECT * FROM complaints WHERE id = ${id}`)],
    dueDates: [...(await owner`SELECT * FROM due_dates WHERE complaint_id = ${id} ORDER BY clock, revision`)],
    extensions: [...(await owner`SELECT * FROM term_extensions WHERE complaint_id = ${id}`)],
    pauses: [...(await owner`SELECT * FROM pauses WHERE complaint_id = ${id}`)],
    events: [...(await owner`SELECT kind FROM events WHERE complaint_id = ${id}`)],
  };
}

describe.each(MOVES)("AUTH-03 POST /api/complaints/:id/%s", (what, json) => {
  it("finds nothing of another organisation, and writes nothing", async () => {
    const { id } = await desk.register(REGISTERED, { kind: "claim" });
    await desk.register(REGISTERED, { kind: "claim" });
    desk.at(NOW);
    await desk.does("head", id, "extensions", { clock: "answer", dueOn: "2026-04-10", reason: "Ждём." });
    const before = await stored(id);
    const stranger = await makePerson(test.database.db, await makeOrganisation(test.database.db), {
      roles: [...ROLES],
    });
    const headers = { ...(await signIn(test.database.db, stranger)) };
    const answer = await ask(test.app, `POST /api/complaints/${id}/${what}`, { headers, json });
    await expectProblem(answer, 404, "not-found");
    expect(await stored(id)).toEqual(before);
  });

  it("lets an auditor and an extension's token change nothing", async () => {
    const { id } = await desk.register(REGISTERED, { kind: "claim" });
    desk.at(NOW);
    const before = await stored(id);
    await desk.mayNot(403, "not-allowed", "auditor", id, what, json);
    const { headers } = await makeDevice(test.database.db, desk.person("admin"));
    const answer = await ask(test.app, `POST /api/complaints/${id}/${what}`, { headers, json });
    await expectProblem(answer, 403, "not-allowed");
    expect(await stored(id)).toEqual(before);
  });
});

it("AUTH-03 merges into nothing of another organisation", async () => {
  const { id } = await desk.register(REGISTERED, { kind: "claim" });
  const elsewhere = await makePerson(test.database.db, await makeOrganisation(test.database.db), {
    roles: ["admin"],
  });
  await registerAt(test.database.db, elsewhere, REGISTERED);
  const theirs = await registerAt(test.database.db, elsewhere, REGISTERED);
  desk.at(NOW);
  await desk.mayNot(404, "not-found", "head", id, "merge", { into: theirs.incomingNumber });
  expect((await desk.find(id)).status).toBe("registered");
});

it("tells every event that moves dates so that a line of the history can be said from it", async () => {
  const { id } = await desk.register(REGISTERED, { kind: "claim" });
  const other = await desk.register(REGISTERED, { kind: "claim" });
  desk.at(NOW);
  await desk.does("handler", id, "triage", { kind: "service", anonymous: false, bases: [] });
  await desk.does("head", id, "extensions", { clock: "answer", dueOn: "2026-04-20", reason: "Ждём." });
  await desk.does("chair", id, "extensions/1/decision", { decision: "approved", comment: null });
  await desk.does("handler", id, "pauses", { reason: "Ждём." });
  await desk.does("handler", id, "pauses/end", {});
  await desk.does("handler", id, "receipts", { channel: "post", receivedAt: NOW });
  await desk.does("handler", id, "steps", { clock: "answer" });
  await desk.does("handler", id, "reopening", { reason: "Снова." });
  const { events } = await desk.does("handler", id, "merge", { into: other.incomingNumber });
  const told = events.filter((event) => datedEventSchema.safeParse(event).success);
  expect(events.filter((event) => !told.includes(event)).map(({ kind }) => kind)).toEqual([
    "registered",
    "step_recorded",
  ]);
  expect(events.map(({ kind }) => kind)).toEqual([
    "registered",
    "triaged",
    "extension_requested",
    "extension_decided",
    "pause_started",
    "pause_ended",
    "received_again",
    "step_recorded",
    "reopened",
    "merged",
  ]);
});
