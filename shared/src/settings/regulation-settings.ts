import { z } from "zod";
import { instantSchema } from "../complaint/clip";
import { LIMITS } from "../complaint/limits";
import { workCalendarSchema } from "../deadline/calendar/calendar-schema";
import { isoDateSchema } from "../deadline/due-date";
import { regulationSchema, timeLimitsSchema } from "../deadline/regulation/regulation-schema";
import { personRefSchema } from "../people/person-ref";
import { plainText } from "../text/plain-text";

/** A published version; complaints registered from `effectiveOn` on go by it, until the day of one published later. */
export const publishedRegulationSchema = z.object({
  regulation: regulationSchema,
  /** Null for the one that the register came with: it has been in force from the start. */
  effectiveOn: isoDateSchema.nullable(),
  publishedAt: instantSchema.nullable(),
  publishedBy: personRefSchema.nullable(),
  note: z.string().nullable(),
});
export type PublishedRegulation = z.infer<typeof publishedRegulationSchema>;

/** What is being written, by everybody together; null when nothing is. */
export const regulationDraftSchema = z.object({
  timeLimits: timeLimitsSchema,
  /** Goes up each time a draft is saved; no later draft has the same. */
  revision: z.int(),
  savedAt: instantSchema,
  savedBy: personRefSchema.nullable(),
});
export type RegulationDraft = z.infer<typeof regulationDraftSchema>;

/** `GET /api/regulation`. */
export const regulationSettingsSchema = z.object({
  /** By which a complaint registered now is dated. */
  current: publishedRegulationSchema,
  /** All, the newest first: those still to come, the current one and those before it. */
  versions: z.array(publishedRegulationSchema),
  draft: regulationDraftSchema.nullable(),
});
export type RegulationSettings = z.infer<typeof regulationSettingsSchema>;

/** `PUT /api/regulation/draft`: answered with the draft as it is kept. */
export const saveDraftSchema = z.strictObject({
  timeLimits: timeLimitsSchema,
  /** The revision that was changed, 0 for none: refused when somebody has saved since. */
  basedOn: z.int().min(0),
});
export type SaveDraft = z.infer<typeof saveDraftSchema>;

/** `POST /api/regulation/preview`: streamed, lines of `CountProgress`: what these rules would give the open complaints. */
export const previewRegulationSchema = z.strictObject({ timeLimits: timeLimitsSchema });

/** `POST /api/regulation`: publishes, and the draft is gone; answered with all settings as they are then. */
export const publishRegulationSchema = z.strictObject({
  timeLimits: timeLimitsSchema,
  /** Today or later, in the organisation's zone. */
  effectiveOn: isoDateSchema,
  /** The newest one published, with its name, for the built-in one has numbers too: refused when somebody has published since. */
  basedOn: z.strictObject({ name: z.string().max(LIMITS.versionLength), version: z.int().min(1) }),
  /** Revision of the draft that is published and then gone, 0 for none: refused when somebody has saved since. */
  draft: z.int().min(0),
  note: plainText(LIMITS.reasonLength).nullable(),
});
export type PublishRegulation = z.infer<typeof publishRegulationSchema>;

/** `GET /api/rules`: by what a complaint registered now is dated; the extension keeps it for its drafts. */
export const currentRulesSchema = z.object({
  regulation: regulationSchema,
  calendar: workCalendarSchema,
  zone: z.string(),
});
export type CurrentRules = z.infer<typeof currentRulesSchema>;
