import type { TimeLimit } from "@otklik/shared/deadline/regulation/regulation";
import { ruDefault } from "@otklik/shared/deadline/regulation/ru-default";
import { describe, expect, it } from "vitest";
import { sampleRule } from "../../../../tests/support/sample-rule";
import { areSameRules, compareRules, differingFields, type RuleField } from "./compare-rules";

const rule = sampleRule({ id: "answer", appliesTo: { kinds: ["claim", "service"] } });

describe("differingFields", () => {
  it.each<[RuleField, Partial<TimeLimit>]>([
    ["clock", { clock: "triage" }],
    ["scope", { appliesTo: { kinds: ["claim"] } }],
    ["scope", { appliesTo: {} }],
    ["scope", { appliesTo: { kinds: ["claim", "service"], anonymous: false } }],
    ["scope", { appliesTo: { kinds: ["claim", "service"], bases: ["refund"] } }],
    ["term", { n: 31 }],
    ["term", { unit: "working_day" }],
    ["from", { from: "received" }],
    ["roll", { roll: "previous" }],
    ["end", { end: "close_of_business" }],
    ["family", { family: "service" }],
    ["pausable", { pausable: true }],
    ["priority", { priority: 1 }],
    ["extension", { extension: { longest: null } }],
    ["extension", { extension: { longest: { unit: "working_day", n: 10 } } }],
    ["inForceFrom", { inForceFrom: "2027-01-01" }],
    ["act", { basis: { ...rule.basis, act: "Law" } }],
    ["act", { basis: { ...rule.basis, clause: null } }],
    ["link", { basis: { ...rule.basis, url: "https://law.example/" } }],
    ["checkedOn", { basis: { ...rule.basis, checkedOn: "2027-01-01" } }],
  ])("%s: %o", (field, change) => {
    expect(differingFields(rule, { ...rule, ...change })).toEqual([field]);
  });

  it("takes a list in another order for the same list", () => {
    expect(differingFields(rule, { ...rule, appliesTo: { kinds: ["service", "claim"] } })).toEqual([]);
  });

  it("tells anonymous alone, not anonymous and both apart", () => {
    const [only, none, both] = [true, false, undefined].map((anonymous) => ({
      ...rule,
      appliesTo: { anonymous },
    }));
    if (only === undefined || none === undefined || both === undefined) throw new Error("three rules");
    expect([differingFields(only, none), differingFields(none, both), differingFields(only, both)]).toEqual([
      ["scope"],
      ["scope"],
      ["scope"],
    ]);
  });
});

describe("compareRules", () => {
  it("names what was added, changed and removed, in the order of the clocks", () => {
    const before = [rule, sampleRule({ id: "gone", clock: "triage" })];
    const after = [{ ...rule, n: 20 }, sampleRule({ id: "new", clock: "first_response" })];
    expect(compareRules(before, after)).toEqual([
      { kind: "added", after: after[1] },
      { kind: "removed", before: before[1] },
      { kind: "changed", before: rule, after: after[0], fields: ["term"] },
    ]);
  });

  it("finds nothing between a regulation and itself in another order", () => {
    expect(compareRules(ruDefault.timeLimits, [...ruDefault.timeLimits].reverse())).toEqual([]);
  });
});

describe("areSameRules", () => {
  it.each([
    ["the same rules", [rule, sampleRule({ id: "b" })], true],
    ["another order", [sampleRule({ id: "b" }), rule], false],
    ["one less", [rule], false],
    ["one that differs", [rule, sampleRule({ id: "b", n: 1 })], false],
    ["another id", [rule, sampleRule({ id: "c" })], false],
  ])("%s", (_what, other, same) => {
    expect(areSameRules([rule, sampleRule({ id: "b" })], other)).toBe(same);
  });
});
