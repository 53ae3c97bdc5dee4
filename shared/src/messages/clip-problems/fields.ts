import type { en } from "./en";

/** How a field is measured, which decides how "too much" is said. */
type Measure = "characters" | "number";

/** A field by the paths that lead to it, and the message that names it. */
export interface NamedField<Key extends string> {
  readonly path: RegExp;
  readonly key: Key;
  readonly measure: Measure;
}

type ClipFieldKey = Exclude<keyof typeof en & `field.${string}`, "field.unknown">;

/** Where a path of what a device sends leads, in the reader's words. The first that matches is taken. */
export const CLIP_FIELDS: readonly NamedField<ClipFieldKey>[] = [
  field(/^$/, "field.body"),
  field(/(^|\.)subject$/, "field.subject"),
  field(/(^|\.)rating(\.|$)/, "field.rating", "number"),
  field(/(^|\.)thread(\.|$)/, "field.thread"),
  field(/(^|\.)attachments$/, "field.attachments", "number"),
  field(/(^|\.)attachments\./, "field.attachment"),
  field(/(^|\.)mail(\.|$)/, "field.mail"),
  field(/(^|\.)confidence(\.|$)/, "field.confidence"),
  field(/(^|\.)missing(\.|$)/, "field.missing"),
  field(/(^|\.)more$/, "field.more", "number"),
  field(/(^|\.)more\.\d+$/, "field.more"),
  field(/(^|\.)proof(\.|$)/, "field.proof"),
  field(/(^|\.)narrative$/, "field.narrative"),
  field(/(^|\.)author\.name$/, "field.authorName"),
  field(/(^|\.)author\.handle$/, "field.authorHandle"),
  field(/(^|\.)author\.profileUrl$/, "field.authorProfile"),
  field(/(^|\.)author\.platformId$/, "field.authorId"),
  field(/(^|\.)permalink$/, "field.permalink"),
  field(/(^|\.)permalinkKey$/, "field.permalinkKey"),
  field(/(^|\.)postedAt(\.|$)/, "field.postedAt"),
  field(/(^|\.)page\.title$/, "field.pageTitle"),
  field(/(^|\.)page\.url$/, "field.pageUrl"),
  field(/(^|\.)capturedAt$/, "field.capturedAt"),
  field(/(^|\.)adapter$/, "field.adapter"),
  field(/(^|\.)sources(\.|$)/, "field.sources"),
  field(/(^|\.)evidence$/, "field.evidence", "number"),
  field(/(^|\.)evidence\.\d+\.kind$/, "field.evidenceKind"),
  field(/(^|\.)sha256$/, "field.evidenceHash"),
  field(/(^|\.)mediaType$/, "field.evidenceMediaType"),
  field(/(^|\.)bytes$/, "field.evidenceBytes", "number"),
  field(/(^|\.)evidence\.\d+\.region(\.|$)/, "field.evidenceRegion", "number"),
  field(/(^|\.)evidence\.\d+\.masks(\.|$)/, "field.evidenceMasks", "number"),
  field(/(^|\.)maskedParts$/, "field.maskedParts", "number"),
  field(/(^|\.)channel$/, "field.channel"),
  field(/(^|\.)kind$/, "field.kind"),
  field(/(^|\.)topicId$/, "field.topic"),
  field(/(^|\.)anonymous$/, "field.anonymous"),
  field(/(^|\.)remedySought$/, "field.remedySought"),
  field(/^complaints$/, "field.complaints", "number"),
  field(/^deviceName$/, "field.deviceName"),
  field(/(^|\.)id$/, "field.id"),
];

/** Names a field. */
export function field<Key extends string>(
  path: RegExp,
  key: Key,
  measure: Measure = "characters",
): NamedField<Key> {
  return { path, key, measure };
}
