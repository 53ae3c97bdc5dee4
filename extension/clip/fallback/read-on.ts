import { Readability } from "@mozilla/readability";
import { inertPage, type ParserWindow } from "../inert-page";
import { type pageOf, thisMoment } from "../page";
import type { textOf } from "../read-text";

/** What reading on came to. */
export interface ReadOn {
  /** The words that stand out as the post's; null when none do. */
  readonly narrative: string | null;
  /** It took too long, and was broken off. */
  readonly stopped: boolean;
}

/** What the clip script leaves for reading on: that comes after it, and need not bring the same once more. */
export interface ReadingTools {
  readonly pageOf: typeof pageOf;
  readonly textOf: typeof textOf;
}

/** Longer nobody waits for words that are not sure even then. */
const MOST_MS = 300;
/** So many elements take about that long. */
const MOST_ELEMENTS = 4_000;

class TookTooLong extends Error {}

/**
 * Reads the words of a post by how its parts look to Mozilla's reader view. It works on a copy of the post, which runs
 * and fetches nothing; the page is not changed.
 *
 * @param root the post
 */
export function readOn(
  root: Element,
  window: ParserWindow,
  tools: ReadingTools,
  most = { ms: MOST_MS, elements: MOST_ELEMENTS },
): ReadOn {
  const { querySelectorAll } = window.Element.prototype;
  if (querySelectorAll.call(root, "*").length > most.elements) return { narrative: null, stopped: true };
  try {
    const content = readable(root, window, performance.now() + most.ms);
    if (content === null) return { narrative: null, stopped: false };
    const page = inertPage(content, window, thisMoment(), tools.pageOf);
    const body = page.select(page.document, "body");
    return { narrative: body && tools.textOf(page, body), stopped: false };
  } catch (error) {
    return { narrative: null, stopped: error instanceof TookTooLong };
  }
}

function readable(root: Element, window: ParserWindow, until: number): string | null {
  const document = new window.DOMParser().parseFromString("<!doctype html><title>-</title>", "text/html");
  const copy = document.importNode(root, true);
  for (const element of [copy, ...copy.querySelectorAll("*")]) {
    // A form or a picture with a name hides what the document and the form have under that name.
    element.removeAttribute("name");
    element.removeAttribute("id");
  }
  document.body.append(copy);
  const reader = new Readability(document, { charThreshold: 0, disableJSONLD: true });
  watch(reader, until);
  return reader.parse()?.content ?? null;
}

/** The reader has no limit of time; it asks for the words of each part that it weighs. */
function watch(reader: object, until: number): void {
  const innerText: unknown = Reflect.get(reader, "_getInnerText");
  if (typeof innerText !== "function") throw new TypeError("Readability has changed");
  Reflect.set(reader, "_getInnerText", function watched(this: object, ...given: unknown[]): unknown {
    if (performance.now() > until) throw new TookTooLong();
    return Reflect.apply(innerText, this, given);
  });
}
