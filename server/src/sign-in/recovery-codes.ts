import { randomInt } from "node:crypto";
import { RECOVERY_CODES } from "@otklik/shared/people/sign-in";
import { hashSecret } from "../people/secrets";

/** Letters and digits without look-alikes, as they are read from paper: five bits each. */
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
const GROUPS = 4;
const GROUP_LENGTH = 4;

/** New codes, each such as `abcd-efgh-jkmn-pqrs`: some 79 random bits, so that a plain hash keeps them. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () =>
    Array.from({ length: GROUPS }, () =>
      Array.from({ length: GROUP_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join(""),
    ).join("-"),
  );
}

/** What is kept of a code. @param code as `plainCode` gives it */
export function recoveryHash(code: string): string {
  return hashSecret(code).toString("hex");
}

/** What is kept of new codes. */
export function recoveryHashes(codes: readonly string[]): string[] {
  return codes.map((code) => recoveryHash(plainCode(code)));
}

/** A code as it is compared, however it was typed. */
export function plainCode(typed: string): string {
  return typed.replaceAll(/[\s-]/g, "").toLowerCase();
}
