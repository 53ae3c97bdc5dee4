import { z } from "zod";
import { isoDateSchema } from "../deadline/due-date";
import { OWED_CLOCKS } from "../deadline/vocabulary";
import { LOCALES } from "../people/locale";
import { personRefSchema } from "../people/person-ref";
import { instantSchema } from "./clip";
import { LIMITS } from "./limits";
import { decideExtensionSchema, EXTENSION_DECISIONS } from "./term-changes";
import { COMPLAINT_KINDS } from "./vocabulary";

/*
 * A link for one task: whoever holds it does that one thing on one complaint, once, without signing in.
 */

/** `POST /api/complaints/:id/extensions/:position/links`: for somebody who may decide later dates. */
export const issueTaskLinkSchema = z.strictObject({ personId: z.uuid().toLowerCase() });

/** A link that may still be used. Its address is not kept. */
export const taskLinkSchema = z.object({
  id: z.uuid(),
  /** Of the extension that it is for. */
  position: z.int(),
  /** In whose name it is decided. */
  person: personRefSchema,
  issuedAt: instantSchema,
  expiresAt: instantSchema,
});
export type TaskLink = z.infer<typeof taskLinkSchema>;

/** The one time that the address is told, and only where it was not mailed to the person who decides. */
export const issuedTaskLinkSchema = z.object({
  url: z.string().nullable(),
  mailed: z.boolean(),
  link: taskLinkSchema,
});
export type IssuedTaskLink = z.infer<typeof issuedTaskLinkSchema>;

const taskTokenSchema = z.string().max(LIMITS.secretLength);

/** `POST /api/tasks/lookup`: what a link is for. Asking changes nothing. */
export const findTaskSchema = z.strictObject({ token: taskTokenSchema });

/** All that a link shows: the matter of the decision, and nothing of the complainant. */
export const taskSchema = z.object({
  organisation: z.string(),
  locale: z.enum(LOCALES),
  zone: z.string(),
  incomingNumber: z.string(),
  kind: z.enum(COMPLAINT_KINDS),
  clock: z.enum(OWED_CLOCKS),
  fromDueOn: isoDateSchema,
  toDueOn: isoDateSchema,
  reason: z.string(),
  requestedBy: z.string(),
  requestedAt: instantSchema,
  /** In whose name it is decided. */
  decider: z.string(),
  expiresAt: instantSchema,
});
export type Task = z.infer<typeof taskSchema>;

/** `POST /api/tasks`: decides by a link. */
export const doTaskSchema = z.strictObject({ token: taskTokenSchema, ...decideExtensionSchema.shape });
export type DoTask = z.infer<typeof doTaskSchema>;

export const taskDoneSchema = z.object({
  decision: z.enum(EXTENSION_DECISIONS),
  /** It had been decided before: this has changed nothing. */
  already: z.boolean(),
});
export type TaskDone = z.infer<typeof taskDoneSchema>;
