/**
 * Directional overrides could show a date or a number of a letter backwards; the other control characters
 * have no place in one either.
 */
const UNSEEN = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Text of people on one line of a letter: breaks become spaces. */
export function lineOf(text: string): string {
  return text
    .replace(/[\s\u0085]+/g, " ")
    .replace(UNSEEN, "")
    .trim();
}

/** Text of people as paragraphs of a letter: its own breaks are kept, more than one empty line is not. */
export function paragraphsOf(text: string): string {
  return text
    .split(/\r\n|[\n\r\u0085\u2028\u2029]/)
    .map(lineOf)
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
