import { russia } from "@otklik/shared/deadline/calendar/russia";
import { ruDefault } from "@otklik/shared/deadline/regulation/ru-default";
import { ruDefault1 } from "@otklik/shared/deadline/regulation/ru-default-1";
import { beforeEach, describe, expect, it } from "vitest";
import { useDatabase } from "../../../tests/support/database";
import { makeOrganisation, makePerson, type TestPerson } from "../../../tests/support/organisation";
import { putCalendarInForce, putRegulationInForce } from "../../../tests/support/publish-rules";
import type { Database } from "../db/client";
import { createTenants } from "../db/tenants";
import { ruleOf } from "./rule-book";
import { createRuleBooks, type RuleBooks } from "./rule-books";

const database = useDatabase();
let person: TestPerson;
let orgId: string;
let books: RuleBooks;
let reads: number;

/** The database, with a count of how often a book was read from it. */
function counted(db: Database): Database {
  return new Proxy(db, {
    get(target, key) {
      if (key === "transaction") reads++;
      return Reflect.get(target, key);
    },
  });
}

beforeEach(async () => {
  person = await makePerson(database.db, await makeOrganisation(database.db));
  orgId = person.organisation.id;
  reads = 0;
  books = createRuleBooks(createTenants(counted(database.app)), 2);
});

const calendar = (version: string) => ({ ...russia, version });
const own = (version: number) => ({ ...ruDefault, name: "own", version });
const publish = (version: string) => putCalendarInForce(database.db, person, calendar(version));

describe("what is in a book", () => {
  it("is the newest built-in rules before the organisation has its own", async () => {
    const book = await books.of(orgId, 0);
    expect([book.revision, book.calendar, book.regulationOn("2026-11-21")]).toEqual([0, russia, ruDefault]);
  });

  it("are all built-in versions for ever", async () => {
    await publish("own-1");
    const book = await books.of(orgId, 1);
    expect(book.regulation("ru-default", 1)).toBe(ruDefault1);
    expect(book.calendarOf("ru-2026-11")).toBe(russia);
  });

  it("is the newest calendar for new counts, and every older one for what it has dated", async () => {
    await publish("own-1");
    const book = await books.of(orgId, await publish("own-2"));
    expect(book.calendar).toEqual(calendar("own-2"));
    expect(book.calendarOf("own-1")).toEqual(calendar("own-1"));
  });

  it.each([
    ["the built-in one until the day before", "2026-12-31", "ru-default", 2],
    ["an own one from its day on", "2027-01-01", "own", 1],
    ["it until the next one's day", "2027-05-31", "own", 1],
    ["the later version of two that begin on one day", "2027-06-01", "own", 3],
  ])("is of regulations %s", async (_which, day, name, version) => {
    const put = (n: number, from: string) => putRegulationInForce(database.db, person, own(n), from);
    await put(1, "2027-01-01");
    await put(2, "2027-06-01");
    const book = await books.of(orgId, await put(3, "2027-06-01"));
    expect(book.regulationOn(day)).toMatchObject({ name, version });
  });

  it("lets one published later, but for an earlier day, take the days of those before it for good", async () => {
    await putRegulationInForce(database.db, person, own(1), "2027-06-01");
    const book = await books.of(orgId, await putRegulationInForce(database.db, person, own(2), "2027-01-01"));
    expect(book.regulationOn("2027-06-02")).toMatchObject({ name: "own", version: 2 });
  });

  it("names the rule of a due date by its version", async () => {
    const other = own(1).timeLimits.map((limit) => (limit.id === "triage" ? { ...limit, n: 2 } : limit));
    const revision = await putRegulationInForce(
      database.db,
      person,
      { ...own(1), timeLimits: other },
      "2026-01-01",
    );
    const book = await books.of(orgId, revision);
    const named = (regulation: string, regulationVersion: number) =>
      ruleOf(book, { regulation, regulationVersion, ruleId: "triage" }).n;
    expect([named("own", 1), named("ru-default", 1)]).toEqual([2, 1]);
    expect(() => named("own", 2)).toThrow("unavailable");
    expect(() => ruleOf(book, { regulation: "own", regulationVersion: 1, ruleId: "none" })).toThrow(
      "No rule none in own version 1",
    );
  });

  it("is nobody else's", async () => {
    const other = await makePerson(database.db, await makeOrganisation(database.db));
    await publish("own-1");
    const book = await books.of(other.organisation.id, 0);
    expect(book.calendar).toBe(russia);
    expect(() => book.calendarOf("own-1")).toThrow("unavailable");
  });

  it("does not stop on an old version that cannot be read any more, only what asks for it", async () => {
    await publish("own-1");
    await database.owner`UPDATE calendars SET content = '{}' WHERE org_id = ${orgId}`;
    const book = await books.of(orgId, await publish("own-2"));
    expect(book.calendar).toEqual(calendar("own-2"));
    expect(() => book.calendarOf("own-1")).toThrow(`The stored calendar own-1 of ${orgId} cannot be read`);
  });
});

describe("a book is read", () => {
  it("once for a revision, however many ask at once and later", async () => {
    const asked = await Promise.all(Array.from({ length: 20 }, () => books.of(orgId, 0)));
    expect(new Set([...asked, await books.of(orgId, 0)]).size).toBe(1);
    expect(reads).toBe(1);
  });

  it("again when a caller comes with a revision that another server has published", async () => {
    const before = await books.of(orgId, 0);
    const revision = await publish("own-1");
    const after = await books.of(orgId, revision);
    expect([before.calendar.version, after.calendar.version, reads]).toEqual(["ru-2026-11", "own-1", 2]);
  });

  it("as it is now for a caller whose revision has passed meanwhile, and says which it is", async () => {
    await publish("own-1");
    expect(await books.of(orgId, 0)).toMatchObject({ revision: 1, calendar: { version: "own-1" } });
  });

  it("once more when the one under way had begun before the publication", async () => {
    const early = books.of(orgId, 0);
    const revision = await publish("own-1");
    const late = books.of(orgId, revision);
    expect((await late).calendar.version).toBe("own-1");
    expect((await early).revision).toBeLessThanOrEqual(1);
  });

  it("again after others have pushed it out", async () => {
    const others = await Promise.all([1, 2].map(() => makeOrganisation(database.db)));
    await books.of(orgId, 0);
    for (const { id } of others) await books.of(id, 0);
    await books.of(orgId, 0);
    expect(reads).toBe(4);
  });

  it("not at all for an organisation that does not exist, and then once more", async () => {
    const nowhere = "0199aaaa-0000-4000-8000-000000000000";
    await expect(books.of(nowhere, 0)).rejects.toThrow("No organisation");
    await expect(books.of(nowhere, 0)).rejects.toThrow("No organisation");
    expect(reads).toBe(2);
  });
});
