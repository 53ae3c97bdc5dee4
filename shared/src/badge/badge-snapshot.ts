import { z } from "zod";
import { instantSchema } from "../complaint/clip";
import { BADGE_WINDOWS } from "./badge-window";

const countsSchema = z.object({
  overdue: z.int(),
  dueToday: z.int(),
  /** Due after now, up to and including the end of the chosen window (`windowEnd`). */
  dueInWindow: z.int(),
  open: z.int(),
  /** The coming due instants, ascending, one for each open complaint not overdue yet, the first 500. */
  nextDueAt: z.array(z.iso.datetime()),
});
export type BadgeCounts = z.infer<typeof countsSchema>;

/**
 * `GET /api/badge`: enough to go on counting without the server. Each coming due instant
 * that passes turns one complaint from due to overdue.
 */
export const badgeSnapshotSchema = z.object({
  /** By the server's clock. */
  asOf: instantSchema,
  window: z.enum(BADGE_WINDOWS),
  zone: z.string(),
  /** Where the coming local days end, ascending, so that the reader needs no zone arithmetic. */
  dayEndsAt: z.array(z.iso.datetime()),
  mine: countsSchema,
  organisation: countsSchema,
});
export type BadgeSnapshot = z.infer<typeof badgeSnapshotSchema>;

export const badgeQuerySchema = z.strictObject({ window: z.enum(BADGE_WINDOWS).default("today") });
