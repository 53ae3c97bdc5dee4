/** A code as examples show it. */
export const EXAMPLE_CODE = "BCDF-GHJK";

/**
 * Reads a pairing code as people type it: any case, with or without hyphen and spaces.
 *
 * @returns the code in its one spelling, or null when it cannot be one
 */
export function pairingCode(typed: string): string | null {
  const letters = typed.toUpperCase().replace(/[\s\-–—]/g, "");
  return /^[BCDFGHJKLMNPQRSTVWXZ]{8}$/.test(letters) ? `${letters.slice(0, 4)}-${letters.slice(4)}` : null;
}
