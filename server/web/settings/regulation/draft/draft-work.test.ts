import { describe, expect, it } from "vitest";
import { sampleRule } from "../../../../../tests/support/sample-rule";
import { problemsByRule } from "./draft-problems";
import {
  addRule,
  changeRule,
  countableLimits,
  type DraftWork,
  freeId,
  limitsOf,
  markOf,
  setRemoved,
  workOf,
} from "./draft-work";
import { blankForm, type RuleForm } from "./rule-form";

const a = sampleRule({ id: "a" });
const b = sampleRule({ id: "b" });
const present = [a, b];

const change = (work: DraftWork, key: number, part: Partial<RuleForm>) => {
  const rule = work.find((each) => each.key === key);
  if (rule === undefined) throw new Error("no such rule");
  return changeRule(work, key, { ...rule.form, ...part });
};
const marks = (work: DraftWork) => work.map((rule) => markOf(rule, present));

describe("the work on a draft", () => {
  it("begins with the draft, and with what it lacks as removed", () => {
    const work = workOf([b], present);
    expect(work.map(({ form, removed }) => [form.id, removed])).toEqual([
      ["b", false],
      ["a", true],
    ]);
    expect(marks(work)).toEqual(["same", "removed"]);
  });

  it("marks what is changed, and unmarks what is changed back", () => {
    const changed = change(workOf(present, present), 0, { n: "20" });
    expect(marks(changed)).toEqual(["changed", "same"]);
    expect(marks(change(changed, 0, { n: "30" }))).toEqual(["same", "same"]);
  });

  it("puts a copy after its rule, and a new rule last", () => {
    const work = workOf(present, present);
    const copied = addRule(work, { ...blankForm("answer", "2026-11-21", "a-2"), n: "5", act: "Law" }, 0);
    expect(copied.work.map(({ form }) => form.id)).toEqual(["a", "a-2", "b"]);
    const added = addRule(copied.work, blankForm("answer", "2026-11-21", "c"));
    expect(added.work.map(({ form }) => form.id)).toEqual(["a", "a-2", "b", "c"]);
    expect(new Set(added.work.map(({ key }) => key)).size).toBe(4);
  });

  it("takes a rule out and puts it back as it was typed", () => {
    const changed = change(workOf(present, present), 0, { n: "20" });
    const removed = setRemoved(changed, 0, true);
    expect(limitsOf(removed)).toEqual([b]);
    expect(setRemoved(removed, 0, false)).toEqual(changed);
  });
});

describe("limitsOf and countableLimits", () => {
  it("while a rule is half typed there is nothing to save, and it is counted as it was", () => {
    const half = change(workOf(present, present), 0, { n: "" });
    expect(limitsOf(half)).toBeNull();
    expect(countableLimits(half)).toEqual(present);
  });

  it("a new rule counts as soon as it is whole", () => {
    const { work, key } = addRule(workOf(present, present), blankForm("answer", "2026-11-21", "c"));
    expect(countableLimits(work).map(({ id }) => id)).toEqual(["a", "b"]);
    const whole = change(work, key, { n: "3", act: "Law" });
    expect(limitsOf(whole)?.map(({ id }) => id)).toEqual(["a", "b", "c"]);
  });

  it.each([
    ["no rule is left", setRemoved(setRemoved(workOf(present, present), 0, true), 1, true)],
    ["two rules have one id", change(workOf(present, present), 0, { id: "b" })],
  ])("there is nothing to save where %s", (_what, work) => {
    expect(limitsOf(work)).toBeNull();
  });
});

it.each([
  ["answer", [], "answer"],
  ["answer", ["answer"], "answer-2"],
  ["answer", ["answer", "answer-2"], "answer-3"],
  ["answer-2", ["answer", "answer-2"], "answer-3"],
  ["answer-2", [], "answer"],
])("freeId(%s) where %o are taken", (wanted, taken, id) => {
  expect(freeId(wanted, new Set(taken))).toBe(id);
});

describe("problemsByRule", () => {
  const nothing = new Set<string>();
  it("finds none in sound work", () => {
    expect(problemsByRule(workOf(present, present), nothing).size).toBe(0);
  });

  it("names the fields of each rule, and not those of one that is removed", () => {
    const wrong = change(change(workOf(present, present), 0, { n: "" }), 1, { act: "" });
    expect(
      [...problemsByRule(wrong, nothing)].map(([key, found]) => [key, found.map(({ path }) => path)]),
    ).toEqual([
      [0, ["n"]],
      [1, ["basis.act"]],
    ]);
    expect([...problemsByRule(setRemoved(wrong, 0, true), nothing).keys()]).toEqual([1]);
  });

  it("finds both of two rules with one id", () => {
    const twice = problemsByRule(change(workOf(present, present), 0, { id: "b" }), nothing);
    expect([...twice.values()].flat().map(({ reason }) => reason)).toEqual([
      "rule-id-twice",
      "rule-id-twice",
    ]);
  });

  it.each([
    ["of a removed rule", setRemoved(change(workOf(present, present), 0, { id: "b" }), 1, true), nothing],
    ["of an earlier version", change(workOf(present, present), 0, { id: "old" }), new Set(["old"])],
  ])("gives no rule the id %s", (_what, work, usedBefore) => {
    expect([...problemsByRule(work, usedBefore).values()].flat()).toEqual([
      { path: "id", reason: "rule-id-used" },
    ]);
  });
});
