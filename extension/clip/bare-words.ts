/** Letters and digits alone, in lower case: what two readings of the same text have in common. */
export function bareWords(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
