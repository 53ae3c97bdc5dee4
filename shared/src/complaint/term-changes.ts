import { z } from "zod";
import { isoDateSchema } from "../deadline/due-date";
import { DUE_CAUSES, LEGAL_BASES, OWED_CLOCKS } from "../deadline/vocabulary";
import { plainText } from "../text/plain-text";
import { instantSchema } from "./clip";
import { LIMITS } from "./limits";
import { CHANNELS, COMPLAINT_KINDS } from "./vocabulary";

/*
 * What may move the due dates of a complaint after it was registered. None of them edits a date: each
 * puts a new revision beside the old one, with its cause.
 */

const reasonSchema = plainText(LIMITS.reasonLength, 1);
const personRefSchema = z.object({ id: z.uuid(), name: z.string() });

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

/** Complaints of one matter: those that went on in this one, and the one in which this one goes on. */
export const complaintLinkSchema = z.object({ id: z.uuid(), incomingNumber: z.string() });
