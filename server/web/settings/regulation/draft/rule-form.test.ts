import { ruDefault } from "@otklik/shared/deadline/regulation/ru-default";
import { TIME_UNITS } from "@otklik/shared/deadline/vocabulary";
import { describe, expect, it } from "vitest";
import { sampleRule } from "../../../../../tests/support/sample-rule";
import { checkRule } from "./check-rule";
import { blankForm, formOf, isClockTerm, mayRoll, toTimeLimit, withUnit } from "./rule-form";

describe("a rule and its form", () => {
  it.each(ruDefault.timeLimits.map((limit) => [limit.id, limit] as const))("%s comes back", (_id, limit) => {
    expect(toTimeLimit(formOf(limit))).toEqual(limit);
  });

  it.each([
    ["an extension for as long as agreed", sampleRule({ extension: { longest: null } })],
    ["a limited extension", sampleRule({ extension: { longest: { unit: "month", n: 2 } } })],
    ["anonymous only", sampleRule({ appliesTo: { anonymous: true } })],
    ["a day of its own", sampleRule({ inForceFrom: "2027-01-01" })],
    [
      "a link",
      sampleRule({
        basis: { act: "Law", clause: null, url: "https://law.example/", checkedOn: "2026-01-01" },
      }),
    ],
  ])("%s comes back", (_what, limit) => {
    expect(toTimeLimit(formOf(limit))).toEqual(limit);
  });
});

describe("what means nothing is left out of the rule and stays in the form", () => {
  const form = {
    ...formOf(sampleRule()),
    roll: "previous",
    end: "close_of_business",
    pausable: true,
  } as const;
  it.each(TIME_UNITS)("%s", (unit) => {
    const limit = toTimeLimit({ ...form, unit });
    expect(limit.roll).toBe(mayRoll(unit) ? "previous" : "none");
    expect(limit.end).toBe(isClockTerm(unit) ? "day_end" : "close_of_business");
  });

  it("a legal term is never paused", () => {
    expect(toTimeLimit({ ...form, family: "legal" }).pausable).toBe(false);
    expect(toTimeLimit({ ...form, family: "service" }).pausable).toBe(true);
  });
});

describe("another unit", () => {
  it("that may end on a day off rolls to the next working day", () => {
    const form = { ...blankForm("answer", "2026-11-21", "answer"), roll: "none" } as const;
    expect(withUnit(form, "month").roll).toBe("next");
  });

  it("of the same sort keeps what was chosen", () => {
    expect(withUnit({ ...formOf(sampleRule()), roll: "previous" }, "week").roll).toBe("previous");
  });
});

describe("checkRule", () => {
  const whole = formOf(sampleRule());
  it.each([
    ["a whole form", {}, []],
    ["no number", { n: "" }, ["n"]],
    ["zero", { n: "0" }, ["n"]],
    ["the longest term", { n: "3660" }, []],
    ["one more", { n: "3661" }, ["n"]],
    ["half a day", { n: "1.5" }, ["n"]],
    ["words", { n: "десять" }, ["n"]],
    ["spaces round the number", { n: " 10 " }, []],
    ["the highest priority", { priority: "100" }, []],
    ["a higher one", { priority: "101" }, ["priority"]],
    ["no act", { act: "  " }, ["basis.act"]],
    ["a link that is none", { url: "law.example" }, ["basis.url"]],
    ["a link that runs", { url: "javascript:alert(1)" }, ["basis.url"]],
    ["no day of checking", { checkedOn: "" }, ["basis.checkedOn"]],
    ["no id", { id: "" }, ["id"]],
    ["capitals in the id", { id: "Answer" }, ["id"]],
    ["a limited extension without its length", { extension: "limited" }, ["extension.longest.n"]],
  ] as const)("%s", (_what, change, paths) => {
    expect(checkRule({ ...whole, ...change }).problems.map(({ path }) => path)).toEqual(paths);
  });

  it("wants of a new rule only what nobody can guess", () => {
    const { problems } = checkRule(blankForm("answer", "2026-11-21", "answer"));
    expect(problems.map(({ path }) => path)).toEqual(["n", "basis.act"]);
  });
});
