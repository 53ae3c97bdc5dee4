const QUOTE = '"';
const BACKSLASH = 92;

/**
 * Whether JSON text opens more than `limit` objects and lists inside one another. Read before
 * parsing, because a parser spends stack and time on every level. Text in quotes is skipped.
 */
export function isNestedDeeperThan(limit: number, json: string): boolean {
  let depth = 0;
  for (let at = 0; at < json.length; at++) {
    switch (json[at]) {
      case QUOTE:
        at = closingQuote(json, at + 1);
        break;
      case "{":
      case "[":
        depth++;
        if (depth > limit) return true;
        break;
      case "}":
      case "]":
        depth--;
        break;
    }
  }
  return false;
}

function closingQuote(json: string, from: number): number {
  for (let at = json.indexOf(QUOTE, from); at !== -1; at = json.indexOf(QUOTE, at + 1)) {
    let backslashes = 0;
    while (json.charCodeAt(at - 1 - backslashes) === BACKSLASH) backslashes++;
    if (backslashes % 2 === 0) return at;
  }
  // Unterminated: the parser will say so.
  return json.length;
}
