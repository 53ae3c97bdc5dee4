import { describe, expect, it } from "vitest";
import { russia } from "./calendar/russia";
import type { DueRule } from "./due-date";
import { latestExtension, type RuleTerm, refusalOfExtension } from "./extension-limit";
import type { Instant, IsoDate } from "./vocabulary";

type Extension = DueRule["extension"];

const DUE_ON = "2026-03-31";
const DUE_AT = "2026-03-31T21:00:00.000Z";
const BEFORE = "2026-03-31T20:59:59.999Z";
const AS_AGREED: Extension = { longest: null };
const LAW_442: Extension = { longest: { unit: "working_day", n: 10 } };

const rule = (extension: Extension): DueRule => ({
  id: "answer",
  regulation: "test",
  regulationVersion: 1,
  unit: "working_day",
  n: 15,
  from: "registered",
  family: "legal",
  roll: "next",
  end: "day_end",
  pausable: false,
  extension,
  basis: "Act",
  basisUrl: null,
  checkedOn: "2026-11-21",
});
const term = (extension: Extension, dueOn: IsoDate = DUE_ON): RuleTerm => ({ rule: rule(extension), dueOn });

function refusal(
  dueOn: IsoDate,
  terms: readonly RuleTerm[],
  now: Instant = BEFORE,
  presentOn: IsoDate = DUE_ON,
) {
  const [first = term(null)] = terms;
  const present = { dueAt: DUE_AT, dueOn: presentOn, rule: { ...rule(null), ...first.rule } };
  return refusalOfExtension({ present, terms, dueOn }, now, russia);
}

describe("refusalOfExtension", () => {
  it.each<[string, IsoDate, Extension, ReturnType<typeof refusal>]>([
    ["10 working days on", "2026-04-14", LAW_442, null],
    ["11 working days on", "2026-04-15", LAW_442, "extension-too-long"],
    ["the weekend before the limit", "2026-04-12", LAW_442, null],
    ["the day itself", "2026-03-31", LAW_442, "extension-not-later"],
    ["the day after", "2026-04-01", LAW_442, null],
    ["years on, as agreed", "2031-01-01", AS_AGREED, null],
    ["3,660 days on, as agreed", "2036-04-07", AS_AGREED, null],
    ["a slip of the hand", "2036-04-08", AS_AGREED, "extension-too-long"],
    ["the last day that can be written", "9999-12-31", AS_AGREED, "extension-too-long"],
    ["the day after, by a rule that gives none", "2026-04-01", null, "extension-not-allowed"],
    ["3 calendar days on", "2026-04-03", { longest: { unit: "calendar_day", n: 3 } }, null],
    // 4 April is a Saturday: the limit rolls as the term does.
    ["4 calendar days on, rolled", "2026-04-06", { longest: { unit: "calendar_day", n: 4 } }, null],
    ["past the roll", "2026-04-07", { longest: { unit: "calendar_day", n: 4 } }, "extension-too-long"],
    ["a month on", "2026-04-30", { longest: { unit: "month", n: 1 } }, null],
  ])("%s", (_what, dueOn, extension, expected) => {
    expect(refusal(dueOn, [term(extension)])).toBe(expected);
  });

  it.each<[string, Instant, ReturnType<typeof refusal>]>([
    ["in the last millisecond", BEFORE, null],
    ["at the instant at which the term has run out", DUE_AT, "extension-too-late"],
  ])("%s", (_when, now, expected) => {
    expect(refusal("2026-04-07", [term(LAW_442)], now)).toBe(expected);
  });

  it("counts the limit from the date that the rule gave, however far it has been moved", () => {
    expect(refusal("2026-04-14", [term(LAW_442)], BEFORE, "2026-04-07")).toBeNull();
    expect(refusal("2026-04-15", [term(LAW_442)], BEFORE, "2026-04-07")).toBe("extension-too-long");
    expect(refusal("2026-04-07", [term(LAW_442)], BEFORE, "2026-04-07")).toBe("extension-not-later");
  });

  it("lets no date pass that of another rule which gives no extension", () => {
    const terms = [term(AS_AGREED), term(null, "2026-04-10")];
    expect(refusal("2026-04-10", terms)).toBeNull();
    expect(refusal("2026-04-11", terms)).toBe("extension-too-long");
  });
});

describe("latestExtension", () => {
  it.each<[string, readonly RuleTerm[], IsoDate | null]>([
    ["as agreed: no limit", [term(AS_AGREED)], null],
    ["a limit", [term(LAW_442)], "2026-04-14"],
    ["the nearest of several", [term(LAW_442), term(null, "2026-04-10"), term(AS_AGREED)], "2026-04-10"],
    ["none to move", [term(null)], DUE_ON],
  ])("%s", (_what, terms, expected) => {
    expect(latestExtension(terms, russia)).toBe(expected);
  });
});
