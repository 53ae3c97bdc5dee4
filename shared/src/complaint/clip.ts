import { z } from "zod";
import { lineOfText, plainText } from "../text/plain-text";
import { CLIP_FIELDS, FIELD_SOURCES } from "./clip-fields";
import { LIMITS } from "./limits";
import { CHANNELS, EVIDENCE_KINDS, EVIDENCE_MEDIA_TYPES } from "./vocabulary";

/** How exactly the page told when the post was made; `unknown` goes with a null instant. */
export const TIME_PRECISIONS = ["exact", "minute", "day", "relative", "unknown"] as const;
export type TimePrecision = (typeof TIME_PRECISIONS)[number];

/** An absolute http(s) address without user name or password. */
export const webUrlSchema = z
  .url({ protocol: /^https?$/ })
  .max(LIMITS.urlLength)
  .refine((value) => !/^[^/]*\/\/[^/?#]*@/.test(value), { error: "user-info-in-url" });

/** An instant in UTC or with an offset, as ISO 8601. */
export const instantSchema = z.iso.datetime({ offset: true });
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

export const authorSchema = z.strictObject({
  name: lineOfText(LIMITS.nameLength).nullable(),
  handle: lineOfText(LIMITS.nameLength).nullable(),
  profileUrl: webUrlSchema.nullable(),
  platformId: lineOfText(LIMITS.nameLength).nullable(),
});
export type Author = z.infer<typeof authorSchema>;

export const postedAtSchema = z.strictObject({
  at: instantSchema.nullable(),
  precision: z.enum(TIME_PRECISIONS),
  /** The words of the page, kept because a relative date means nothing later. */
  raw: plainText(LIMITS.rawDateLength).nullable(),
});
export type PostedAt = z.infer<typeof postedAtSchema>;

/** A rectangle of the screenshot in its own pixels (device pixels), origin at the top left. */
export const regionSchema = z.strictObject({
  x: z.int().min(0).max(LIMITS.imagePixels),
  y: z.int().min(0).max(LIMITS.imagePixels),
  width: z.int().min(1).max(LIMITS.imagePixels),
  height: z.int().min(1).max(LIMITS.imagePixels),
});
export type Region = z.infer<typeof regionSchema>;

/** A file that belongs to the clip; its bytes go up separately under this hash. */
export const evidenceSchema = z.strictObject({
  kind: z.enum(EVIDENCE_KINDS),
  /** Of the bytes as sent, masks included. Lower-case hexadecimal. */
  sha256: sha256Schema,
  mediaType: z.enum(EVIDENCE_MEDIA_TYPES),
  bytes: z.int().min(1).max(LIMITS.evidenceBytes),
  /** Where the post stands on a screenshot; null when it fills it or is not known. */
  region: regionSchema.nullable(),
  /** Parts blackened by the agent before the hash was taken. */
  masks: z.array(regionSchema).max(LIMITS.masks),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** What the extension captured of one post, as corrected by the agent. */
export const clipSchema = z.strictObject({
  narrative: plainText(LIMITS.narrativeLength, 1),
  author: authorSchema,
  /** Null when the page has no address of its own for the post. */
  permalink: webUrlSchema.nullable(),
  /** The platform's own name of the post, such as `tg:channel/123`; the duplicate key. */
  permalinkKey: lineOfText(LIMITS.nameLength).nullable(),
  postedAt: postedAtSchema,
  page: z.strictObject({ title: plainText(LIMITS.titleLength), url: webUrlSchema }),
  channel: z.enum(CHANNELS),
  /** By the agent's clock; the server never counts from a later instant than its own now. */
  capturedAt: instantSchema,
  /** Name of the site adapter, or `any-page`. */
  adapter: lineOfText(LIMITS.adapterLength),
  sources: z.partialRecord(z.enum(CLIP_FIELDS), z.enum(FIELD_SOURCES)),
  evidence: z.array(evidenceSchema).max(LIMITS.evidenceItems),
});
export type Clip = z.infer<typeof clipSchema>;
