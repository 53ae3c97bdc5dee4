import { describe, expect, it } from "vitest";
import { RULES } from "./rules/index";
import { projectTree } from "./tree";

const tree = projectTree();

describe.each(RULES.map((rule) => [rule.says, rule] as const))("%s", (_says, rule) => {
  it("holds in the whole project", () => {
    expect(rule.breaches(tree)).toEqual([]);
  });

  it("is seen when it is broken", () => {
    expect(rule.bad.map((bad) => rule.breaches(bad).length > 0)).toEqual(rule.bad.map(() => true));
    expect(rule.bad.length).toBeGreaterThan(0);
  });

  it("lets what looks alike pass", () => {
    expect(rule.good.flatMap((good) => rule.breaches(good))).toEqual([]);
  });
});
