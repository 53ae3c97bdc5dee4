/** Where a captured value came from; `agent` means that the person corrected or typed it. */
export const FIELD_SOURCES = [
  "adapter",
  "json_ld",
  "microdata",
  "open_graph",
  "time_element",
  "selection",
  "page",
  "agent",
] as const;
export type FieldSource = (typeof FIELD_SOURCES)[number];

/** The fields of a clip that carry a source. These lists stand apart from the schemas, so that pages can read them without. */
export const CLIP_FIELDS = ["narrative", "author", "permalink", "postedAt"] as const;
export type ClipField = (typeof CLIP_FIELDS)[number];
