import { describe, expect, it } from "vitest";
import { CHANNELS, COMPLAINT_KINDS } from "../complaint/vocabulary";
import { russia } from "./calendar/russia";
import { type DueFacts, dueDatesOf } from "./due";
import { dueDateSchema } from "./due-date";
import type { Regulation } from "./regulation/regulation";
import { ruDefault } from "./regulation/ru-default";

const MOSCOW = "Europe/Moscow";
/** A Tuesday, 12:00 in Moscow; registered ten minutes later. */
const CLAIM: DueFacts = {
  kind: "claim",
  channel: "social",
  anonymous: false,
  bases: [],
  receivedAt: "2025-12-02T09:00:00.000Z",
  registeredAt: "2025-12-02T09:10:00.000Z",
};

describe("which clocks run, by ru-default", () => {
  it.each<[string, Partial<DueFacts>, string[]]>([
    ["a claim from a social network", {}, ["first_response 10:00", "triage 12-03", "answer 01-12"]],
    ["a claim in a review", { channel: "review" }, ["first_response 10:00", "triage 12-03", "answer 01-12"]],
    ["a claim by phone", { channel: "phone" }, ["first_response 09:05", "triage 12-03", "answer 01-12"]],
    [
      "a claim by e-mail",
      { channel: "email" },
      ["term_notice 10:00", "first_response 12-03", "triage 12-03", "answer 01-12"],
    ],
    [
      "a complaint about service by web form",
      { kind: "service", channel: "web_form" },
      ["term_notice 10:00", "first_response 12-03", "triage 12-03", "answer 01-12"],
    ],
    [
      "a general question by webmail: no triage",
      { kind: "general", channel: "webmail" },
      ["term_notice 10:00", "first_response 12-03", "answer 12-05"],
    ],
    [
      "a general question in person: within 24 hours",
      { kind: "general", channel: "in_person" },
      ["first_response 12-03", "answer 12-05"],
    ],
    ["a suggestion: triage only", { kind: "suggestion" }, ["triage 12-03"]],
    ["a suggestion by e-mail: triage only", { kind: "suggestion", channel: "email" }, ["triage 12-03"]],
    ["an anonymous claim: triage only", { anonymous: true }, ["triage 12-03"]],
    ["an anonymous call: triage only", { anonymous: true, channel: "phone" }, ["triage 12-03"]],
    ["an anonymous general question: triage only", { anonymous: true, kind: "general" }, ["triage 12-03"]],
    ["an anonymous suggestion: triage only", { anonymous: true, kind: "suggestion" }, ["triage 12-03"]],
  ])("%s", (_what, facts, clocks) => {
    const dueDates = dueDatesOf({ ...CLAIM, ...facts }, ruDefault, russia, MOSCOW);
    const said = dueDates.map(({ clock, dueAt, dueOn }) =>
      dueOn === "2025-12-02" ? `${clock} ${dueAt.slice(11, 16)}` : `${clock} ${dueOn.slice(5)}`,
    );
    expect(said).toEqual(clocks);
  });

  it("gives every complaint something that ends, at most one date a clock, the earliest first", () => {
    for (const kind of COMPLAINT_KINDS) {
      for (const channel of CHANNELS) {
        for (const anonymous of [true, false]) {
          const dueDates = dueDatesOf({ ...CLAIM, kind, channel, anonymous }, ruDefault, russia, MOSCOW);
          const clocks = dueDates.map(({ clock }) => clock);
          const instants = dueDates.map(({ dueAt }) => dueAt);
          expect(dueDates.length).toBeGreaterThan(0);
          expect(new Set(clocks).size).toBe(clocks.length);
          expect(instants).toEqual([...instants].sort());
          expect(clocks.includes("answer")).toBe(kind !== "suggestion" && !anonymous);
        }
      }
    }
  });
});

describe("when a term ends", () => {
  it("runs days from the local date of their event, to 24:00 local", () => {
    const [, , answer] = dueDatesOf(
      { ...CLAIM, registeredAt: "2025-12-02T20:59:59.999Z" },
      ruDefault,
      russia,
      MOSCOW,
    );
    const [, , next] = dueDatesOf(
      { ...CLAIM, registeredAt: "2025-12-02T21:00:00.000Z" },
      ruDefault,
      russia,
      MOSCOW,
    );
    expect(answer).toMatchObject({ clock: "answer", dueOn: "2026-01-12", dueAt: "2026-01-12T21:00:00.000Z" });
    expect(next).toMatchObject({ clock: "answer", dueOn: "2026-01-12", startAt: "2025-12-02T21:00:00.000Z" });
  });

  it("counts what runs from receipt from receipt, and what runs from registration from registration", () => {
    const facts: DueFacts = { ...CLAIM, kind: "general", receivedAt: "2025-11-28T09:00:00.000Z" };
    const general = dueDatesOf(facts, ruDefault, russia, MOSCOW);
    expect(general.find(({ clock }) => clock === "answer")).toMatchObject({ dueOn: "2025-12-03" });
    const claim = dueDatesOf({ ...facts, kind: "claim" }, ruDefault, russia, MOSCOW);
    expect(claim.find(({ clock }) => clock === "answer")).toMatchObject({ startAt: CLAIM.registeredAt });
  });

  it("lets hours pass over midnight and over a clock change", () => {
    const facts: DueFacts = { ...CLAIM, channel: "email", receivedAt: "2026-10-24T12:00:00.000Z" };
    const dueDates = dueDatesOf(facts, ruDefault, russia, "Europe/Berlin");
    expect(dueDates.find(({ clock }) => clock === "first_response")).toMatchObject({
      dueAt: "2026-10-25T12:00:00.000Z",
      dueOn: "2026-10-25",
      provisional: false,
    });
  });

  it("an hour that ends at midnight is due on the day that ends", () => {
    const [first] = dueDatesOf(
      { ...CLAIM, receivedAt: "2025-12-02T20:00:00.000Z" },
      ruDefault,
      russia,
      MOSCOW,
    );
    expect(first).toMatchObject({ dueAt: "2025-12-02T21:00:00.000Z", dueOn: "2025-12-02" });
  });

  it("takes instants with an offset and gives them in UTC", () => {
    const [first] = dueDatesOf(
      { ...CLAIM, receivedAt: "2025-12-02T12:00:00+03:00" },
      ruDefault,
      russia,
      MOSCOW,
    );
    expect(first).toMatchObject({ startAt: "2025-12-02T09:00:00.000Z", dueAt: "2025-12-02T10:00:00.000Z" });
  });

  it("says when a date is provisional", () => {
    const dueDates = dueDatesOf(
      { ...CLAIM, registeredAt: "2026-12-10T09:00:00.000Z" },
      ruDefault,
      russia,
      MOSCOW,
    );
    expect(dueDates.map(({ clock, provisional }) => [clock, provisional])).toEqual([
      ["first_response", false],
      ["triage", false],
      ["answer", true],
    ]);
  });
});

describe("what a due date carries", () => {
  it("fits its wire shape and names rule, versions and basis", () => {
    const dueDates = dueDatesOf(CLAIM, ruDefault, russia, MOSCOW);
    expect(dueDateSchema.array().parse(dueDates)).toEqual(dueDates);
    expect(dueDates.at(-1)).toMatchObject({
      calendarVersion: russia.version,
      rule: {
        id: "answer-claim",
        regulation: "ru-default",
        regulationVersion: 2,
        unit: "calendar_day",
        n: 30,
        from: "registered",
        basis: "regulation 3.3.5",
      },
    });
  });

  it("is counted anew for another zone, calendar or regulation", () => {
    const late = { ...CLAIM, registeredAt: "2025-12-05T20:30:00.000Z" };
    const triage = (regulation: Regulation, calendar: typeof russia, zone: string) =>
      dueDatesOf(late, regulation, calendar, zone).find(({ clock }) => clock === "triage")?.dueOn;
    const noWeekends = { ...russia, years: {}, publicHolidays: { act: "", days: ["12-08"] } };
    const twoDays = {
      ...ruDefault,
      timeLimits: ruDefault.timeLimits.map((limit) =>
        limit.clock === "triage" ? { ...limit, n: 2 } : limit,
      ),
    };
    expect(triage(ruDefault, russia, MOSCOW)).toBe("2025-12-08");
    expect(triage(ruDefault, russia, "Asia/Kamchatka")).toBe("2025-12-08");
    expect(triage(ruDefault, noWeekends, MOSCOW)).toBe("2025-12-09");
    expect(triage(twoDays, russia, MOSCOW)).toBe("2025-12-09");
  });

  it.each<[string, Partial<DueFacts>, string]>([
    ["a zone that does not exist", {}, "Europe/Moskva"],
    ["an instant that is none", { receivedAt: "noon" }, MOSCOW],
  ])("refuses %s", (_what, facts, zone) => {
    expect(() => dueDatesOf({ ...CLAIM, ...facts }, ruDefault, russia, zone)).toThrow(RangeError);
  });
});
