import { z } from "zod";

const NUL = String.fromCharCode(0);

/**
 * Whether a string can be stored unchanged: no U+0000 and no lone surrogate.
 * PostgreSQL refuses the first and silently changes the second.
 */
export function isStorable(value: string): boolean {
  return !value.includes(NUL) && value.isWellFormed();
}

/** Text of one or many lines as a person or a page gave it; length in Unicode code points, both ends inclusive. */
export function plainText(maxLength: number, minLength = 0) {
  return z.string().min(minLength).max(maxLength).refine(isStorable, { error: "unstorable-text" });
}

/** One line of text: no line breaks or other control characters, no empty string. */
export function lineOfText(maxLength: number) {
  return plainText(maxLength, 1).regex(/^[^\p{Cc}\u2028\u2029]*$/u, { error: "control-character" });
}

/** Signs that show nothing, or turn the line round: two names that look the same must be the same. */
const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;
/** By what one name is told from another. */
const SEEN = /[\p{L}\p{N}]/u;

/**
 * What somebody or an organisation is called: one line with a letter or a digit in it, the space round it left away,
 * without signs that are not seen.
 */
export function nameOf(maxLength: number) {
  return lineOfText(maxLength)
    .trim()
    .refine((name) => !UNSEEN.test(name), { error: "unseen-character" })
    .refine((name) => SEEN.test(name), {
      error: "no-letter",
      // Of what is empty it is enough to say that it is missing.
      when: ({ issues }) => issues.length === 0,
    });
}
