import type { Moment } from "./date-words";
import type { Page, PageWindow, pageOf } from "./page";

/** What making a page of markup needs of a window. */
export type ParserWindow = PageWindow & Pick<typeof globalThis, "DOMParser">;

const BLOCKS = new Set([
  "address",
  "article",
  "aside",
  "blockquote",
  "center",
  "dd",
  "div",
  "dl",
  "dt",
  "fieldset",
  "figure",
  "footer",
  "form",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "header",
  "hr",
  "li",
  "main",
  "nav",
  "ol",
  "p",
  "pre",
  "section",
  "table",
  "tbody",
  "tr",
  "ul",
]);

/**
 * Markup as a page that is never shown: no script of it runs and nothing is fetched. As nothing lays it out, elements
 * look as their names and their own `style` say; style sheets do not count.
 *
 * @param open `pageOf`: a script that comes later has it from the first one
 */
export function inertPage(html: string, window: ParserWindow, moment: Moment, open: typeof pageOf): Page {
  const document = new window.DOMParser().parseFromString(html, "text/html");
  const styleOf = (element: Element): CSSStyleDeclaration => {
    const { style } = document.createElement("span");
    style.cssText = window.Element.prototype.getAttribute.call(element, "style") ?? "";
    const tag =
      window.Element.prototype.getAttribute.call(element, "hidden") === null ? element.localName : "hidden";
    if (tag === "hidden") style.display = "none";
    if (style.display === "") style.display = displayOf(tag);
    if (tag === "pre" && style.whiteSpace === "") style.whiteSpace = "pre";
    return style;
  };
  return open(
    {
      CharacterData: window.CharacterData,
      Document: window.Document,
      DocumentFragment: window.DocumentFragment,
      Element: window.Element,
      HTMLIFrameElement: window.HTMLIFrameElement,
      HTMLImageElement: window.HTMLImageElement,
      HTMLSlotElement: window.HTMLSlotElement,
      Node: window.Node,
      ShadowRoot: window.ShadowRoot,
      document,
      getComputedStyle: styleOf,
      getSelection: () => null,
      innerHeight: 0,
      innerWidth: 0,
      location: window.location,
      visualViewport: null,
    },
    moment,
  );
}

function displayOf(tag: string): string {
  if (tag === "td" || tag === "th") return "table-cell";
  return BLOCKS.has(tag) ? "block" : "inline";
}
