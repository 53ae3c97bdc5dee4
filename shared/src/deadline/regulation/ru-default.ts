import type { Regulation, RuleBasis } from "./regulation";

/** Kinds whose complainant is owed an answer; a suggestion is only taken to notice. */
const ANSWERED = { kinds: ["general", "claim", "service"], anonymous: false } as const;

/** What most rules have in common: they end at 24:00 and are never moved. */
const RULE = {
  family: "legal",
  roll: "none",
  end: "day_end",
  pausable: false,
  priority: 0,
  extension: null,
} as const;

const FIRST_RESPONSE = {
  ...RULE,
  clock: "first_response",
  family: "service",
  from: "received",
  basis: basis("customers' expectation by channel"),
} as const;

/** Civil Code art. 193: a last day that is not worked moves to the next working day. */
const CALENDAR_DAYS = { unit: "calendar_day", roll: "next" } as const;

/** As far as head and chair agree: no law limits it. */
const AS_AGREED = { longest: null } as const;

/** What a basis sets replaces the general term, shorter or longer; of several bases the earliest date holds. */
const FOR_BASIS = 10;

/**
 * The model regulation that an organisation starts with. Data with sources, not legal advice. It is never
 * changed in place: another content is another version, and a rule that changes gets another id.
 */
export const ruDefault: Regulation = {
  name: "ru-default",
  version: 2,
  timeLimits: [
    {
      ...FIRST_RESPONSE,
      id: "first-response-phone",
      appliesTo: { ...ANSWERED, channels: ["phone"] },
      unit: "minute",
      n: 5,
    },
    {
      ...FIRST_RESPONSE,
      id: "first-response-public",
      appliesTo: { ...ANSWERED, channels: ["social", "review"] },
      unit: "hour",
      n: 1,
    },
    {
      ...FIRST_RESPONSE,
      id: "first-response-other",
      appliesTo: ANSWERED,
      unit: "hour",
      n: 24,
    },
    {
      ...RULE,
      id: "term-notice",
      clock: "term_notice",
      appliesTo: { ...ANSWERED, channels: ["email", "webmail", "web_form"] },
      unit: "hour",
      n: 1,
      from: "received",
      basis: basis("regulation", "3.2.2"),
    },
    {
      ...RULE,
      id: "triage",
      clock: "triage",
      appliesTo: { kinds: ["claim", "service", "suggestion"] },
      unit: "working_day",
      n: 1,
      from: "registered",
      basis: basis("regulation", "2.4"),
    },
    {
      ...RULE,
      id: "triage-anonymous",
      clock: "triage",
      appliesTo: { anonymous: true },
      unit: "working_day",
      n: 1,
      from: "registered",
      basis: basis("regulation", "2.2(4)"),
    },
    {
      ...RULE,
      id: "answer-general",
      clock: "answer",
      appliesTo: { kinds: ["general"], anonymous: false },
      unit: "working_day",
      n: 3,
      from: "received",
      extension: AS_AGREED,
      basis: basis("regulation", "2.2(1), 3.2.5"),
    },
    {
      ...RULE,
      id: "answer-claim",
      clock: "answer",
      appliesTo: { kinds: ["claim", "service"], anonymous: false },
      ...CALENDAR_DAYS,
      n: 30,
      from: "registered",
      extension: AS_AGREED,
      basis: basis("regulation", "3.3.5"),
    },
    {
      ...RULE,
      id: "answer-support-desk",
      clock: "answer",
      appliesTo: { ...ANSWERED, channels: ["phone"], bases: ["support_desk"] },
      unit: "working_day",
      n: 1,
      from: "received",
      priority: FOR_BASIS,
      extension: AS_AGREED,
      basis: basis("regulation", "3.1.5"),
    },
    {
      ...RULE,
      id: "answer-cross-border",
      clock: "answer",
      appliesTo: { kinds: ["claim"], anonymous: false, bases: ["cross_border"] },
      ...CALENDAR_DAYS,
      n: 60,
      from: "registered",
      priority: FOR_BASIS,
      extension: AS_AGREED,
      basis: basis("regulation", "3.3.5"),
    },
    {
      ...RULE,
      id: "answer-refund",
      clock: "answer",
      appliesTo: { ...ANSWERED, bases: ["refund"] },
      ...CALENDAR_DAYS,
      n: 10,
      from: "received",
      priority: FOR_BASIS,
      basis: {
        ...basis("Law 2300-1", "arts. 22, 31"),
        url: "https://base.garant.ru/10106035/94f5bf092e8d98af576ee351987de4f0/",
      },
    },
    {
      ...RULE,
      id: "answer-replacement",
      clock: "answer",
      appliesTo: { ...ANSWERED, bases: ["replacement"] },
      ...CALENDAR_DAYS,
      n: 7,
      from: "received",
      priority: FOR_BASIS,
      basis: basis("Law 2300-1", "art. 21"),
    },
    {
      ...RULE,
      id: "answer-replacement-with-check",
      clock: "answer",
      appliesTo: { ...ANSWERED, bases: ["replacement_with_check"] },
      ...CALENDAR_DAYS,
      n: 20,
      from: "received",
      priority: FOR_BASIS,
      basis: basis("Law 2300-1", "art. 21"),
    },
    {
      ...RULE,
      id: "answer-motor-insurance",
      clock: "answer",
      appliesTo: { ...ANSWERED, bases: ["motor_insurance"] },
      unit: "calendar_day_without_public_holidays",
      n: 10,
      from: "received",
      roll: "next",
      priority: FOR_BASIS,
      basis: basis("Law 40-FZ", "art. 16.1"),
    },
    {
      ...RULE,
      id: "answer-financial-organisation",
      clock: "answer",
      appliesTo: { ...ANSWERED, bases: ["financial_organisation"] },
      unit: "working_day",
      n: 15,
      from: "registered",
      priority: FOR_BASIS,
      extension: { longest: { unit: "working_day", n: 10 } },
      inForceFrom: "2024-07-01",
      basis: basis("Law 442-FZ"),
    },
    {
      ...RULE,
      id: "answer-no-term",
      clock: "answer",
      appliesTo: { ...ANSWERED, bases: ["no_term"] },
      ...CALENDAR_DAYS,
      n: 14,
      from: "received",
      priority: FOR_BASIS,
      extension: AS_AGREED,
      basis: basis("court practice: 2–3 weeks"),
    },
    {
      ...RULE,
      id: "answer-personal-data",
      clock: "answer",
      appliesTo: { ...ANSWERED, bases: ["personal_data"] },
      unit: "working_day",
      n: 10,
      from: "received",
      priority: FOR_BASIS,
      extension: { longest: { unit: "working_day", n: 5 } },
      basis: basis("Law 152-FZ", "art. 20"),
    },
    {
      ...RULE,
      id: "internal-request",
      clock: "internal_request",
      appliesTo: {},
      unit: "working_day",
      n: 1,
      from: "request_sent",
      basis: basis("regulation", "3.2.3, 4.2"),
    },
    {
      ...RULE,
      id: "retention",
      clock: "retention",
      appliesTo: {},
      unit: "year",
      n: 5,
      from: "closed",
      basis: basis("regulation", "3.7"),
    },
  ],
};

/** An address is given only where the act was found at it. */
function basis(act: string, clause: string | null = null): RuleBasis {
  return { act, clause, url: null, checkedOn: "2026-11-21" };
}
