/** What is meant on a page: an element, some of its words, or whatever the page shows as its main post. */
export type PointAt =
  | { readonly select: string; readonly quote?: undefined }
  | { readonly quote: string; readonly select?: undefined }
  | { readonly select?: undefined; readonly quote?: undefined };

/** What pointing came to. */
export type Pointing = "pointed" | "no-such-element" | "bad-selector" | "no-such-words";

/**
 * Runs in the page, in the extension's world, and leaves there what the extension's gestures leave. It stands on
 * its own: its source is sent to the browser.
 */
export function pointOnPage(target: PointAt, world: PointedWorld): Pointing {
  const { document } = world;
  if (target.select !== undefined) {
    let element: Element | null;
    try {
      element = document.querySelector(target.select);
    } catch {
      return "bad-selector";
    }
    if (element === null) return "no-such-element";
    world.otklikPicked = [element];
    world.otklikOrder = { trigger: { kind: "picker" } };
    return "pointed";
  }
  world.otklikOrder = { trigger: { kind: "menu" } };
  if (target.quote === undefined) return "pointed";
  // Spaces are compared away: a page breaks its lines where it likes.
  const letters: { node: Text; offset: number }[] = [];
  let bare = "";
  const walker = document.createTreeWalker(document.body, 4);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent === null || /^(script|style|noscript|template)$/i.test(parent.localName)) continue;
    const text = node as Text;
    for (let offset = 0; offset < text.data.length; offset++) {
      const letter = text.data[offset] ?? "";
      if (/\s/.test(letter)) continue;
      letters.push({ node: text, offset });
      bare += letter;
    }
  }
  const wanted = target.quote.replace(/\s+/g, "");
  const at = wanted === "" ? -1 : bare.indexOf(wanted);
  const first = letters[at];
  const last = letters[at + wanted.length - 1];
  if (first === undefined || last === undefined) return "no-such-words";
  const range = document.createRange();
  range.setStart(first.node, first.offset);
  range.setEnd(last.node, last.offset + 1);
  world.getSelection()?.removeAllRanges();
  world.getSelection()?.addRange(range);
  return "pointed";
}

/** The global of the world in which the clip script runs. */
export interface PointedWorld extends Pick<Window, "document" | "getSelection"> {
  otklikOrder?: object;
  otklikPicked?: readonly Element[];
}
