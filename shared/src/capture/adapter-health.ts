import { z } from "zod";
import { CLIP_FIELDS } from "../complaint/clip-fields";
import { LIMITS } from "../complaint/limits";

const count = z.int().min(0).max(1_000_000);

/** How often an adapter found a post and its fields on one day. Counts alone: no words, no address. */
export const adapterHealthSchema = z.strictObject({
  adapter: z.string().regex(/^[a-z0-9-]{1,50}$/),
  /** The day in UTC. */
  day: z.iso.date(),
  /** Posts that it read. */
  read: count,
  /** Pages that it recognised and whose post it did not find: they were read as any page is. */
  fellBack: count,
  filled: z.partialRecord(z.enum(CLIP_FIELDS), count),
  missed: z.partialRecord(z.enum(CLIP_FIELDS), count),
});
export type AdapterHealth = z.infer<typeof adapterHealthSchema>;

/** `POST /api/sites/health`: what was counted since the last report; the id makes sending it again count once. */
export const reportHealthSchema = z.strictObject({
  id: z.uuid(),
  counts: z.array(adapterHealthSchema).min(1).max(LIMITS.healthCounts),
});
export type ReportHealth = z.infer<typeof reportHealthSchema>;

/** `GET /api/sites/health`: the last days, the newest first. */
export const healthReportSchema = z.object({ counts: z.array(adapterHealthSchema) });
export type HealthReport = z.infer<typeof healthReportSchema>;
