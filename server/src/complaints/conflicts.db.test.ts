import type { Role } from "@otklik/shared/people/roles";
import { describe, expect, it } from "vitest";
import { ask, expectProblem } from "../../../tests/support/ask";
import { useDeps } from "../../../tests/support/deps";
import { makeOrganisation, makePerson, signIn } from "../../../tests/support/organisation";
import { useTermDesk } from "../../../tests/support/term-desk";

const test = useDeps();
const desk = useTermDesk(test);

const REGISTERED = "2026-03-10T07:00:00.000Z";
const NOON = "2026-03-11T09:00:00.000Z";
const LATEST = new Date("2040-01-01T00:00:00.000Z");

const TRIAGE = { kind: "claim", anonymous: false, bases: ["financial_organisation"] };
const ASKING = { clock: "answer", dueOn: "2026-04-14", reason: "Ждём лабораторию." };

async function complaint(): Promise<{ id: string; incomingNumber: string }> {
  const made = await desk.register(REGISTERED, { kind: "claim" });
  desk.at(NOON);
  await desk.does("head", made.id, "triage", TRIAGE);
  return made;
}

const name = (id: string, role: Role, by: Role = "head") =>
  desk.does(by, id, "subjects", { personId: desk.person(role).id });

async function remove(id: string, role: Role, by: Role): Promise<Response> {
  const headers = await signIn(test.database.db, desk.person(by), LATEST);
  return ask(test.app, `DELETE /api/complaints/${id}/subjects/${desk.person(role).id}`, { headers });
}

describe("whom a complaint is about", () => {
  it("is named once, shown with it and told of in its history", async () => {
    const { id, incomingNumber } = await complaint();
    await name(id, "handler");
    const twice = await name(id, "handler");
    const person = { id: desk.person("handler").id, name: "Имя handler" };
    expect(twice.subjects).toEqual([person]);
    expect(twice.events.filter(({ kind }) => kind === "subject_named")).toEqual([
      expect.objectContaining({
        actor: { id: desk.person("head").id, name: "Имя head" },
        data: { complaint: { id, incomingNumber }, person },
      }),
    ]);
  });

  it.each<[string, Role, string, unknown]>([
    ["triage it", "handler", "triage", TRIAGE],
    ["record its answer, which closes it", "handler", "steps", { clock: "answer" }],
    ["ask for a later date", "head", "extensions", ASKING],
    ["wait for the complainant", "handler", "pauses", { reason: "Ждём документы." }],
    ["receive it once more", "handler", "receipts", { channel: "post", receivedAt: REGISTERED }],
    ["name others", "head", "subjects", { personId: "0199aaaa-0000-4000-8000-000000000000" }],
  ])("may not %s", async (_what, role, what, json) => {
    const { id } = await complaint();
    await name(id, role, "admin");
    const before = await desk.find(id);
    await desk.mayNot(409, "conflict-of-interest", role, id, what, json);
    expect(await desk.find(id)).toEqual(before);
  });

  it("may not decide a later date, whoever asked for it", async () => {
    const { id } = await complaint();
    await desk.does("head", id, "extensions", ASKING);
    await name(id, "chair");
    const decision = { decision: "approved", comment: null };
    await desk.mayNot(409, "conflict-of-interest", "chair", id, "extensions/1/decision", decision);
    expect((await desk.find(id)).extensions[0]?.decision).toBeNull();
  });

  it("may not open it again", async () => {
    const { id } = await complaint();
    await desk.does("head", id, "steps", { clock: "answer" });
    await name(id, "handler");
    await desk.mayNot(409, "conflict-of-interest", "handler", id, "reopening", { reason: "Не согласен." });
  });

  it("may merge neither it into another nor another into it", async () => {
    const one = await complaint();
    const other = await complaint();
    await name(one.id, "handler");
    const conflict = [409, "conflict-of-interest", "handler"] as const;
    await desk.mayNot(...conflict, one.id, "merge", { into: other.incomingNumber });
    await desk.mayNot(...conflict, other.id, "merge", { into: one.incomingNumber });
  });

  it("reads it as before, and decides on others", async () => {
    const { id } = await complaint();
    const other = await complaint();
    await name(id, "handler");
    const headers = await signIn(test.database.db, desk.person("handler"), LATEST);
    expect((await ask(test.app, `GET /api/complaints/${id}`, { headers })).status).toBe(200);
    await desk.does("handler", other.id, "triage", TRIAGE);
  });

  it("cannot take their own name off, but another can, and then they decide again", async () => {
    const { id } = await complaint();
    // Naming oneself is how one stands back.
    await name(id, "handler", "handler");
    await expectProblem(await remove(id, "handler", "handler"), 409, "conflict-of-interest");
    const removed = await remove(id, "handler", "head");
    expect(removed.status).toBe(200);
    expect(await removed.json()).toMatchObject({ subjects: [] });
    expect((await desk.find(id)).events.at(-1)?.kind).toBe("subject_removed");
    await desk.does("handler", id, "triage", TRIAGE);
  });

  it("AUTH-04 is somebody of the own organisation: a stranger's id names nobody and writes nothing", async () => {
    const { id } = await complaint();
    const stranger = await makePerson(test.database.db, await makeOrganisation(test.database.db));
    const before = await desk.find(id);
    await desk.mayNot(404, "not-found", "head", id, "subjects", { personId: stranger.id });
    expect(await desk.find(id)).toEqual(before);
  });
});

describe("colleagues to choose from", () => {
  it("are those of the own organisation by name, without those shut out", async () => {
    await makePerson(test.database.db, await makeOrganisation(test.database.db), { name: "Чужой" });
    await test.database.owner`UPDATE people SET disabled_at = now() WHERE id = ${desk.person("agent").id}`;
    const headers = await signIn(test.database.db, desk.person("handler"), LATEST);
    const answer = await ask(test.app, "GET /api/colleagues", { headers });
    const { colleagues } = (await answer.json()) as { colleagues: { name: string; roles: string[] }[] };
    const names = colleagues.map((each) => each.name);
    expect(names).toEqual([...names].sort());
    expect(names).not.toContain("Чужой");
    expect(names).not.toContain("Имя agent");
    expect(colleagues).toContainEqual({
      id: desk.person("chair").id,
      name: "Имя chair",
      roles: ["chair"],
      joined: true,
    });
  });
});

describe("a later date that one person asked for and decided", () => {
  it("is told as such in the history, and other decisions are not", async () => {
    const { id } = await complaint();
    await desk.does("admin", id, "extensions", ASKING);
    await desk.does("admin", id, "extensions/1/decision", { decision: "refused", comment: null });
    await desk.does("head", id, "extensions", ASKING);
    const decided = await desk.does("chair", id, "extensions/2/decision", {
      decision: "refused",
      comment: null,
    });
    expect(
      decided.events
        .filter(({ kind }) => kind === "extension_decided")
        .map(({ data }) => data.bySamePerson ?? false),
    ).toEqual([true, false]);
  });
});
