import { z } from "zod";
import { complaintSummarySchema } from "../complaint/complaint";
import { LIMITS } from "../complaint/limits";
import { lineOfText, plainText } from "../text/plain-text";

/** `POST /api/complaints/registered-before`: the posts of a draft or of a page, by their platforms' own keys, and a draft's words. */
export const askRegisteredBeforeSchema = z.strictObject({
  permalinkKeys: z.array(lineOfText(LIMITS.nameLength)).max(LIMITS.lookupKeys),
  /** Compared with what was registered; null when only the keys are asked. */
  narrative: plainText(LIMITS.narrativeLength).nullable(),
});
export type AskRegisteredBefore = z.infer<typeof askRegisteredBeforeSchema>;

/**
 * A complaint that is already in the register. Of one that the caller may not read, whose it is and what it says stay
 * untold.
 */
export const registeredBeforeSchema = complaintSummarySchema
  .pick({
    id: true,
    incomingNumber: true,
    status: true,
    complainant: true,
    /** Who handles it; null when nobody has taken it. */
    responsible: true,
    /** The earliest date that is still owed; null when none is. */
    nextDue: true,
  })
  .extend({
    isReadable: z.boolean(),
    /** Null when it may not be read. */
    excerpt: z.string().nullable(),
    /** The one of the keys asked for by which it was found. */
    permalinkKey: z.string().nullable(),
  });
export type RegisteredBefore = z.infer<typeof registeredBeforeSchema>;

export const registeredBeforeAnswerSchema = z.object({
  /** The same post, by its key; where several were merged, the one in which they go on. */
  same: z.array(registeredBeforeSchema),
  /** Much the same words, the most alike first; at most three. */
  similar: z.array(registeredBeforeSchema.extend({ /** From 0 to 1. */ likeness: z.number().min(0).max(1) })),
  zone: z.string(),
});
export type RegisteredBeforeAnswer = z.infer<typeof registeredBeforeAnswerSchema>;
