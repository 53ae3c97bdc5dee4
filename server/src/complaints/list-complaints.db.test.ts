import { type ComplaintPage, complaintPageSchema } from "@otklik/shared/complaint/complaint";
import { COMPLAINT_VIEWS } from "@otklik/shared/complaint/vocabulary";
import { beforeEach, describe, expect, it } from "vitest";
import { ask, expectProblem } from "../../../tests/support/ask";
import { useDeps } from "../../../tests/support/deps";
import {
  callerOf,
  makeOrganisation,
  makePerson,
  signIn,
  type TestOrganisation,
  type TestPerson,
} from "../../../tests/support/organisation";
import { sampleComplaint } from "../../../tests/support/sample-complaint";
import { useTermDesk } from "../../../tests/support/term-desk";
import { registerComplaint } from "./register-complaint";

const test = useDeps();
let organisation: TestOrganisation;
let person: TestPerson;
let desk: Record<string, string>;

beforeEach(async () => {
  organisation = await makeOrganisation(test.database.db);
  person = await makePerson(test.database.db, organisation);
  desk = await signIn(test.database.db, person);
});

async function list(query: string, headers = desk): Promise<ComplaintPage> {
  const answer = await ask(test.app, `GET /api/complaints?${query}`, { headers });
  expect(answer.status).toBe(200);
  return complaintPageSchema.parse(await answer.json());
}

async function register(overrides: Parameters<typeof sampleComplaint>[0] = {}, by = person): Promise<string> {
  return (await registerComplaint(test.deps, callerOf(by), sampleComplaint(overrides))).incomingNumber.slice(
    5,
  );
}

const numbers = (page: ComplaintPage) => page.complaints.map(({ incomingNumber }) => incomingNumber.slice(5));

/** Every page from the first to the last. */
async function pages(query: string, headers = desk): Promise<string[][]> {
  const read: string[][] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const page: ComplaintPage = await list(`${query}${cursor && `&cursor=${cursor}`}`, headers);
    read.push(numbers(page));
    cursor = page.nextCursor;
  }
  return read;
}

it("is empty for a new organisation", async () => {
  expect(await list("")).toEqual({
    complaints: [],
    nextCursor: null,
    zone: "Europe/Moscow",
    window: expect.objectContaining({ days: expect.stringMatching(/^[who]{733}$/) }),
  });
});

it("lists the newest first, page by page, also when others come in between", async () => {
  for (let n = 0; n < 5; n++) await register();
  const first = await list("limit=2");
  expect(numbers(first)).toEqual(["000005", "000004"]);
  await register();
  expect(numbers(await list(`limit=2&cursor=${first.nextCursor}`))).toEqual(["000003", "000002"]);
  expect(await pages("limit=3")).toEqual([
    ["000006", "000005", "000004"],
    ["000003", "000002", "000001"],
  ]);
});

it("lists mine by due date, open ones only, and no colleague's", async () => {
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
  // Due 24 hours after it was captured; without an answer owed, after a working day.
  await register({ clip: { channel: "post", capturedAt: hoursAgo(1) } });
  await register({ clip: { channel: "post", capturedAt: hoursAgo(30) } });
  await register({ clip: { channel: "post", capturedAt: hoursAgo(2) } });
  const closed = sampleComplaint({ kind: "suggestion" });
  await registerComplaint(test.deps, callerOf(person), closed);
  await ask(test.app, `POST /api/complaints/${closed.id}/steps`, {
    headers: desk,
    json: { clock: "triage" },
  });
  await register({}, await makePerson(test.database.db, organisation));
  expect(await pages("view=mine&limit=2")).toEqual([["000002", "000003"], ["000001"]]);
});

it("pages through complaints that are due at one instant, each once", async () => {
  const capturedAt = new Date().toISOString();
  for (let n = 0; n < 5; n++) await register({ clip: { capturedAt } });
  const read = await pages("view=mine&limit=2");
  expect(read.map(({ length }) => length)).toEqual([2, 2, 1]);
  expect(read.flat().sort()).toEqual(["000001", "000002", "000003", "000004", "000005"]);
});

it("lists what is overdue in the whole organisation: due at this very instant too", async () => {
  const colleague = await makePerson(test.database.db, organisation);
  const capturedAt = new Date(Date.now() - 3_600_000).toISOString();
  await register({ clip: { channel: "social", capturedAt } }, colleague);
  await register({
    clip: { channel: "social", capturedAt: new Date(Date.parse(capturedAt) + 1).toISOString() },
  });
  test.setClock(new Date(Date.parse(capturedAt) + 3_600_000));
  expect(numbers(await list("view=overdue"))).toEqual(["000001"]);
  test.setClock(null);
});

describe("what awaits a decision", () => {
  const terms = useTermDesk(test);
  const asked = { clock: "answer", dueOn: "2026-04-20", reason: "Ждём заключения лаборатории." };

  beforeEach(() => terms.at("2026-03-11T09:00:00.000Z"));

  async function claim(receivedHour: number): Promise<string> {
    const at = `2026-03-10T${String(receivedHour).padStart(2, "0")}:00:00.000Z`;
    return (await terms.register(at, { kind: "claim" })).id;
  }

  async function waiting(receivedHour = 7): Promise<string> {
    const id = await claim(receivedHour);
    await terms.does("head", id, "extensions", asked);
    return id;
  }

  async function closeIt(id: string): Promise<void> {
    for (const clock of ["first_response", "answer"]) await terms.does("handler", id, "steps", { clock });
    expect((await terms.find(id)).status).toBe("closed");
  }

  async function reopenIt(id: string): Promise<void> {
    await closeIt(id);
    terms.at("2026-03-12T09:00:00.000Z");
    await terms.does("handler", id, "reopening", { reason: "Ответ не по существу." });
  }

  const decide = (id: string, decision: "approved" | "refused") =>
    terms.does("chair", id, "extensions/1/decision", { decision, comment: "Решено." });

  const listed = async () =>
    numbers(await list("view=awaiting_decision", await signIn(test.database.db, terms.person("chair"))));

  it.each<[string, () => Promise<unknown>, boolean]>([
    ["waiting", () => waiting(), true],
    ["not asked for", () => claim(7), false],
    ["approved", async () => decide(await waiting(), "approved"), false],
    ["refused", async () => decide(await waiting(), "refused"), false],
    [
      "asked for once more after a refusal",
      async () => terms.does("head", (await decide(await waiting(), "refused")).id, "extensions", asked),
      true,
    ],
    ["of a closed complaint", async () => closeIt(await waiting()), false],
    ["asked for before a re-opening", async () => reopenIt(await waiting()), false],
    [
      "asked for after a re-opening",
      async () => {
        const id = await claim(7);
        await reopenIt(id);
        await terms.does("head", id, "extensions", asked);
      },
      true,
    ],
  ])("a later date that is %s", async (_how, arrange, isListed) => {
    await arrange();
    expect(await listed()).toEqual(isListed ? ["000001"] : []);
  });

  it("comes by due date, page by page, each complaint once, and to its own organisation alone", async () => {
    const [, earliest] = [await waiting(8), await waiting(6), await waiting(7)];
    // Two clocks of one complaint may wait at once.
    await test.database.owner`INSERT INTO term_extensions
      (org_id, complaint_id, position, clock, from_due_on, to_due_on, reason, requested_by, requested_at)
      SELECT org_id, complaint_id, 2, 'first_response', from_due_on, to_due_on, reason, requested_by, requested_at
      FROM term_extensions WHERE complaint_id = ${earliest}`;
    const chair = await signIn(test.database.db, terms.person("chair"));
    expect(await pages("view=awaiting_decision&limit=2", chair)).toEqual([["000002", "000003"], ["000001"]]);
    expect(await pages("view=awaiting_decision")).toEqual([[]]);
  });
});

it("does not show another organisation's complaints", async () => {
  await register();
  const stranger = await makePerson(test.database.db, await makeOrganisation(test.database.db));
  const theirDesk = await signIn(test.database.db, stranger);
  for (const view of COMPLAINT_VIEWS) {
    expect((await list(`view=${view}`, theirDesk)).complaints).toEqual([]);
  }
});

describe("searching", () => {
  beforeEach(async () => {
    await register({ clip: { narrative: "Курьеры не доставили посылку, заказ 4512345" } });
    await register({ clip: { narrative: "Your deliveries are always late; 100% of them" } });
    await register({
      clip: {
        narrative: "Грубый охранник",
        author: { name: "Лада Берестянникова", handle: "lada_b", profileUrl: null, platformId: null },
      },
    });
  });

  it.each([
    ["another form of the words", "курьер с посылкой", ["000001"]],
    ["English words", "delivery late", ["000002"]],
    ["all the words", "посылка охранник", []],
    ["a word that is only begun", "курьер посыл", ["000001"]],
    ["the author's name, begun", "Берест", ["000003"]],
    ["the author's handle", "lada_b", ["000003"]],
    ["an exact word in quotes, which is not begun", '"посыл"', []],
    ["either word", "посылка or охранник", ["000003", "000001"]],
    ["without a word", "охранник -грубый", []],
    ["a number's end", "3", ["000003"]],
    ["a number as it is written", "№ 000002", ["000002"]],
    ["a number that stands in a text", "4512345", ["000001"]],
    ["nothing but spaces", "  ", ["000003", "000002", "000001"]],
    ["IN-21 a per cent sign", "%", []],
    ["IN-21 a query's own signs", "a:*&!'\\", []],
    ["IN-21 brackets", "((((((((((", []],
    ["IN-21 a lone quote", '"', []],
  ])("finds by %s", async (_what, q, found) => {
    expect(numbers(await list(`q=${encodeURIComponent(q)}`))).toEqual(found);
  });

  it.each([
    ["typed as one sign, written as two", "NFC", "NFD"],
    ["typed as two signs, written as one", "NFD", "NFC"],
  ])("IN-05 finds a letter that is %s", async (_what, typed, written) => {
    const author = {
      name: "Андрей Чайкин".normalize(written),
      handle: null,
      profileUrl: null,
      platformId: null,
    };
    await register({ clip: { narrative: "Ёлочный шарик разбит, самый любимый".normalize(written), author } });
    for (const words of ["ёлочный шарик", "любимый", '"разбит самый"', "чайк", "шарики любимы"]) {
      expect(numbers(await list(`q=${encodeURIComponent(words.normalize(typed))}`))).toEqual(["000004"]);
    }
  });

  it("finds by a whole number, and in its own year only", async () => {
    const year = (await list("")).complaints[0]?.incomingNumber.slice(0, 4);
    expect(numbers(await list(`q=${year}-000002`))).toEqual(["000002"]);
    expect(numbers(await list("q=1999-000002"))).toEqual([]);
  });

  it("pages through what was found", async () => {
    for (let n = 0; n < 2; n++) await register({ clip: { narrative: "посылка пришла" } });
    expect(await pages("q=посылка&limit=2")).toEqual([["000005", "000004"], ["000001"]]);
  });
});

it.each([
  ["no rows", "limit=0"],
  ["too many rows", "limit=101"],
  ["a length that is no number", "limit=abc"],
  ["an unknown view", "view=all"],
  ["an unknown parameter", "sort=passwordHash"],
  ["a parameter twice", "view=mine&view=newest"],
  ["a forged cursor", "cursor=abc"],
  [
    "another view's cursor",
    `view=mine&cursor=${Buffer.from('{"view":"newest","year":2026,"ordinal":1}').toString("base64url")}`,
  ],
  ["a NUL in the search", "q=%00"],
  ["a search that is too long", `q=${"я".repeat(201)}`],
])("IN-19 IN-21 refuses %s", async (_what, query) => {
  await expectProblem(
    await ask(test.app, `GET /api/complaints?${query}`, { headers: desk }),
    422,
    "invalid-request",
  );
});
