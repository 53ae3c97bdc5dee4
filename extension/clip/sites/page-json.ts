import type { Page } from "../page";

/** Far above what sites put into one script; a longer one is not read. */
const MOST_CHARACTERS = 3_000_000;
const MOST_STEPS = 200_000;

/** Part of parsed JSON that has named parts. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The data that a site puts into a script element, parsed; null when there is none or it is broken. */
export function jsonInScript(page: Page, selector: string): unknown {
  const script = page.select(page.document, selector);
  return script === null ? null : jsonIn(scriptText(page, script));
}

/**
 * The object that a script assigns to a name (`var ytInitialData = {…};`), read as text: nothing is run.
 * Null when no script does.
 */
export function jsonAssignedTo(page: Page, name: string): unknown {
  const start = new RegExp(`(?:^|[\\s;.\\]"'])${name}["'\\]]*\\s*=\\s*(?=\\{)`);
  for (const script of page.selectAll(page.document, "script:not([src])", 200)) {
    const text = scriptText(page, script);
    const found = start.exec(text);
    if (found !== null) return jsonIn(objectAt(text, found.index + found[0].length));
  }
  return null;
}

/** The part at a path of names and places; null when the path leads nowhere. */
export function jsonAt(value: unknown, ...path: readonly (string | number)[]): unknown {
  let part = value;
  for (const name of path) {
    if (typeof part !== "object" || part === null || !Object.hasOwn(part, name)) return null;
    part = (part as Record<string | number, unknown>)[name];
  }
  return part ?? null;
}

/** A text or number at a path, as text; null when there is none or it is empty. */
export function textAt(value: unknown, ...path: readonly (string | number)[]): string | null {
  const found = jsonAt(value, ...path);
  return typeof found === "string" ? found.trim() || null : typeof found === "number" ? `${found}` : null;
}

/** The first part, however deep, that is meant. Stops after very many. */
export function jsonWhere(value: unknown, isMeant: (part: JsonObject) => boolean): JsonObject | null {
  const open: unknown[] = [value];
  for (let step = 0; open.length > 0 && step < MOST_STEPS; step++) {
    const part = open.pop();
    if (typeof part !== "object" || part === null) continue;
    if (!Array.isArray(part) && isMeant(part as JsonObject)) return part as JsonObject;
    open.push(...Object.values(part).reverse());
  }
  return null;
}

function scriptText(page: Page, script: Element): string {
  const text = page.children(script).filter(page.isText).map(page.data).join("");
  return text.length > MOST_CHARACTERS ? "" : text;
}

/** The text of one object, by its braces, those within strings aside. */
function objectAt(text: string, start: number): string {
  let depth = 0;
  let inString = false;
  for (let at = start; at < text.length; at++) {
    const sign = text[at];
    if (inString) {
      if (sign === "\\") at++;
      else if (sign === '"') inString = false;
    } else if (sign === '"') inString = true;
    else if (sign === "{") depth++;
    else if (sign === "}" && --depth === 0) return text.slice(start, at + 1);
  }
  return "";
}

/** Parsed text; null when it is broken. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
