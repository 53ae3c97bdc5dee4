import { z } from "zod";

/** As far as the column counts: a smallint. */
const LAST_POSITION = 32_767;

/** The address of one later date that was asked for on a complaint: its place among them, from 1. */
export const byPosition = z.strictObject({
  id: z.uuid(),
  position: z.coerce.number().int().min(1).max(LAST_POSITION),
});
