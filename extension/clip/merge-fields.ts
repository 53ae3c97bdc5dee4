import type { ClipField, FieldSource } from "@otklik/shared/complaint/clip-fields";
import type { PostFields } from "./captured-page";

/** What one reader found. */
export interface Reading {
  readonly source: FieldSource;
  readonly fields: PostFields;
}

export interface MergedFields extends PostFields {
  readonly sources: Partial<Record<ClipField, FieldSource>>;
}

/**
 * Whom to believe, first to last. The agent's own selection is asked for the words and for nothing
 * else; a page's description is often cut, so for the words it is last.
 */
const CONFIDENCE: Record<ClipField, readonly FieldSource[]> = {
  narrative: ["adapter", "selection", "json_ld", "microdata", "page", "open_graph"],
  author: ["adapter", "json_ld", "microdata", "page", "open_graph"],
  permalink: ["adapter", "page", "json_ld", "microdata", "open_graph"],
  postedAt: ["adapter", "json_ld", "microdata", "time_element", "page", "open_graph"],
};

/** Takes each field from the surest reader that has it. An instant is worth more than words without one. */
export function mergeFields(readings: readonly Reading[]): MergedFields {
  const narrative = surest(readings, "narrative");
  const author = surest(readings, "author");
  const permalink = surest(readings, "permalink");
  const postedAt =
    surest(
      readings.filter(({ fields }) => fields.postedAt?.at),
      "postedAt",
    ) ?? surest(readings, "postedAt");
  return {
    narrative: narrative?.fields.narrative ?? null,
    author: author?.fields.author ?? null,
    permalink: permalink?.fields.permalink ?? null,
    permalinkKey: readings.find(({ fields }) => fields.permalinkKey !== null)?.fields.permalinkKey ?? null,
    postedAt: postedAt?.fields.postedAt ?? null,
    sources: {
      ...(narrative && { narrative: narrative.source }),
      ...(author && { author: author.source }),
      ...(permalink && { permalink: permalink.source }),
      ...(postedAt && { postedAt: postedAt.source }),
    },
  };
}

function surest(readings: readonly Reading[], field: ClipField): Reading | undefined {
  const having = readings.filter((reading) => reading.fields[field] !== null);
  return CONFIDENCE[field]
    .map((source) => having.find((reading) => reading.source === source))
    .find((reading) => reading !== undefined);
}

/** Whether words occur in other words, spaces, case and signs aside. */
export function isPartOf(part: string, whole: string | null): boolean {
  return whole !== null && bareWords(whole).includes(bareWords(part));
}

/** Letters and digits alone, in lower case: what two readings of the same text have in common. */
export function bareWords(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
