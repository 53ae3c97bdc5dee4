/** Where a captured value came from; `agent` means that the person corrected or typed it. */
export const FIELD_SOURCES = [
  "adapter",
  "json_ld",
  "microdata",
  "microformat",
  "activity_stream",
  "open_graph",
  "time_element",
  /** Told by the post's own address: some platforms count their ids by the clock. */
  "address",
  "selection",
  "page",
  "readability",
  /** A header or the body of a mail file. */
  "mail_file",
  "agent",
] as const;
export type FieldSource = (typeof FIELD_SOURCES)[number];

/** How far a captured value may be trusted without looking. */
export const CONFIDENCES = ["sure", "likely", "unsure"] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** Why a field has no value. A value that is not there is never guessed. */
export const MISSING_REASONS = [
  /** Nothing on the page shows it. */
  "not_shown",
  /** It is there, but its words tell no instant, number or address. */
  "not_understood",
  /** There are several, and nothing says which. */
  "unclear_which",
  /** No post was recognised on the page: only what the page says of itself was looked at. */
  "post_not_recognised",
  /** What reads it failed on this page. */
  "reader_failed",
] as const;
export type MissingReason = (typeof MISSING_REASONS)[number];

/** The fields of a clip that carry a source. These lists stand apart from the schemas, so that pages can read them without. */
export const CLIP_FIELDS = [
  "narrative",
  "subject",
  "author",
  "permalink",
  "postedAt",
  "rating",
  "thread",
  "attachments",
  "mail",
] as const;
export type ClipField = (typeof CLIP_FIELDS)[number];
