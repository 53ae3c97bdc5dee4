import { z } from "zod";
import { proofSchema } from "../proof/proof-schema";
import { lineOfText, plainText } from "../text/plain-text";
import { CLIP_FIELDS, CONFIDENCES, FIELD_SOURCES, MISSING_REASONS } from "./clip-fields";
import { LIMITS } from "./limits";
import { ATTACHMENT_KINDS, CHANNELS, EVIDENCE_KINDS, EVIDENCE_MEDIA_TYPES } from "./vocabulary";

/** How exactly the page told when the post was made; `unknown` goes with a null instant. */
export const TIME_PRECISIONS = ["exact", "minute", "day", "relative", "unknown"] as const;
export type TimePrecision = (typeof TIME_PRECISIONS)[number];

/** An absolute http(s) address without user name or password. */
export const webUrlSchema = z
  .url({ protocol: /^https?$/ })
  .max(LIMITS.urlLength)
  .refine((value) => !/^[^/]*\/\/[\\/]*[^/?#]*@/.test(value), { error: "user-info-in-url" });

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
  /** The local date, where only the day is told. */
  day: z.iso.date().optional(),
  /** False when the instant was reckoned in the browser's own zone, because the page names none. */
  zoneKnown: z.boolean().optional(),
});
export type PostedAt = z.infer<typeof postedAtSchema>;

/** Stars and the like: `max` is the best that can be given. */
export const ratingSchema = z.strictObject({
  value: z.number().min(0).max(100),
  max: z.number().min(1).max(100),
});
export type Rating = z.infer<typeof ratingSchema>;

/** Where a post stands in its thread. */
export const threadPlaceSchema = z.strictObject({
  /** What it answers; null when it is the first or nothing tells. */
  parent: z
    .strictObject({
      author: lineOfText(LIMITS.nameLength).nullable(),
      permalink: webUrlSchema.nullable(),
      narrative: plainText(LIMITS.parentLength).nullable(),
    })
    .nullable(),
  /** Among the answers on the page, from 1; null when it is none. */
  position: z.int().min(1).max(LIMITS.threadPosition).nullable(),
});
export type ThreadPlace = z.infer<typeof threadPlaceSchema>;

/** A picture, video or file that hangs on the post. */
export const attachmentSchema = z.strictObject({
  kind: z.enum(ATTACHMENT_KINDS),
  url: webUrlSchema.nullable(),
  /** What its author says that it shows, or a file's name. */
  alt: plainText(LIMITS.titleLength).nullable(),
  /** Of its bytes among the evidence; null when only the address is known. */
  sha256: sha256Schema.nullable(),
});
export type Attachment = z.infer<typeof attachmentSchema>;

/** What a mail is known by beside its text. */
export const mailMarksSchema = z.strictObject({
  /** Without angle brackets. */
  messageId: lineOfText(LIMITS.titleLength).nullable(),
  /** Address or name, as shown. */
  to: lineOfText(LIMITS.titleLength).nullable(),
  /** Message-ID of the mail that it answers, without angle brackets. */
  inReplyTo: lineOfText(LIMITS.titleLength).nullable().optional(),
});
export type MailMarks = z.infer<typeof mailMarksSchema>;

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
  /** Parts of a snapshot whose words or pictures were taken out before the hash was taken. */
  maskedParts: z.int().min(0).max(LIMITS.maskedParts).optional(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/**
 * One post, comment, review or mail. What was added later is optional and has no default: a clip of an earlier
 * extension keeps its hash.
 */
const capturedPost = {
  narrative: plainText(LIMITS.narrativeLength, 1),
  /** A mail's subject, a review's or a post's own title. */
  subject: lineOfText(LIMITS.titleLength).nullable().optional(),
  author: authorSchema,
  /** Null when the page has no address of its own for the post. */
  permalink: webUrlSchema.nullable(),
  /** The platform's own name of the post, such as `tg:channel/123`; the duplicate key. */
  permalinkKey: lineOfText(LIMITS.nameLength).nullable(),
  postedAt: postedAtSchema,
  rating: ratingSchema.nullable().optional(),
  thread: threadPlaceSchema.nullable().optional(),
  attachments: z.array(attachmentSchema).max(LIMITS.attachments).optional(),
  mail: mailMarksSchema.nullable().optional(),
  sources: z.partialRecord(z.enum(CLIP_FIELDS), z.enum(FIELD_SOURCES)),
  confidence: z.partialRecord(z.enum(CLIP_FIELDS), z.enum(CONFIDENCES)).optional(),
  /** Why a field is empty. */
  missing: z.partialRecord(z.enum(CLIP_FIELDS), z.enum(MISSING_REASONS)).optional(),
};
export const capturedPostSchema = z.strictObject(capturedPost);
export type CapturedPostRecord = z.infer<typeof capturedPostSchema>;

/** What the extension captured, as corrected by the agent. */
export const clipSchema = z.strictObject({
  ...capturedPost,
  page: z.strictObject({
    title: plainText(LIMITS.titleLength),
    /** Null where it was read from no page: a mail file has none. */
    url: webUrlSchema.nullable(),
  }),
  channel: z.enum(CHANNELS),
  /** By the agent's clock; the server never counts from a later instant than its own now. */
  capturedAt: instantSchema,
  /** Name of the site adapter, or `any-page`. */
  adapter: lineOfText(LIMITS.adapterLength),
  evidence: z.array(evidenceSchema).max(LIMITS.evidenceItems),
  /** Further posts of the same complaint, in the order in which they were picked. */
  more: z.array(capturedPostSchema).max(LIMITS.morePosts).optional(),
  /** Hashes of all of this, signed in the browser before anything was sent. */
  proof: proofSchema.optional(),
});
export type Clip = z.infer<typeof clipSchema>;
