import { describe, expect, it } from "vitest";
import { CHANNELS, COMPLAINT_KINDS } from "../../complaint/vocabulary";
import { CLOCKS, LEGAL_BASES, type LegalBasis } from "../vocabulary";
import { type RuleFacts, rulesFor, type TimeLimit } from "./regulation";
import { regulationSchema } from "./regulation-schema";
import { ruDefault } from "./ru-default";
import { ruDefault1 } from "./ru-default-1";

const CLAIM: RuleFacts = { kind: "claim", channel: "web_form", anonymous: false, bases: [] };
const GENERAL: RuleFacts = { ...CLAIM, kind: "general" };
const CALL: RuleFacts = { ...CLAIM, channel: "phone" };

describe("the table of ru-default", () => {
  it.each<[string, RuleFacts, string, string]>([
    ["first response by phone", CALL, "first_response", "5 minute from received, 24 hour from received"],
    [
      "first response in a social network",
      { ...CLAIM, channel: "social" },
      "first_response",
      "1 hour from received, 24 hour from received",
    ],
    [
      "first response in a review",
      { ...CLAIM, channel: "review" },
      "first_response",
      "1 hour from received, 24 hour from received",
    ],
    ["first response otherwise", { ...CLAIM, channel: "post" }, "first_response", "24 hour from received"],
    ["notice of the term, e-mail", { ...GENERAL, channel: "email" }, "term_notice", "1 hour from received"],
    ["notice of the term, webmail", { ...CLAIM, channel: "webmail" }, "term_notice", "1 hour from received"],
    ["notice of the term, web form", CLAIM, "term_notice", "1 hour from received"],
    ["no notice of the term by post", { ...CLAIM, channel: "post" }, "term_notice", ""],
    ["triage of a claim", CLAIM, "triage", "1 working_day from registered"],
    ["no triage of a general question", GENERAL, "triage", ""],
    ["answer to a general question", GENERAL, "answer", "3 working_day from received"],
    ["answer to a claim", CLAIM, "answer", "30 calendar_day from registered next"],
    [
      "answer to a complaint about service",
      { ...CLAIM, kind: "service" },
      "answer",
      "30 calendar_day from registered next",
    ],
    ["internal request", CLAIM, "internal_request", "1 working_day from request_sent"],
    ["retention", CLAIM, "retention", "5 year from closed"],
    ["triage of a suggestion", { ...CLAIM, kind: "suggestion" }, "triage", "1 working_day from registered"],
    ["no answer to a suggestion", { ...CLAIM, kind: "suggestion", bases: ["refund"] }, "answer", ""],
    [
      "triage of an anonymous question",
      { ...GENERAL, anonymous: true },
      "triage",
      "1 working_day from registered",
    ],
    ["no answer to an anonymous claim", { ...CLAIM, anonymous: true, bases: ["refund"] }, "answer", ""],
    ["no first response to an anonymous call", { ...CALL, anonymous: true }, "first_response", ""],
  ])("%s", (_row, facts, clock, expected) => {
    expect(termsOf(facts, clock)).toBe(expected);
  });

  it.each<[string, RuleFacts, LegalBasis[], string]>([
    ["a call solved by the support desk", CALL, ["support_desk"], "1 working_day from received"],
    [
      "the support desk does not write letters",
      CLAIM,
      ["support_desk"],
      "30 calendar_day from registered next",
    ],
    ["a cross-border transfer", CLAIM, ["cross_border"], "60 calendar_day from registered next"],
    ["a general question on such a transfer", GENERAL, ["cross_border"], "3 working_day from received"],
    ["refund, price cut, damages", CLAIM, ["refund"], "10 calendar_day from received next"],
    ["replacement of goods", CLAIM, ["replacement"], "7 calendar_day from received next"],
    [
      "replacement with a quality check",
      CLAIM,
      ["replacement_with_check"],
      "20 calendar_day from received next",
    ],
    [
      "motor insurance",
      CLAIM,
      ["motor_insurance"],
      "10 calendar_day_without_public_holidays from received next",
    ],
    ["financial organisation", CLAIM, ["financial_organisation"], "15 working_day from registered"],
    ["no term set", CLAIM, ["no_term"], "14 calendar_day from received next"],
    ["personal data, asked in general", GENERAL, ["personal_data"], "10 working_day from received"],
    [
      "two bases, while it is not settled: both, of which the earliest date holds",
      CLAIM,
      ["refund", "financial_organisation"],
      "10 calendar_day from received next, 15 working_day from registered",
    ],
  ])("answer, %s", (_row, facts, bases, expected) => {
    expect(termsOf({ ...facts, bases }, "answer")).toBe(expected);
  });

  it.each<[string, string]>([
    ["answer-general", "as agreed"],
    ["answer-claim", "as agreed"],
    ["answer-cross-border", "as agreed"],
    ["answer-support-desk", "as agreed"],
    ["answer-no-term", "as agreed"],
    ["answer-financial-organisation", "10 working_day"],
    ["answer-personal-data", "5 working_day"],
    ["answer-refund", "never"],
    ["answer-replacement", "never"],
    ["answer-replacement-with-check", "never"],
    ["answer-motor-insurance", "never"],
    ["triage", "never"],
    ["retention", "never"],
  ])("%s may be moved: %s", (id, expected) => {
    const extension = ruDefault.timeLimits.find((limit) => limit.id === id)?.extension;
    expect(extension).not.toBeUndefined();
    const longest = extension?.longest;
    expect(extension === null ? "never" : longest ? `${longest.n} ${longest.unit}` : "as agreed").toBe(
      expected,
    );
  });

  it.each([
    ["2024-06-30", "30 calendar_day from registered next"],
    ["2024-07-01", "15 working_day from registered"],
    [undefined, "15 working_day from registered"],
  ])("Law 442-FZ on %s: %s", (registeredOn, expected) => {
    expect(termsOf({ ...CLAIM, bases: ["financial_organisation"] }, "answer", registeredOn)).toBe(expected);
  });
});

describe("ru-default as data", () => {
  it.each([ruDefault1, ruDefault])("version $version is what a regulation may be", (regulation) => {
    expect(regulationSchema.parse(regulation)).toEqual(regulation);
  });

  it("gives each rule a source and a day of checking", () => {
    for (const { basis } of ruDefault.timeLimits) {
      expect(basis.act).not.toBe("");
      expect(basis.checkedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
  });

  it("keeps the ids of its first version for the same terms alone", () => {
    for (const first of ruDefault1.timeLimits) {
      expect(ruDefault.timeLimits.find(({ id }) => id === first.id)).toEqual(first);
    }
  });

  it("uses every rule, every clock and every basis for some complaint", () => {
    const used = COMPLAINT_KINDS.flatMap((kind) =>
      CHANNELS.flatMap((channel) =>
        [true, false].flatMap((anonymous) =>
          [[], ...LEGAL_BASES.map((basis) => [basis])].flatMap((bases) =>
            rulesFor({ kind, channel, anonymous, bases }, ruDefault).map(({ limit }) => limit),
          ),
        ),
      ),
    );
    expect(new Set(used)).toEqual(new Set(ruDefault.timeLimits));
    expect(new Set(used.map(({ clock }) => clock))).toEqual(new Set(CLOCKS));
    expect(new Set(used.flatMap(({ appliesTo }) => appliesTo.bases ?? []))).toEqual(new Set(LEGAL_BASES));
  });
});

function termsOf(facts: RuleFacts, clock: string, registeredOn?: string): string {
  return rulesFor(facts, ruDefault, registeredOn)
    .filter(({ limit }) => limit.clock === clock)
    .map(({ limit }) => sayTerm(limit))
    .join(", ");
}

function sayTerm({ n, unit, from, roll }: TimeLimit): string {
  return `${n} ${unit} from ${from}${roll === "none" ? "" : ` ${roll}`}`;
}
