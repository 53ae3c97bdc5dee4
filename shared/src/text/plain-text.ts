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
