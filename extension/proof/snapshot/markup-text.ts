const SIGNS: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** Words as markup says them, in text and in quoted attributes; what no page may hold is left out. */
export function markupText(words: string): string {
  return words
    .replaceAll("\0", "")
    .toWellFormed()
    .replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);
}
