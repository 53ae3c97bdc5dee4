import {
  CLIP_FIELDS,
  type ClipField,
  type Confidence,
  type FieldSource,
  type MissingReason,
} from "@otklik/shared/complaint/clip-fields";
import { areAlike } from "./alike-fields";
import { bareWords } from "./bare-words";
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
  page: "unsure",
  readability: "unsure",
};

/** Read from the elements of the post itself. */
const AS_SHOWN: readonly FieldSource[] = ["adapter", "microdata", "microformat", "time_element", "page"];

/** Why readers may have found nothing. */
export interface ReadingTroubles {
  /** A reader failed on the page. */
  readonly failed?: boolean;
  /** The page has several posts, and nothing says which is meant. */
  readonly unclear?: boolean;
  /** No post was recognised. */
  readonly unrecognised?: boolean;
}

/**
 * Takes each field from the surest reader that has it. An instant is worth more than words without one. Where a second
 * reader knows the same from elsewhere the field is trusted one step more.
 */
export function mergeFields(readings: readonly Reading[], troubles: ReadingTroubles = {}): CapturedPost {
  const chosen = CLIP_FIELDS.map((field) => [field, surest(readings, field)] as const);
  const withValue = chosen.flatMap(([field, reading]) => (reading === undefined ? [] : [{ field, reading }]));
  const fields = Object.fromEntries(withValue.map(({ field, reading }) => [field, reading.fields[field]]));
  const merged = { ...NO_FIELDS, ...fields };
  const reason: MissingReason = troubles.unclear
    ? "unclear_which"
    : troubles.failed
      ? "reader_failed"
      : troubles.unrecognised
        ? "post_not_recognised"
        : "not_shown";
  const empty = chosen.filter(([, reading]) => reading === undefined);
  return {
    ...merged,
    permalinkKey:
      readings.find(({ fields: { permalinkKey } }) => permalinkKey !== null)?.fields.permalinkKey ?? null,
    sources: Object.fromEntries(withValue.map(({ field, reading }) => [field, reading.source])),
    confidence: Object.fromEntries(
      withValue.map(({ field, reading }) => [field, trustIn(readings, field, reading)]),
    ),
    missing: {
      ...Object.fromEntries(empty.map(([field]) => [field, reason])),
      ...(tellsNoTime(merged.postedAt) && { postedAt: "not_understood" as const }),
    },
  };
}

/** How far a field may be trusted. A time in a zone that was guessed is never sure, nor does it make another so. */
function trustIn(readings: readonly Reading[], field: ClipField, chosen: Reading): Confidence {
  const isGuessed = ({ fields }: Reading) => field === "postedAt" && fields.postedAt?.zoneKnown === false;
  const own = CONFIDENCE[chosen.source] ?? "unsure";
  const trust = own === "sure" && isGuessed(chosen) ? "likely" : own;
  const isConfirmed = readings.some(
    (other) =>
      isOtherWitness(other, chosen) && !isGuessed(other) && areAlike(field, other.fields, chosen.fields),
  );
  return isConfirmed ? (trust === "unsure" ? "likely" : "sure") : trust;
}

/** Two readers of what the post shows read the same element: that is one fact, and not two. */
function isOtherWitness(one: Reading, other: Reading): boolean {
  return one.source !== other.source && !(AS_SHOWN.includes(one.source) && AS_SHOWN.includes(other.source));
}

function tellsNoTime(postedAt: PostFields["postedAt"]): boolean {
  return postedAt !== null && postedAt.at === null && postedAt.day === undefined;
}

function surest(readings: readonly Reading[], field: ClipField): Reading | undefined {
  const having = readings.filter((reading) => reading.fields[field] !== null);
  const dated = field === "postedAt" ? having.filter(({ fields }) => fields.postedAt?.at) : having;
  const exact = dated.filter(({ fields }) => fields.postedAt?.precision === "exact");
  const asked = [field === "postedAt" ? exact : [], dated, having].find(({ length }) => length > 0) ?? [];
  return (ORDER_OF[field] ?? ORDER)
    .map((source) => asked.find((reading) => reading.source === source))
    .find((reading) => reading !== undefined);
}

/** Whether words occur in other words, spaces, case and signs aside. */
export function isPartOf(part: string, whole: string | null): boolean {
  return whole !== null && bareWords(whole).includes(bareWords(part));
}
