import { russia } from "@otklik/shared/deadline/calendar/russia";
import { dueDatesOf } from "@otklik/shared/deadline/due";
import type { Regulation } from "@otklik/shared/deadline/regulation/regulation";
import { ruDefault } from "@otklik/shared/deadline/regulation/ru-default";
import { addDays } from "@otklik/shared/deadline/time/local-day";
import { localDateOf } from "@otklik/shared/deadline/time/zone";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { useDeps } from "../../../tests/support/deps";
import { callerOf, makeOrganisation, makePerson, type TestPerson } from "../../../tests/support/organisation";
import { putCalendarInForce, putRegulationInForce } from "../../../tests/support/publish-rules";
import { sampleComplaint } from "../../../tests/support/sample-complaint";
import { complaints } from "../db/schema";
import type { Caller } from "../deps";
import { findComplaint } from "./find-complaint";
import { listComplaints } from "./list-complaints";
import { registerComplaint } from "./register-complaint";

const test = useDeps();
let person: TestPerson;
/** As of before anything is published: every publication passes it by. */
let early: Caller;

beforeEach(async () => {
  person = await makePerson(test.database.db, await makeOrganisation(test.database.db), { roles: ["admin"] });
  early = callerOf(person);
});

const calendar = (version: string) => ({ ...russia, version });
const own = (version: number, triageDays: number): Regulation => ({
  name: "own",
  version,
  timeLimits: ruDefault.timeLimits.map((limit) =>
    limit.id === "triage" ? { ...limit, n: triageDays } : limit,
  ),
});
const today = () => localDateOf(new Date().toISOString(), person.organisation.zone);
const register = (caller = early) => registerComplaint(test.deps, caller, sampleComplaint({ kind: "claim" }));
const triageOf = ({ dueDates }: Awaited<ReturnType<typeof register>>) =>
  dueDates.find(({ clock }) => clock === "triage");

describe("a complaint is dated by what is in force when it is registered", () => {
  it("also when a calendar was published after the dates had been counted", async () => {
    await register();
    await putCalendarInForce(test.database.db, person, calendar("own-1"));
    expect(triageOf(await register())?.calendarVersion).toBe("own-1");
  });

  it("also when a regulation was", async () => {
    await register();
    await putRegulationInForce(test.database.db, person, own(1, 5), today());
    const due = triageOf(await register());
    expect(due?.rule).toMatchObject({ regulation: "own", regulationVersion: 1, n: 5 });
    expect(due).toEqual(
      expect.objectContaining({
        dueOn: dueAfter(own(1, 5), due?.startAt ?? ""),
        calendarVersion: russia.version,
      }),
    );
  });

  it("and not yet by a regulation that begins tomorrow", async () => {
    const revision = await putRegulationInForce(test.database.db, person, own(1, 5), addDays(today(), 1));
    expect(triageOf(await register({ ...early, rulesRevision: revision }))?.rule.regulation).toBe(
      "ru-default",
    );
  });

  it("and waits for nothing where the rules date nothing but its retention", async () => {
    const retention = ruDefault.timeLimits
      .filter(({ clock }) => clock === "retention")
      .map((limit) => ({ ...limit, from: "registered" as const }));
    const keeping: Regulation = { name: "own", version: 1, timeLimits: retention };
    const revision = await putRegulationInForce(test.database.db, person, keeping, today());
    const { id, dueDates } = await register({ ...early, rulesRevision: revision });
    expect(dueDates.map(({ clock }) => clock)).toEqual(["retention"]);
    const [row] = await test.database.db
      .select({ nextDueAt: complaints.nextDueAt })
      .from(complaints)
      .where(eq(complaints.id, id));
    expect(row).toEqual({ nextDueAt: null });
  });

  it("and keeps its dates when it is sent again under newer rules", async () => {
    const complaint = sampleComplaint({ kind: "claim" });
    const first = await registerComplaint(test.deps, early, complaint);
    const revision = await putRegulationInForce(test.database.db, person, own(1, 5), today());
    const again = await registerComplaint(test.deps, { ...early, rulesRevision: revision }, complaint);
    expect(again).toEqual({ ...first, created: false });
  });

  it("and finds them though a calendar is published between its counting and its registration, four times", async () => {
    let published = 0;
    const busy: typeof test.deps.ruleBooks = {
      ...test.deps.ruleBooks,
      async of(orgId, revision) {
        const book = await test.deps.ruleBooks.of(orgId, revision);
        if (published < 4) await putCalendarInForce(test.database.db, person, calendar(`own-${++published}`));
        return book;
      },
    };
    const complaint = sampleComplaint({ kind: "claim" });
    const receipt = await registerComplaint({ ...test.deps, ruleBooks: busy }, early, complaint);
    expect(triageOf(receipt)?.calendarVersion).toBe("own-4");
  });

  it("is answered to a caller who was identified before its rules were published", async () => {
    const complaint = sampleComplaint({ kind: "claim" });
    const revision = await putRegulationInForce(test.database.db, person, own(1, 5), today());
    const first = await registerComplaint(test.deps, { ...early, rulesRevision: revision }, complaint);
    // As if this server had read the book just before.
    const other = await makePerson(test.database.db, await makeOrganisation(test.database.db));
    const oldBook = await test.deps.ruleBooks.of(other.organisation.id, 0);
    const stale = { ...test.deps, ruleBooks: { ...test.deps.ruleBooks, of: async () => oldBook } };
    expect(await registerComplaint(stale, early, complaint)).toEqual({ ...first, created: false });
    expect((await findComplaint(stale, early, complaint.id)).nextDue?.rule.regulation).toBe("own");
    const page = await listComplaints(stale, early, { view: "newest", limit: 10 });
    expect(page.complaints.map(({ nextDue }) => nextDue?.rule.regulation)).toEqual(["own"]);
  });
});

it("dates every complaint by the versions that it names while rules are published between four batches", async () => {
  const receipts: Awaited<ReturnType<typeof register>>[] = [];
  for (let version = 1; version <= 4; version++) {
    const batch = Promise.all(Array.from({ length: 50 }, () => register()));
    await putRegulationInForce(test.database.db, person, own(version, 1 + version), today());
    await putCalendarInForce(test.database.db, person, calendar(`own-${version}`));
    receipts.push(...(await batch));
  }
  receipts.push(await register());
  expect(receipts.map(({ incomingNumber }) => Number(incomingNumber.slice(5))).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 201 }, (_, place) => place + 1),
  );
  expect(triageOf(receipts.at(-1) ?? (await register()))).toMatchObject({
    calendarVersion: "own-4",
    rule: { regulation: "own", regulationVersion: 4, n: 5 },
  });
  const rules = await test.deps.ruleBooks.newest(early.orgId);
  for (const receipt of receipts) {
    const triage = triageOf(receipt);
    if (triage === undefined) throw new Error("No triage");
    const { regulation, regulationVersion } = triage.rule;
    const facts = {
      kind: "claim",
      channel: "social",
      anonymous: false,
      bases: [],
      receivedAt: receipt.receivedAt,
      registeredAt: receipt.registeredAt,
    } as const;
    const counted = dueDatesOf(
      facts,
      rules.regulation(regulation, regulationVersion),
      rules.calendarOf(triage.calendarVersion),
      early.zone,
    );
    expect(receipt.dueDates).toEqual(counted);
  }
});

function dueAfter(regulation: Regulation, registeredAt: string): string | undefined {
  const facts = { kind: "claim", channel: "social", anonymous: false, bases: [] } as const;
  return dueDatesOf(
    { ...facts, receivedAt: registeredAt, registeredAt },
    regulation,
    russia,
    person.organisation.zone,
  ).find(({ clock }) => clock === "triage")?.dueOn;
}
