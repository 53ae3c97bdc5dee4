import { describe, expect, it } from "vitest";
import { russia } from "./calendar/russia";
import { type DueFacts, dueDatesOf } from "./due";
import { dueDatesInPause } from "./due-in-pause";
import type { Regulation, TimeLimit } from "./regulation/regulation";
import { ruDefault } from "./regulation/ru-default";
import type { Instant } from "./vocabulary";

const ZONE = "Europe/Moscow";
// Tuesday 10:00.
const FACTS: DueFacts = {
  kind: "claim",
  channel: "post",
  anonymous: false,
  bases: [],
  receivedAt: "2026-03-10T07:00:00.000Z",
  registeredAt: "2026-03-10T07:00:00.000Z",
};

const rule = (id: string, overrides: Partial<TimeLimit>): TimeLimit => ({
  id,
  clock: "answer",
  family: "service",
  appliesTo: {},
  unit: "working_day",
  n: 3,
  from: "received",
  roll: "none",
  end: "day_end",
  pausable: true,
  priority: 0,
  extension: null,
  basis: { act: "Own rules", clause: null, url: null, checkedOn: "2026-01-01" },
  ...overrides,
});
const regulation = (...timeLimits: TimeLimit[]): Regulation => ({ name: "own", version: 1, timeLimits });

function inPause(rules: Regulation, since: Instant, facts: DueFacts = FACTS) {
  const { running, still } = dueDatesInPause(facts, since, rules, russia, ZONE);
  const named = (dueDates: readonly { rule: { id: string }; dueOn: string }[]) =>
    dueDates.map(({ rule: { id }, dueOn }) => `${id} ${dueOn}`);
  return { running: named(running), still: named(still) };
}

const promise = rule("promise", {});
const law = rule("law", { n: 8, family: "legal", pausable: false });

describe("dueDatesInPause", () => {
  it.each<[string, Instant, "running" | "still"]>([
    ["before it runs out", "2026-03-13T20:59:59.999Z", "still"],
    ["at the instant at which it has run out", "2026-03-13T21:00:00.000Z", "running"],
  ])("a clock that may pause, %s", (_when, since, where) => {
    const found = inPause(regulation(promise), since);
    expect(found[where]).toEqual(["promise 2026-03-13"]);
    expect(found[where === "still" ? "running" : "still"]).toEqual([]);
  });

  it("a rule that never pauses holds for the same clock", () => {
    expect(inPause(regulation(promise, law), "2026-03-11T09:00:00.000Z")).toEqual({
      running: ["law 2026-03-20"],
      still: [],
    });
  });

  it("the earlier holds when the one that may pause had run out", () => {
    expect(inPause(regulation(promise, law), "2026-03-14T09:00:00.000Z")).toEqual({
      running: ["promise 2026-03-13"],
      still: [],
    });
  });

  it("a rule of lower priority does not come in because a higher one stands still", () => {
    const higher = { ...promise, priority: 5 };
    expect(inPause(regulation(higher, law), "2026-03-11T09:00:00.000Z")).toEqual({
      running: [],
      still: ["promise 2026-03-13"],
    });
  });

  it("pauses that are over move the date at which the next one finds it", () => {
    const pauses = [{ from: "2026-03-10T09:00:00.000Z", to: "2026-03-11T09:00:00.000Z" }];
    expect(inPause(regulation(promise), "2026-03-14T09:00:00.000Z", { ...FACTS, pauses })).toEqual({
      running: [],
      still: ["promise 2026-03-16"],
    });
  });

  it("legal clocks go on as if nobody were waited for", () => {
    const { running, still } = dueDatesInPause(FACTS, "2026-03-10T09:00:00.000Z", ruDefault, russia, ZONE);
    expect(running).toEqual(dueDatesOf(FACTS, ruDefault, russia, ZONE));
    expect(still).toEqual([]);
  });
});
