import type { PostedAt } from "@otklik/shared/complaint/clip";
import { CLIP_LIMITS } from "@otklik/shared/complaint/clip-limits";

/**
 * The instant that a site keeps as a number: seconds since 1970, or milliseconds where the number has 12 digits or
 * more. Exact, since sites that count so count in seconds at least.
 *
 * @param words what the page shows to a person; kept as `raw`
 * @returns null when the number is none
 */
export function unixTime(number: string | null, words: string | null): PostedAt | null {
  if (number === null || !/^\d{9,14}$/.test(number.trim())) return null;
  const count = Number(number);
  const instant = new Date(count < 1e11 ? count * 1_000 : count);
  const raw = words?.replace(/\s+/gu, " ").slice(0, CLIP_LIMITS.rawDateLength).toWellFormed() ?? null;
  return { at: instant.toISOString(), precision: "exact", raw };
}
