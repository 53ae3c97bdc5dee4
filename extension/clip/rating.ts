import type { Rating } from "@otklik/shared/complaint/clip";

/** Most sites give five stars; a number without a best one is taken to be of five only when it fits. */
const USUAL_BEST = 5;

/**
 * Reads a rating from words or an attribute: `4`, `4,5`, `4 из 5`, `Rated 2 out of 5 stars`, `3/10`.
 *
 * @param best the best that the site gives, where the words do not say it
 * @returns null when there is no number, or one beyond the best
 */
export function ratingOf(said: string, best: number = USUAL_BEST): Rating | null {
  const numbers = (said.match(/\d+(?:[.,]\d+)?/g) ?? []).map((number) => Number(number.replace(",", ".")));
  const [value, other] = numbers;
  if (value === undefined) return null;
  const max = other !== undefined && other >= 1 ? Math.max(value, other) : best;
  const given = other !== undefined ? Math.min(value, other) : value;
  return given >= 0 && given <= max && max <= 100 ? { value: given, max } : null;
}
