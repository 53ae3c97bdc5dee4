/**
 * An incoming or outgoing number as people write it: `2026-000142`.
 *
 * @param year of registration, in the organisation's zone
 * @param ordinal 1 or more, gapless within organisation and year
 */
export function formatRegisterNumber(year: number, ordinal: number): string {
  return `${year}-${String(ordinal).padStart(6, "0")}`;
}

/**
 * Reads what a person typed in a search box as a register number.
 *
 * @returns null when it is not one; `year` is null when only the ordinal was given
 */
export function parseRegisterNumber(typed: string): { year: number | null; ordinal: number } | null {
  const match = /^(?:№|No\.?|#)?\s*(?:(\d{4})-)?0*(\d{1,9})$/iu.exec(typed.trim());
  if (match?.[2] === undefined) return null;
  return { year: match[1] === undefined ? null : Number(match[1]), ordinal: Number(match[2]) };
}
