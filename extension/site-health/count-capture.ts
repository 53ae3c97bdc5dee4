import type { AdapterHealth } from "@otklik/shared/capture/adapter-health";
import { CLIP_FIELDS, type ClipField } from "@otklik/shared/complaint/clip-fields";
import type { CapturedPage } from "../clip/captured-page";

/** What every post has: empty, it was missed. Others may well not be there. */
const EXPECTED: readonly ClipField[] = ["narrative", "author", "permalink", "postedAt"];

/**
 * What one capture tells of how well its site is read: which fields were found, and nothing of what they say.
 *
 * @param day in UTC
 */
export function countCapture(page: CapturedPage, day: string): AdapterHealth | null {
  const adapter = page.site ?? page.adapter;
  if (adapter === "any-page" || page.notes.includes("post-in-frame")) return null;
  if (page.notes.includes("site-not-read") || page.notes.includes("post-not-found")) {
    return { adapter, day, read: 0, fellBack: 1, filled: {}, missed: {} };
  }
  const isFilled = (field: ClipField) => isThere(page[field]);
  const isMissed = (field: ClipField) =>
    !isFilled(field) && (EXPECTED.includes(field) || (page.missing[field] ?? "not_shown") !== "not_shown");
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
