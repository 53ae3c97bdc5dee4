import { USER_CODE_GROUP_LENGTH, USER_CODE_LETTERS } from "@otklik/shared/people/user-code";

const CODE = new RegExp(`^[${USER_CODE_LETTERS}]{${2 * USER_CODE_GROUP_LENGTH}}$`);

/** A code as examples show it. */
export const EXAMPLE_CODE = "BCDF-GHJK";

/**
 * Reads a pairing code as people type it: any case, with or without hyphen and spaces.
 *
 * @returns the code in its one spelling, or null when it cannot be one
 */
export function pairingCode(typed: string): string | null {
  const letters = typed.toUpperCase().replace(/[\s\-–—]/g, "");
  if (!CODE.test(letters)) return null;
  return `${letters.slice(0, USER_CODE_GROUP_LENGTH)}-${letters.slice(USER_CODE_GROUP_LENGTH)}`;
}
