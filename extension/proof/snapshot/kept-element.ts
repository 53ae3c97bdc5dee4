import type { Box } from "../../clip/captured-page";
import { isOutOfSight } from "../../clip/out-of-sight";
import type { Page } from "../../clip/page";
import { webAddress } from "../../clip/web-address";
import { markupText } from "./markup-text";
import { toldAddress } from "./told-address";

/** Neither words nor pictures of a post: what runs, what is typed into, what is drawn as an icon. */
const NEVER_KEPT = new Set(
  [
    ["script", "style", "template", "noscript", "link", "meta", "base", "title", "object", "embed", "applet"],
    ["param", "frame", "frameset", "input", "textarea", "select", "option", "optgroup", "datalist", "output"],
    ["progress", "meter", "svg", "math", "canvas", "audio"],
  ].flat(),
);

/** Whether an element with all that is in it stays out, whatever it looks like. */
export function isLeftOut(page: Page, element: Element): boolean {
  if (NEVER_KEPT.has(page.tag(element))) return true;
  const editable = page.attribute(element, "contenteditable");
  return (
    (editable !== null && editable !== "false") ||
    page.attribute(element, "role") === "textbox" ||
    page.attribute(element, "hidden") !== null
  );
}

/** Whether nobody sees it: it is no evidence of what was seen. */
export function isUnseen(page: Page, element: Element, style: CSSStyleDeclaration): boolean {
  if (style.getPropertyValue("display") === "none" || style.getPropertyValue("opacity") === "0") return true;
  if (isOutOfSight(page, element, style)) return true;
  const isClipped =
    style.getPropertyValue("position") === "absolute" &&
    (/^(?:rect|inset)\(/.test(style.getPropertyValue("clip")) ||
      style.getPropertyValue("clip-path").startsWith("inset(") ||
      /hidden|clip/.test(style.getPropertyValue("overflow-x")));
  if (!isClipped) return false;
  const { width, height } = page.box(element);
  return width > 0 && width <= 1 && height <= 1;
}

/** What is seen of the children: of a folded `details` its summary alone. */
export function unfolded(page: Page, element: Element, children: readonly Node[]): readonly Node[] {
  return page.tag(element) === "details" && page.attribute(element, "open") === null
    ? children.filter((child) => page.isElement(child) && page.tag(child) === "summary")
    : children;
}

/** The attributes that say something and do nothing. Where a link led is read by pointing at it. */
export function keptAttributes(page: Page, element: Element, isMail: boolean): string {
  const tag = page.tag(element);
  const attributes = [
    ["title", tag === "a" ? whereTo(page, page.attribute(element, "href"), isMail) : null],
    ["datetime", tag === "time" ? page.attribute(element, "datetime") : null],
    ["lang", page.attribute(element, "lang")],
    ["dir", page.attribute(element, "dir")],
  ] as const;
  return attributes
    .flatMap(([name, value]) => (value === null ? [] : [` ${name}="${markupText(value.slice(0, 2_000))}"`]))
    .join("");
}

function whereTo(page: Page, href: string | null, isMail: boolean): string | null {
  return href !== null && URL.canParse(href, page.url) ? toldAddress(new URL(href, page.url), isMail) : null;
}

/** Words that the style sheet writes beside an element, such as quotation marks; signs of icon fonts are none. */
export function drawnWords(page: Page, element: Element, where: "::before" | "::after"): string {
  const content = page.window.getComputedStyle(element, where).getPropertyValue("content");
  const words = /^"((?:[^"\\]|\\.)*)"$/s.exec(content)?.[1]?.replace(/\\(.)/g, "$1") ?? "";
  return /\p{Co}/u.test(words) ? "" : markupText(words);
}

/** The picture that an `img` or a `video` shows now, as an absolute address; empty when there is none. */
export function shownPicture(page: Page, element: Element): string {
  const isImage = page.tag(element) === "img";
  const name = isImage ? "currentSrc" : "poster";
  const read = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), name)?.get;
  const shown: unknown = read?.call(element);
  const given =
    typeof shown === "string" && shown !== "" ? shown : page.attribute(element, isImage ? "src" : name);
  return given !== null && URL.canParse(given, page.url) ? new URL(given, page.url).href : "";
}

/** Where else the page has the picture of an element: under its plain address, and where its link leads. */
export function otherAddresses(page: Page, element: Element): string[] {
  const link = page.closest(element, "a[href]");
  return [page.attribute(element, "src"), link && page.attribute(link, "href")]
    .map((address) => webAddress(address, page.url))
    .filter((address) => address !== null);
}

/** The room that an element's own words take; null where they take none. */
export function boxOfWords(page: Page, element: Element, words: readonly Node[]): Box | null {
  const boxes = words.flatMap((node) => {
    const range = node.ownerDocument?.createRange();
    range?.selectNodeContents(node);
    const box = range?.getBoundingClientRect?.();
    return box === undefined || box.width === 0 || box.height === 0 ? [] : [box];
  });
  if (boxes.length === 0) return null;
  const own = page.window.Element.prototype.getBoundingClientRect.call(element);
  const shown = page.box(element);
  const x = Math.min(...boxes.map(({ left }) => left));
  const y = Math.min(...boxes.map(({ top }) => top));
  const width = Math.max(...boxes.map(({ right }) => right)) - x;
  const height = Math.max(...boxes.map(({ bottom }) => bottom)) - y;
  // In a frame, the words tell their place within it, the element its place on the screen.
  return { x: x + shown.x - own.x, y: y + shown.y - own.y, width, height };
}
