import { russia } from "@otklik/shared/deadline/calendar/russia";
import { dueDateSchema } from "@otklik/shared/deadline/due-date";
import { ruDefault } from "@otklik/shared/deadline/regulation/ru-default";
import { describe, expect, it } from "vitest";
import { DUE_HELP, dueCommand } from "./due-command";
import { DueRefusal } from "./due-command-options";

const CLAIM = "--received 2025-12-02T12:00 --kind claim --channel social";

describe("a bare term", () => {
  it.each([
    ["working_day", 1, "2025-04-30", "2025-05-05", false],
    ["working_day", 1, "2025-11-01", "2025-11-05", false],
    ["working_day", 1, "2026-11-03", "2026-11-05", false],
    ["working_day", 3, "2025-06-10", "2025-06-17", false],
    ["working_day", 3, "2025-11-01", "2025-11-07", false],
    ["working_day", 3, "2026-02-19", "2026-02-25", false],
    ["working_day", 3, "2026-11-02", "2026-11-06", false],
    ["working_day", 15, "2025-04-14", "2025-05-07", false],
    ["working_day", 25, "2025-12-15", "2026-01-29", false],
    ["calendar_day", 10, "2025-12-22", "2026-01-12", false],
    ["calendar_day", 10, "2026-04-29", "2026-05-12", false],
    ["calendar_day", 30, "2025-10-04", "2025-11-05", false],
    ["calendar_day", 30, "2026-04-09", "2026-05-12", false],
    ["calendar_day_without_public_holidays", 10, "2025-04-25", "2025-05-06", false],
    ["calendar_day_without_public_holidays", 10, "2026-04-28", "2026-05-12", false],
    ["working_day", 3, "2027-12-28", "2028-01-10", true],
    ["calendar_day", 10, "2027-10-25", "2027-11-08", true],
    // An event on a day off, a roll that goes back or nowhere, and the units that have no vector.
    ["working_day", 1, "2025-10-31", "2025-11-01", false],
    ["calendar_day", 30, "2025-12-02", "2026-01-12", false],
    ["calendar_day", 10, "2025-12-30", "2026-01-12", false],
    ["week", 1, "2025-12-30", "2026-01-12", false],
    ["month", 1, "2026-01-31", "2026-03-02", false],
    ["year", 1, "2024-02-29", "2025-02-28", false],
  ])("%s %i from %s ends on %s", async (unit, n, from, dueOn, provisional) => {
    const counted = await json(`--unit ${unit} --n ${n} --from ${from}`);
    expect(Object.keys(counted)).toEqual(["dueOn", "provisional", "trace"]);
    expect(counted).toMatchObject({ dueOn, provisional });
    expect(counted.trace[0]).toMatchObject({ on: from, counted: false });
  });

  it.each([
    ["", "2026-01-12"],
    ["--roll next", "2026-01-12"],
    ["--roll previous", "2025-12-30"],
    ["--roll none", "2026-01-01"],
  ])("rolls %s", async (roll, dueOn) => {
    expect(await json(`--unit calendar_day --n 30 --from 2025-12-02 ${roll}`)).toMatchObject({ dueOn });
  });

  it("counts by another calendar", async () => {
    const sixDays = { ...russia, version: "own-1", weekend: [7] };
    const counted = await dueCommand(
      words("--unit working_day --n 1 --from 2025-12-05 --calendar six.json --json"),
      async () => JSON.stringify(sixDays),
    );
    expect(JSON.parse(counted)).toMatchObject({ dueOn: "2025-12-06" });
  });

  it("says it in words", async () => {
    expect(await printed("--unit working_day --n 1 --from 2027-12-30 --lang ru")).toBe(
      [
        "1 рабочий день: 2027-12-30 → 2028-01-10, предварительно",
        "  2027-12-30 чт    ·  день события не считается (ст. 191 Гражданского кодекса)",
        "  2027-12-31 пт    ·  перенесённый выходной, по прогнозу",
        ...holidays(),
        "  2028-01-09 вс    ·  выходной",
        "  2028-01-10 пн    1  рабочий день",
      ].join("\n"),
    );
  });
});

describe("the dates of a complaint", () => {
  it("gives each with its rule and its trace, in UTC", async () => {
    const { dueDates, ...head } = await json(`${CLAIM} --registered 2025-12-02T12:10`);
    expect(head).toEqual({
      kind: "claim",
      channel: "social",
      anonymous: false,
      bases: [],
      receivedAt: "2025-12-02T09:00:00.000Z",
      registeredAt: "2025-12-02T09:10:00.000Z",
      zone: "Europe/Moscow",
      regulation: { name: "ru-default", version: 2 },
      calendarVersion: russia.version,
    });
    expect(dueDateSchema.array().safeParse(dueDates).error).toBeUndefined();
    expect(endsOf(dueDates)).toEqual(["first_response 2025-12-02", "triage 2025-12-03", "answer 2026-01-12"]);
    for (const { trace } of dueDates) expect(trace).not.toEqual([]);
  });

  it.each([
    ["--basis refund", "answer 2025-12-12"],
    ["--basis financial-organisation", "answer 2025-12-23"],
    ["--basis refund --basis replacement --basis refund", "answer 2025-12-09"],
    ["--basis=cross_border", "answer 2026-02-02"],
    ["--request-sent 2025-12-05", "internal_request 2025-12-08"],
    ["--closed 2026-02-28T10:00+03:00", "retention 2031-02-28"],
    ["--zone Asia/Kamchatka --registered 2025-12-05T23:59", "triage 2025-12-08"],
    // 21:59 of Friday in Moscow is Saturday in Kamchatka.
    ["--zone Asia/Kamchatka --registered 2025-12-05T21:59+03:00", "triage 2025-12-08"],
    ["--registered 2025-12-03", "triage 2025-12-04"],
  ])("with %s: %s", async (options, end) => {
    const { dueDates } = await json(`${CLAIM} ${options}`);
    expect(endsOf(dueDates)).toContain(end);
  });

  it("owes an anonymous one triage alone", async () => {
    const { dueDates } = await json(`${CLAIM} --anonymous`);
    expect(endsOf(dueDates)).toEqual(["triage 2025-12-03"]);
  });

  it.each([
    ["2025-12-02T09:00Z", "2025-12-02T09:00:00.000Z"],
    ["2025-12-02t12:00:30+03:00", "2025-12-02T09:00:30.000Z"],
    ["2025-12-02T12:00:30.5", "2025-12-02T09:00:30.500Z"],
    ["2025-12-02", "2025-12-01T21:00:00.000Z"],
    // The clock jumps from 2 to 3: Berlin shows no 02:30 on that night.
    ["2026-03-29T02:30 --zone Europe/Berlin", "2026-03-29T01:30:00.000Z"],
  ])("reads --received %s", async (received, receivedAt) => {
    expect(await json(`--received ${received} --kind claim --channel web`)).toMatchObject({ receivedAt });
  });

  it("counts by another regulation", async () => {
    const [first] = ruDefault.timeLimits;
    const own = { name: "own", version: 3, timeLimits: [{ ...first, appliesTo: {}, n: 7 }] };
    const text = await dueCommand(words(`${CLAIM} --regulation own.json --json`), async () =>
      JSON.stringify(own),
    );
    expect(JSON.parse(text)).toMatchObject({
      regulation: { name: "own", version: 3 },
      dueDates: [{ clock: "first_response", dueAt: "2025-12-02T09:07:00.000Z" }],
    });
  });

  it("says them in words, each with its reason", async () => {
    const text = await printed(`${CLAIM} --basis no-term`);
    expect(text.split("\n").slice(0, 9)).toEqual([
      "Claim · Social network · No term by law, contract or the person",
      "Europe/Moscow · ru-default 2 · ru-2026-11",
      "",
      "First response: due Tuesday 2 December 2025, 13:00",
      "  1 hour from receipt on 2 Dec 2025, 12:00: until 13:00 (customers’ expectation by channel)",
      "  2025-12-02 Tue 12:00–13:00    +  counted round the clock",
      "",
      "Triage: due Wednesday 3 December 2025",
      "  1 working day from registration on 2 Dec 2025: until Wednesday 3 December 2025 (regulation 2.4)",
    ]);
  });
});

describe("what cannot be counted", () => {
  it.each([
    ["", "--received, --kind and --channel"],
    ["--json --lang ru", "--received, --kind and --channel"],
    ["--recieved 2025-12-02", 'There is no option "--recieved"'],
    ["--kind", "--kind needs a value"],
    ["--kind --channel web", "--kind needs a value"],
    ["--kind claim --kind claim", "--kind is given twice"],
    ["--json=yes", 'There is no option "--json=yes"'],
    [`${CLAIM} tomorrow`, 'There is no option "tomorrow"'],
    ["--kind claim --channel web", "--received is missing"],
    ["--received 2025-12-02 --channel web", "--kind is missing"],
    ["--received 2025-12-02 --kind claims --channel web", "general, claim, service, suggestion"],
    ["--received 2025-12-02 --kind claim --channel fax", "--channel must be one of"],
    [`${CLAIM} --basis whim`, "--basis must be one of"],
    [`${CLAIM} --lang de`, "ru, en"],
    [`${CLAIM} --zone Europe/Moskva`, "Europe/Moskva"],
    [`${CLAIM} --registered 2025-12-02T11:59`, "--registered is earlier than --received"],
    ["--received 2026-02-30T12:00 --kind claim --channel web", "2026-02-30"],
    ["--received 2025-12-02T24:01 --kind claim --channel web", "2025-12-02T24:01"],
    ["--received 2025-12-02T12:00+99:00 --kind claim --channel web", "+99:00"],
    ["--received yesterday --kind claim --channel web", "yesterday"],
    [`${CLAIM} --unit week`, "--unit is for a bare term and --received for a complaint"],
    ["--unit week --n 1 --from 2025-12-02 --anonymous", "--anonymous for a complaint"],
    ["--unit week --n 1 --from 2025-12-02 --basis refund", "--basis for a complaint"],
    ["--unit week --n 1", "--from is missing"],
    ["--roll next", "--unit is missing"],
    ["--unit fortnight --n 1 --from 2025-12-02", "working_day, calendar_day"],
    ["--unit hour --n 1 --from 2025-12-02", "--unit must be one of"],
    ["--unit week --n 0 --from 2025-12-02", "from 1 to 3660"],
    ["--unit week --n -1 --from 2025-12-02", "from 1 to 3660"],
    ["--unit week --n 1.5 --from 2025-12-02", "from 1 to 3660"],
    ["--unit week --n 3661 --from 2025-12-02", "from 1 to 3660"],
    ["--unit week --n 99999999999999999999 --from 2025-12-02", "from 1 to 3660"],
    ["--unit week --n 1 --from 2026-02-30", "--from must be a date"],
    ["--unit week --n 1 --from 9999-12-31", "--from must be a date"],
    ["--received 0001-01-01T00:00 --kind claim --channel web", "--received must be a date and time"],
    ["--unit week --n 1 --from 2025-12-02T12:00", "--from must be a date"],
    ["--unit week --n 1 --from 2025-12-02 --roll up", "next, previous, none"],
    [`${CLAIM} --regulation missing.json`, "cannot be read"],
    [`${CLAIM} --calendar missing.json`, "cannot be read"],
  ])("%s", async (typed, sentence) => {
    await expectRefusal(dueCommand(words(typed), missing), sentence);
  });

  it.each([
    ["nothing", "", "is not a regulation"],
    ["no JSON", "{", "is not a regulation"],
    ["another shape", "[]", "is not a regulation"],
    ["a wrong rule", JSON.stringify({ ...ruDefault, timeLimits: [{ id: "a" }] }), "see timeLimits.0"],
  ])("a regulation's file with %s", async (_what, text, sentence) => {
    await expectRefusal(
      dueCommand(words(`${CLAIM} --regulation own.json`), async () => text),
      sentence,
    );
  });

  it("a calendar without a working day: a sentence, not a loop", async () => {
    const closed = { ...russia, weekend: [1, 2, 3, 4, 5, 6], publicHolidays: { act: "a", days: allDays() } };
    const text = async () => JSON.stringify(closed);
    await expectRefusal(
      dueCommand(words("--unit working_day --n 1 --from 2026-03-02 --calendar c.json"), text),
      "cannot be counted",
    );
  });
});

it("tells how it is used", async () => {
  expect(await dueCommand(["--help"], missing)).toBe(DUE_HELP);
  expect(await dueCommand(["--", "--kind", "claim", "--help"], missing)).toBe(DUE_HELP);
});

async function missing(): Promise<string> {
  throw new Error("no such file");
}

function words(typed: string): string[] {
  return typed.split(" ").filter((word) => word !== "");
}

function printed(typed: string): Promise<string> {
  return dueCommand(words(typed), missing);
}

async function json(typed: string) {
  const text = await printed(`${typed} --json`);
  expect(text).not.toContain("\n");
  return JSON.parse(text);
}

async function expectRefusal(run: Promise<string>, sentence: string): Promise<void> {
  const error = await run.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(DueRefusal);
  const { message } = error instanceof DueRefusal ? error : { message: "" };
  expect(message).toContain(sentence);
  expect(message).toMatch(/^[^\n]+\.$/);
}

function endsOf(dueDates: readonly { clock: string; dueOn: string }[]): string[] {
  return dueDates.map(({ clock, dueOn }) => `${clock} ${dueOn}`);
}

function holidays(): string[] {
  return ["01 сб", "02 вс", "03 пн", "04 вт", "05 ср", "06 чт", "07 пт", "08 сб"].map(
    (day) => `  2028-01-${day}    ·  нерабочий праздничный день (ст. 112 Трудового кодекса)`,
  );
}

function allDays(): string[] {
  return Array.from({ length: 366 }, (_, day) =>
    new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(5, 10),
  );
}
