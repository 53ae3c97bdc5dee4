import type { TimeLimit } from "@otklik/shared/deadline/regulation/regulation";
import { describe, expect, it } from "vitest";
import { sampleRule } from "../../../../../tests/support/sample-rule";
import { changeRule, countableLimits, type DraftWork, setRemoved, workOf } from "./draft-work";
import { mergeTheirs, takeTheirs } from "./merge-theirs";
import { carryOver, openDraft } from "./open-draft";

const a = sampleRule({ id: "a" });
const b = sampleRule({ id: "b" });
const base = [a, b];
const begun = workOf(base, base);
const typed = (n: string): DraftWork =>
  begun.map((rule) => (rule.key === 0 ? { ...rule, form: { ...rule.form, n } } : rule));
const mine = (n: number): DraftWork => {
  const [rule] = begun;
  if (rule === undefined) throw new Error("no rule");
  return changeRule(begun, rule.key, { ...rule.form, n: String(n) });
};

describe("mergeTheirs", () => {
  it.each<[string, DraftWork, readonly TimeLimit[], readonly TimeLimit[]]>([
    ["both changed nothing", begun, base, base],
    ["only I changed a rule", mine(20), base, [{ ...a, n: 20 }, b]],
    ["only they changed a rule", begun, [{ ...a, n: 10 }, b], [{ ...a, n: 10 }, b]],
    [
      "each changed another rule",
      mine(20),
      [a, { ...b, n: 10 }],
      [
        { ...a, n: 20 },
        { ...b, n: 10 },
      ],
    ],
    ["both changed it in the same way", mine(20), [{ ...a, n: 20 }, b], [{ ...a, n: 20 }, b]],
    ["they removed one that I left", begun, [b], [b]],
    ["they added one", begun, [a, b, sampleRule({ id: "c" })], [a, b, sampleRule({ id: "c" })]],
    ["I removed one that they left", setRemoved(begun, 1, true), base, [a]],
    ["both removed it", setRemoved(begun, 1, true), [a], [a]],
  ])("brings together: %s", (_what, work, theirs, together) => {
    const merged = mergeTheirs(work, base, theirs);
    expect(merged.clashes).toEqual([]);
    expect(countableLimits(merged.work)).toEqual(together);
  });

  it.each<[string, DraftWork, readonly TimeLimit[], TimeLimit | null]>([
    ["both changed it otherwise", mine(20), [{ ...a, n: 10 }, b], { ...a, n: 10 }],
    ["I changed it, they removed it", mine(20), [b], null],
    ["I removed it, they changed it", setRemoved(begun, 0, true), [{ ...a, n: 10 }, b], { ...a, n: 10 }],
    ["I am typing in it, they changed it", typed(""), [{ ...a, n: 10 }, b], { ...a, n: 10 }],
  ])("asks: %s", (_what, work, theirs, their) => {
    const merged = mergeTheirs(work, base, theirs);
    expect(merged.clashes).toEqual([{ key: 0, theirs: their }]);
    expect(merged.work[0]).toEqual(work[0]);
  });

  it("takes theirs when that is chosen", () => {
    const [rule] = mine(20);
    if (rule === undefined) throw new Error("no rule");
    expect(takeTheirs(rule, { ...a, n: 10 })).toMatchObject({ removed: false, form: { n: "10" } });
    expect(takeTheirs(rule, null)).toMatchObject({ removed: true, form: { n: "20" } });
  });
});

describe("openDraft", () => {
  const draft = (revision: number, timeLimits: readonly TimeLimit[]) => ({
    revision,
    timeLimits: [...timeLimits],
    savedAt: "2026-11-21T09:00:00.000Z",
    savedBy: null,
  });

  it("begins with the present rules where there is no draft", () => {
    expect(openDraft(null, base, null)).toMatchObject({
      saved: { revision: 0 },
      isRestored: false,
      work: begun,
    });
  });

  it("begins with the draft", () => {
    const opened = openDraft(draft(3, [a]), base, null);
    expect(opened.saved.revision).toBe(3);
    expect(countableLimits(opened.work)).toEqual([a]);
  });

  it("puts back what this tab has kept of the same draft, half typed as it is", () => {
    const kept = { revision: 3, base, work: typed("") };
    expect(openDraft(draft(3, base), base, kept)).toMatchObject({
      isRestored: true,
      work: typed(""),
      clashes: [],
    });
  });

  it("brings what was kept together with what others have saved since", () => {
    const kept = { revision: 3, base, work: mine(20) };
    const opened = openDraft(draft(4, [a, { ...b, n: 10 }]), base, kept);
    expect(countableLimits(opened.work)).toEqual([
      { ...a, n: 20 },
      { ...b, n: 10 },
    ]);
    expect(opened.base).toBe(opened.saved);
  });

  it("asks about the rules that both have changed, and goes on keeping from where the work began", () => {
    const kept = { revision: 3, base, work: mine(20) };
    const opened = openDraft(draft(4, [{ ...a, n: 10 }, b]), base, kept);
    expect(opened.clashes).toHaveLength(1);
    expect(opened.base).toEqual({ revision: 3, timeLimits: base });
  });

  it("says that the draft is gone, and keeps the work", () => {
    const kept = { revision: 3, base, work: mine(20) };
    expect(openDraft(null, base, kept)).toMatchObject({ isGone: true, work: mine(20) });
  });
});

describe("carryOver", () => {
  const c = sampleRule({ id: "c" });
  it("goes on from a draft that was published as it was", () => {
    const published = [{ ...a, n: 10 }, b];
    const [rule] = workOf(published, base);
    if (rule === undefined) throw new Error("no rule");
    const work = changeRule(workOf(published, base), rule.key, { ...rule.form, n: "20" });
    const carried = carryOver(work, published, base, published);
    expect(carried.clashes).toEqual([]);
    expect(countableLimits(carried.work)).toEqual([{ ...a, n: 20 }, b]);
  });

  it("brings in what another version has that was published meanwhile", () => {
    const carried = carryOver(mine(20), [{ ...a, n: 20 }, b], base, [a, { ...b, n: 10 }, c]);
    expect(carried.clashes).toEqual([]);
    expect(countableLimits(carried.work)).toEqual([{ ...a, n: 20 }, { ...b, n: 10 }, c]);
  });

  it("asks about a rule that the published version has otherwise", () => {
    expect(carryOver(mine(20), base, base, [{ ...a, n: 10 }, b]).clashes).toHaveLength(1);
  });

  it("changes nothing where the draft was only discarded", () => {
    expect(carryOver(mine(20), [{ ...a, n: 20 }, b], base, base)).toEqual({ work: mine(20), clashes: [] });
  });
});
