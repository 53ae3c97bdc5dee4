import type { AdapterHealth } from "@otklik/shared/capture/adapter-health";
import {
  CLIP_FIELDS,
  type ClipField,
  type FieldSource,
  type MissingReason,
} from "@otklik/shared/complaint/clip-fields";
import type { CapturedPage, CapturedPost } from "../clip/captured-page";

/** What every post has: empty, it was missed. Others may well not be there. */
const EXPECTED: readonly ClipField[] = ["narrative", "author", "permalink", "postedAt"];

/** Its selectors, or what it reads from the post's own name. */
const BY_ADAPTER: ReadonlySet<FieldSource | undefined> = new Set(["adapter", "address"]);

/** Nobody could have found it. */
const NOT_THERE: ReadonlySet<MissingReason | undefined> = new Set([
  undefined,
  "not_shown",
  "post_not_recognised",
]);

/**
 * What each post of a capture tells of how well its site is read: which fields were found, and nothing of what they say.
 *
 * @param day in UTC
 * @returns nothing for a page that no adapter knows
 */
export function countCapture(page: CapturedPage, day: string): AdapterHealth[] {
  const adapter = page.site ?? page.adapter;
  if (adapter === "any-page" || page.notes.includes("post-in-frame")) return [];
  // The notes are of all posts together: of several the adapter may have read some.
  const isAllRead = !page.notes.includes("site-not-read") && !page.notes.includes("post-not-found");
  const isRead = ({ sources }: CapturedPost) => isAllRead || Object.values(sources).includes("adapter");
  return [page, ...page.more].map((post) =>
    isRead(post)
      ? countPost(post, adapter, day)
      : { adapter, day, read: 0, fellBack: 1, filled: {}, missed: {} },
  );
}

function countPost(post: CapturedPost, adapter: string, day: string): AdapterHealth {
  // What another reader has put in its place is there for the agent, and missed by the adapter all the same.
  const isFilled = (field: ClipField) => BY_ADAPTER.has(post.sources[field]) && isThere(post[field]);
  const isMissed = (field: ClipField) =>
    !isFilled(field) && (EXPECTED.includes(field) || !NOT_THERE.has(post.missing[field]));
  const ones = (fields: readonly ClipField[]) => Object.fromEntries(fields.map((field) => [field, 1]));
  return {
    adapter,
    day,
    read: 1,
    fellBack: 0,
    filled: ones(CLIP_FIELDS.filter(isFilled)),
    missed: ones(CLIP_FIELDS.filter(isMissed)),
  };
}

function isThere(value: unknown): boolean {
  return value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);
}

/** Adds a count to those of its adapter and day. */
export function addCount(counts: readonly AdapterHealth[], added: AdapterHealth): AdapterHealth[] {
  const isSame = (one: AdapterHealth) => one.adapter === added.adapter && one.day === added.day;
  const known = counts.find(isSame);
  if (known === undefined) return [...counts, added];
  const sum = {
    ...known,
    read: known.read + added.read,
    fellBack: known.fellBack + added.fellBack,
    filled: sumOf(known.filled, added.filled),
    missed: sumOf(known.missed, added.missed),
  };
  return counts.map((one) => (isSame(one) ? sum : one));
}

type Counts = AdapterHealth["filled"];

function sumOf(one: Counts, other: Counts): Counts {
  const fields = CLIP_FIELDS.filter((field) => one[field] !== undefined || other[field] !== undefined);
  return Object.fromEntries(fields.map((field) => [field, (one[field] ?? 0) + (other[field] ?? 0)]));
}
