import { z } from "zod";
import { dueRuleSchema, isoDateSchema } from "../deadline/due-date";
import { CLOCKS, DUE_CAUSES, LEGAL_BASES, OWED_CLOCKS } from "../deadline/vocabulary";
import { personRefSchema } from "../people/person-ref";
import { plainText } from "../text/plain-text";
import { instantSchema } from "./clip";
import { LIMITS } from "./limits";
import { CHANNELS, COMPLAINT_KINDS } from "./vocabulary";

/*
 * What may move the due dates of a complaint after it was registered. None of them edits a date: each
 * puts a new revision beside the old one, with its cause.
 */

const reasonSchema = plainText(LIMITS.reasonLength, 1);

/** `POST /api/complaints/:id/triage`: what the complaint is. All dates are counted anew from the original events. */
export const triageSchema = z.strictObject({
  kind: z.enum(COMPLAINT_KINDS),
  anonymous: z.boolean(),
  /** Several while it is not settled: the earliest date holds. */
  bases: z.array(z.enum(LEGAL_BASES)).max(LEGAL_BASES.length),
});
export type Triage = z.infer<typeof triageSchema>;

/** `POST /api/complaints/:id/extensions`: the head asks for a later date. */
export const requestExtensionSchema = z.strictObject({
  clock: z.enum(OWED_CLOCKS),
  /** The new last day, inclusive. */
  dueOn: isoDateSchema,
  /** Told to the complainant. */
  reason: reasonSchema,
});
export type RequestExtension = z.infer<typeof requestExtensionSchema>;

export const EXTENSION_DECISIONS = ["approved", "refused"] as const;
export type ExtensionDecision = (typeof EXTENSION_DECISIONS)[number];

/** `POST /api/complaints/:id/extensions/:position/decision`: the chair decides. */
export const decideExtensionSchema = z.strictObject({
  decision: z.enum(EXTENSION_DECISIONS),
  comment: plainText(LIMITS.reasonLength).nullable(),
});
export type DecideExtension = z.infer<typeof decideExtensionSchema>;

/** A later date that was asked for, and what was decided. */
export const termExtensionSchema = z.object({
  /** 1 for the first of the complaint. */
  position: z.int(),
  clock: z.enum(OWED_CLOCKS),
  fromDueOn: isoDateSchema,
  toDueOn: isoDateSchema,
  reason: z.string(),
  requestedBy: personRefSchema,
  requestedAt: instantSchema,
  decision: z.enum(EXTENSION_DECISIONS).nullable(),
  decidedBy: personRefSchema.nullable(),
  decidedAt: instantSchema.nullable(),
  comment: z.string().nullable(),
  /** The letter to the complainant, in the organisation's language; null unless it was approved. */
  notice: z.string().nullable(),
});
export type TermExtension = z.infer<typeof termExtensionSchema>;

/** `POST /api/complaints/:id/pauses`: the complainant is waited for. Legal clocks go on. */
export const startPauseSchema = z.strictObject({ reason: reasonSchema });
export type StartPause = z.infer<typeof startPauseSchema>;

export const pauseSchema = z.object({
  from: instantSchema,
  /** Null while it lasts; ended by `POST /api/complaints/:id/pauses/end`. */
  to: instantSchema.nullable(),
  reason: z.string(),
});
export type ComplaintPause = z.infer<typeof pauseSchema>;

/** `POST /api/complaints/:id/reopening`: the complainant does not accept the answer. Every clock runs anew. */
export const reopenSchema = z.strictObject({ reason: reasonSchema });
export type Reopen = z.infer<typeof reopenSchema>;

/** `POST /api/complaints/:id/merge`: it is the same matter as another open one, which goes on with the earlier dates. */
export const mergeSchema = z.strictObject({
  /** Incoming number of the one that goes on, such as `2026-000142`. */
  into: z.string().max(LIMITS.searchLength),
});
export type Merge = z.infer<typeof mergeSchema>;

/** `POST /api/complaints/:id/receipts`: the same came once more in another way, such as in writing after a call. A new event. */
export const receiveAgainSchema = z.strictObject({
  channel: z.enum(CHANNELS),
  receivedAt: instantSchema,
});
export type ReceiveAgain = z.infer<typeof receiveAgainSchema>;

/** Why a revision of a due date is there. */
export const dueRevisionSchema = z.object({
  /** 1 for the first. */
  revision: z.int(),
  cause: z.enum(DUE_CAUSES),
  madeAt: instantSchema,
});
export type DueRevision = z.infer<typeof dueRevisionSchema>;

/** A clock that stands still while the complainant is waited for: it has no due date until then. */
export const pausedClockSchema = z.object({
  clock: z.enum(CLOCKS),
  rule: dueRuleSchema,
  /** The date that it had, or would have if nobody were waited for. */
  dueAt: z.iso.datetime(),
  dueOn: isoDateSchema,
});
export type PausedClock = z.infer<typeof pausedClockSchema>;

/** Where a due date lies. */
export const dueEndSchema = z.object({
  dueAt: z.iso.datetime(),
  dueOn: isoDateSchema,
  provisional: z.boolean(),
});
export type DueEnd = z.infer<typeof dueEndSchema>;

/** A due date that became another. */
export const dueMoveSchema = z.object({
  clock: z.enum(CLOCKS),
  /** Null where the clock did not run. */
  before: dueEndSchema.nullable(),
  /** Null where it runs no more, or stands still. */
  after: dueEndSchema.nullable(),
});
export type DueMove = z.infer<typeof dueMoveSchema>;

/** Another complaint of the same matter: the one that this one goes on in, or one that went on in this one. */
export const complaintLinkSchema = z.object({ id: z.uuid(), incomingNumber: z.string() });
export type ComplaintLink = z.infer<typeof complaintLinkSchema>;
