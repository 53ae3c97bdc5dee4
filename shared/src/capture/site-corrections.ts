import { z } from "zod";
import { LIMITS } from "../complaint/limits";
import { lineOfText } from "../text/plain-text";
import { SELECTOR_NAMES } from "./selector-names";
import { SITE_NAMES } from "./site-names";

/** What is put right in one site's adapter until the extension is: selectors, which are data, and never code. */
export const siteCorrectionSchema = z.strictObject({
  /** The site's own adapter is passed over, and the page is read as any page is. */
  disabled: z.boolean().optional(),
  selectors: z.partialRecord(z.enum(SELECTOR_NAMES), lineOfText(LIMITS.selectorLength)).optional(),
});
export type SiteCorrection = z.infer<typeof siteCorrectionSchema>;

/** `GET /api/sites/corrections`, by the adapter's name. */
export const siteCorrectionsSchema = z.strictObject({
  /** Goes up by one with every change. */
  revision: z.int().min(0),
  sites: z.record(z.string().regex(/^[a-z0-9-]{1,50}$/), siteCorrectionSchema),
});
/**
 * `PUT /api/sites/corrections`: of sites that there are. What is read may name others, which an extension of another
 * age knows.
 */
export const writtenCorrectionsSchema = siteCorrectionsSchema.extend({
  sites: z.partialRecord(z.enum(SITE_NAMES), siteCorrectionSchema),
});

export type SiteCorrections = z.infer<typeof siteCorrectionsSchema>;
