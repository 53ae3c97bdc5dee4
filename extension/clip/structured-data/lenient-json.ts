/**
 * Parses JSON as pages write it: with comments of JavaScript, HTML or CDATA round or within it, line breaks and other
 * control characters inside strings, and commas behind the last entry. Null for what is not JSON even so.
 */
export function lenientJson(text: string): unknown {
  return parsed(text) ?? parsed(mended(text)) ?? null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** One pass, so that no text can make it slow. */
function mended(text: string): string {
  const out: string[] = [];
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? "";
    if (inString) {
      if (sign === "\\") out.push(sign, text[++at] ?? "");
      else out.push(sign < " " ? escaped(sign) : sign);
      if (sign === '"') inString = false;
      continue;
    }
    const end = endOfComment(text, at);
    if (end !== null) at = end - 1;
    else if (sign === "," && /^\s*[}\]]/.test(text.slice(at + 1, at + 200))) out.push(" ");
    else out.push(sign < " " || sign === ";" ? " " : sign);
    if (sign === '"') inString = true;
  }
  return out.join("");
}

function escaped(sign: string): string {
  return sign === "\n" ? "\\n" : " ";
}

/** Left out whole, up to their end. */
const COMMENTS = new Map([
  ["/*", "*/"],
  ["//", "\n"],
]);
/** Left out alone: what stands between them is the data. */
const MARKS = ["<!--", "-->", "<![CDATA[", "]]>"];

/** Where what stands here and is no JSON ends; null when it is JSON. */
function endOfComment(text: string, at: number): number | null {
  const mark = MARKS.find((one) => text.startsWith(one, at));
  if (mark !== undefined) return at + mark.length;
  const end = COMMENTS.get(text.slice(at, at + 2));
  if (end === undefined) return null;
  const found = text.indexOf(end, at + 2);
  return found === -1 ? text.length : found + end.length;
}
