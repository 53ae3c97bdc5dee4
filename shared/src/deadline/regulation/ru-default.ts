import type { Regulation, TimeLimit } from "./regulation";

/** Kinds whose complainant is owed an answer; a suggestion is only taken to notice. */
const ANSWERED = { kinds: ["general", "claim", "service"], anonymous: false } as const;

const EXPECTATION: TimeLimit["basis"] = {
  act: "customers' expectation by channel",
  clause: null,
  checkedOn: "2026-11-21",
};

/** The model regulation that an organisation starts with. Data with sources, not legal advice. */
export const ruDefault: Regulation = {
  name: "ru-default",
  version: 1,
  timeLimits: [
    {
      id: "first-response-phone",
      clock: "first_response",
      appliesTo: { ...ANSWERED, channels: ["phone"] },
      unit: "minute",
      n: 5,
      from: "received",
      roll: "none",
      basis: EXPECTATION,
    },
    {
      id: "first-response-public",
      clock: "first_response",
      appliesTo: { ...ANSWERED, channels: ["social", "review"] },
      unit: "hour",
      n: 1,
      from: "received",
      roll: "none",
      basis: EXPECTATION,
    },
    {
      id: "first-response-other",
      clock: "first_response",
      appliesTo: ANSWERED,
      unit: "hour",
      n: 24,
      from: "received",
      roll: "none",
      basis: EXPECTATION,
    },
    {
      id: "term-notice",
      clock: "term_notice",
      appliesTo: { ...ANSWERED, channels: ["email", "webmail", "web_form"] },
      unit: "hour",
      n: 1,
      from: "received",
      roll: "none",
      basis: regulationClause("3.2.2"),
    },
    {
      id: "triage",
      clock: "triage",
      appliesTo: { kinds: ["claim", "service", "suggestion"] },
      unit: "working_day",
      n: 1,
      from: "registered",
      roll: "none",
      basis: regulationClause("2.4"),
    },
    {
      id: "triage-anonymous",
      clock: "triage",
      appliesTo: { anonymous: true },
      unit: "working_day",
      n: 1,
      from: "registered",
      roll: "none",
      basis: regulationClause("2.2(4)"),
    },
    {
      id: "answer-general",
      clock: "answer",
      appliesTo: { kinds: ["general"], anonymous: false },
      unit: "working_day",
      n: 3,
      from: "received",
      roll: "none",
      basis: regulationClause("2.2(1), 3.2.5"),
    },
    {
      id: "answer-claim",
      clock: "answer",
      appliesTo: { kinds: ["claim", "service"], anonymous: false },
      unit: "calendar_day",
      n: 30,
      from: "registered",
      roll: "next",
      basis: regulationClause("3.3.5"),
    },
  ],
};

function regulationClause(clause: string): TimeLimit["basis"] {
  return { act: "regulation", clause, checkedOn: "2026-11-21" };
}
