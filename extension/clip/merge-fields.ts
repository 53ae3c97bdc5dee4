import {
  CLIP_FIELDS,
  type ClipField,
  type Confidence,
  type FieldSource,
} from "@otklik/shared/complaint/clip-fields";
import { type CapturedPost, NO_FIELDS, type PostFields } from "./captured-page";

/** What one reader found. */
export interface Reading {
  readonly source: FieldSource;
  readonly fields: PostFields;
}

/** Whom to believe, first to last, where nothing else is said. */
const ORDER: readonly FieldSource[] = [
  "adapter",
  "mail_file",
  "json_ld",
  "microdata",
  "microformat",
  "activity_stream",
  "address",
  "time_element",
  "page",
  "open_graph",
  "selection",
  "readability",
];

/**
 * The agent's own selection is asked for the words and for nothing else; a page's description is often cut, so
 * for the words it is last but one. The post's own link is surer than what the page says of it.
 */
const ORDER_OF: Partial<Record<ClipField, readonly FieldSource[]>> = {
  narrative: [
    "adapter",
    "mail_file",
    "selection",
    "json_ld",
    "microdata",
    "microformat",
    "activity_stream",
    "page",
    "open_graph",
    "readability",
  ],
  permalink: ["adapter", "page", "json_ld", "microdata", "microformat", "activity_stream", "open_graph"],
};

const CONFIDENCE: Partial<Record<FieldSource, Confidence>> = {
  adapter: "sure",
  mail_file: "sure",
  json_ld: "sure",
  microdata: "sure",
  microformat: "sure",
  activity_stream: "sure",
  address: "sure",
  selection: "sure",
  time_element: "likely",
  open_graph: "likely",
  page: "likely",
  readability: "unsure",
};

/** Takes each field from the surest reader that has it. An instant is worth more than words without one. */
export function mergeFields(readings: readonly Reading[]): CapturedPost {
  const chosen = CLIP_FIELDS.map((field) => [field, surest(readings, field)] as const);
  const withValue = chosen.flatMap(([field, reading]) => (reading === undefined ? [] : [{ field, reading }]));
  const fields = Object.fromEntries(withValue.map(({ field, reading }) => [field, reading.fields[field]]));
  return {
    ...NO_FIELDS,
    ...fields,
    permalinkKey:
      readings.find(({ fields: { permalinkKey } }) => permalinkKey !== null)?.fields.permalinkKey ?? null,
    sources: Object.fromEntries(withValue.map(({ field, reading }) => [field, reading.source])),
    confidence: Object.fromEntries(
      withValue.map(({ field, reading }) => [field, CONFIDENCE[reading.source] ?? "unsure"]),
    ),
    missing: Object.fromEntries(
      chosen.flatMap(([field, reading]) => (reading === undefined ? [[field, "not_shown" as const]] : [])),
    ),
  };
}

function surest(readings: readonly Reading[], field: ClipField): Reading | undefined {
  const having = readings.filter((reading) => reading.fields[field] !== null);
  const dated = field === "postedAt" ? having.filter(({ fields }) => fields.postedAt?.at) : having;
  const asked = dated.length > 0 ? dated : having;
  return (ORDER_OF[field] ?? ORDER)
    .map((source) => asked.find((reading) => reading.source === source))
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
