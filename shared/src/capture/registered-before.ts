import { z } from "zod";
import { LIMITS } from "../complaint/limits";
import { COMPLAINT_STATUSES } from "../complaint/vocabulary";
import { dueDateSchema } from "../deadline/due-date";
import { personRefSchema } from "../people/person-ref";
import { lineOfText, plainText } from "../text/plain-text";

/** `POST /api/complaints/registered-before`: the posts of a draft or of a page, by their platforms' own keys, and a draft's words. */
export const askRegisteredBeforeSchema = z.strictObject({
  permalinkKeys: z.array(lineOfText(LIMITS.nameLength)).max(LIMITS.lookupKeys),
  /** Compared with what was registered; null when only the keys are asked. */
  narrative: plainText(LIMITS.narrativeLength).nullable(),
});
export type AskRegisteredBefore = z.infer<typeof askRegisteredBeforeSchema>;

/** A complaint that is already in the register. */
export const registeredBeforeSchema = z.object({
  id: z.uuid(),
  incomingNumber: z.string(),
  status: z.enum(COMPLAINT_STATUSES),
  permalinkKey: z.string().nullable(),
  complainant: z.string().nullable(),
  excerpt: z.string(),
  /** Who handles it; null when nobody has taken it. */
  responsible: personRefSchema.nullable(),
  registeredAt: z.iso.datetime(),
  /** The earliest date that is still owed; null when none is. */
  nextDue: dueDateSchema.nullable(),
});
export type RegisteredBefore = z.infer<typeof registeredBeforeSchema>;

export const registeredBeforeAnswerSchema = z.object({
  /** The same post, by its key. */
  same: z.array(registeredBeforeSchema),
  /** Much the same words, the most alike first; at most three. */
  similar: z.array(registeredBeforeSchema.extend({ /** From 0 to 1. */ likeness: z.number().min(0).max(1) })),
  zone: z.string(),
});
export type RegisteredBeforeAnswer = z.infer<typeof registeredBeforeAnswerSchema>;
