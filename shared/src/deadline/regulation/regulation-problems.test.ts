import { describe, expect, it } from "vitest";
import { sayRegulationProblem } from "../say/say-regulation-problem";
import type { TimeLimit } from "./regulation";
import { regulationProblems } from "./regulation-problems";
import { ruDefault } from "./ru-default";
import { ruDefault1 } from "./ru-default-1";

/** The default rules with one changed. */
function changed(id: string, change: Partial<TimeLimit>): TimeLimit[] {
  return ruDefault.timeLimits.map((limit) => (limit.id === id ? { ...limit, ...change } : limit));
}

function without(...ids: string[]): TimeLimit[] {
  return ruDefault.timeLimits.filter(({ id }) => !ids.includes(id));
}

describe("regulationProblems", () => {
  it.each([ruDefault, ruDefault1])("finds none in $name, version $version", ({ timeLimits }) => {
    expect(regulationProblems(timeLimits)).toEqual([]);
  });

  it.each<[string, TimeLimit[], unknown[]]>([
    [
      "claims that nobody must answer",
      without("answer-claim"),
      [
        { code: "no-answer", kind: "claim" },
        { code: "no-answer", kind: "service" },
      ],
    ],
    [
      "a question that is answered in some channels only",
      changed("answer-general", { appliesTo: { kinds: ["general"], anonymous: false, channels: ["email"] } }),
      [{ code: "no-answer", kind: "general" }],
    ],
    [
      "suggestions that nobody would look at",
      changed("triage", { appliesTo: { kinds: ["claim", "service"] } }),
      [{ code: "no-date", kind: "suggestion", anonymous: false }],
    ],
    [
      "anonymous questions without a date",
      without("triage-anonymous"),
      [{ code: "no-date", kind: "general", anonymous: true }],
    ],
    [
      "a rule that a higher one always replaces",
      changed("answer-general", { priority: 90, appliesTo: {} }),
      [
        "answer-claim",
        "answer-support-desk",
        "answer-cross-border",
        "answer-refund",
        "answer-replacement",
        "answer-replacement-with-check",
        "answer-motor-insurance",
        "answer-financial-organisation",
        "answer-no-term",
        "answer-personal-data",
      ].map((ruleId) => ({ code: "never-holds", ruleId })),
    ],
    [
      "an answer that is owed only after closing",
      changed("answer-refund", { from: "closed" }),
      [{ code: "starts-too-late", ruleId: "answer-refund" }],
    ],
    [
      "an internal request that runs before it is sent",
      changed("internal-request", { from: "received" }),
      [{ code: "starts-too-late", ruleId: "internal-request" }],
    ],
    [
      "an hour that rolls",
      changed("term-notice", { roll: "next" }),
      [{ code: "day-settings-of-hours", ruleId: "term-notice" }],
    ],
    [
      "an hour that ends with the business",
      changed("term-notice", { unit: "business_hour", end: "close_of_business" }),
      [{ code: "day-settings-of-hours", ruleId: "term-notice" }],
    ],
  ])("finds %s", (_what, limits, problems) => {
    expect(regulationProblems(limits)).toEqual(problems);
  });

  it("finds that nothing at all is dated", () => {
    const codes = regulationProblems([]).map(({ code }) => code);
    expect(codes).toEqual([...Array(3).fill("no-answer"), ...Array(8).fill("no-date")]);
  });
});

it.each([
  [{ code: "no-answer", kind: "claim" }, "Claim: in some channel", "Претензия: не для каждого канала"],
  [{ code: "no-date", kind: "suggestion", anonymous: false }, "Suggestion: in some", "Предложение: не для"],
  [{ code: "no-date", kind: "general", anonymous: true }, ", anonymous: in some", ", анонимно: не для"],
  [{ code: "never-holds", ruleId: "a" }, "never holds", "никогда не действует"],
  [{ code: "starts-too-late", ruleId: "a" }, "comes too late", "слишком поздно"],
  [{ code: "day-settings-of-hours", ruleId: "a" }, "minutes or hours", "в минутах или часах"],
] as const)("says %o", (problem, en, ru) => {
  expect(sayRegulationProblem("en", problem)).toContain(en);
  expect(sayRegulationProblem("ru", problem)).toContain(ru);
});
