import { z } from "zod";
import { dueMoveSchema } from "../complaint/term-changes";

/** A due date of an open complaint that would be, or has been, another. */
export const dueChangeSchema = dueMoveSchema.extend({
  complaintId: z.uuid(),
  incomingNumber: z.string(),
});
export type DueChange = z.infer<typeof dueChangeSchema>;

/**
 * One line of a streamed count over the open complaints (`application/x-ndjson`); the last one has
 * `done`. `changes` names the first 100.
 */
export const countProgressSchema = z.object({
  /** Open complaints looked at so far, and how many there are. */
  counted: z.int(),
  of: z.int(),
  /** Due dates that differ so far. */
  changed: z.int(),
  earlier: z.int(),
  later: z.int(),
  done: z.boolean(),
  /** Only with the last line. */
  changes: z.array(dueChangeSchema),
});
export type CountProgress = z.infer<typeof countProgressSchema>;
