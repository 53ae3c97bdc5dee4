import { LineWriter, type Spaces } from "./line-writer";
import { isOutOfSight } from "./out-of-sight";
import type { Page } from "./page";

/** Deeper than any page of people; a deeper one is hostile, and recursion has an end. */
const MAX_DEPTH = 400;

const NEVER_TEXT = new Set([
  "script",
  "style",
  "template",
  "noscript",
  "svg",
  "math",
  "canvas",
  "iframe",
  "object",
  "audio",
  "video",
  "textarea",
  "input",
  "select",
  "datalist",
  "head",
]);

/** An emoji at the start: a picture sign, a flag, or a digit in a key. */
const EMOJI = /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|[#*\d]\ufe0f?\u20e3)/u;

export interface TextOptions {
  /** Parts that belong to the page, not to the words: buttons, counters, quoted posts. */
  readonly without?: string | undefined;
  /** Parts that no selector names: posts within the post. */
  readonly leftOut?: readonly Element[] | undefined;
  /** Parts that are words although the page hides them until "more" is pressed. */
  readonly folded?: string | undefined;
  /** Line breaks of the markup are the author's, also where the page's style is missing that keeps them. */
  readonly keepsLines?: boolean | undefined;
  /** A line of its own that stands in place of an element's words; null leaves the element as it is. */
  readonly instead?: ((element: Element) => string | null) | undefined;
  /** Reading ends before the first element that it holds for. */
  readonly endsAt?: ((element: Element) => boolean) | undefined;
  /** Reading stops after so many characters. */
  readonly atMost?: number;
}

/**
 * The words of an element as a person sees them: blocks and `<br>` break the line, a paragraph
 * leaves an empty line, spaces collapse unless the page keeps them, what the page hides is left
 * out, an emoji drawn as a picture is its character again. NFC, trimmed; null when nothing is left.
 */
export function textOf(page: Page, element: Element, options: TextOptions = {}): string | null {
  const writer = new LineWriter();
  const atMost = options.atMost ?? 100_000;
  let ended = false;

  const visit = (node: Node, spaces: Spaces, inEmoji: boolean, depth: number): void => {
    if (ended || writer.length > atMost || depth > MAX_DEPTH) return;
    if (page.isText(node)) writer.text(page.data(node), spaces);
    if (!page.isElement(node)) return;
    ended = options.endsAt?.(node) ?? false;
    const instead = ended ? null : (options.instead?.(node) ?? null);
    if (instead !== null) writer.line(instead);
    if (ended || instead !== null) return;
    const tag = page.tag(node);
    if (tag === "br") writer.newLine();
    if (tag === "img") writer.text(emojiOf(page, node), "collapse");
    if (NEVER_TEXT.has(tag) || (options.without !== undefined && page.matches(node, options.without))) return;
    if (options.leftOut?.includes(node) === true) return;
    const style = page.style(node);
    const emoji = inEmoji || isEmoji(page, node);
    const folded = options.folded !== undefined && page.matches(node, options.folded);
    if (!emoji && !folded && isHidden(page, node, style)) return;
    const gap = folded && style.display === "none" ? 0 : blockGap(tag, style.display);
    writer.block(gap);
    for (const child of page.shownChildren(node)) {
      visit(child, spacesOf(style.whiteSpace, options) ?? spaces, emoji, depth + 1);
    }
    writer.block(gap);
    if (tag === "td" || tag === "th") writer.text(" ", "collapse");
  };

  // The element itself is read even where a clip or a fold hides it: the agent pointed at it.
  const own = spacesOf(page.style(element).whiteSpace, options) ?? plainSpaces(options);
  for (const child of page.shownChildren(element)) visit(child, own, false, 0);
  return writer.end();
}

/** One line of text of an element, or null. */
export function lineOf(page: Page, element: Element | null, without?: string): string | null {
  if (element === null) return null;
  const text = textOf(page, element, { ...(without === undefined ? {} : { without }), atMost: 2_000 });
  return text === null ? null : text.replace(/\s+/gu, " ");
}

function spacesOf(whiteSpace: string, options: TextOptions): Spaces | null {
  if (/^(pre|pre-wrap|break-spaces)$/.test(whiteSpace)) return "keep";
  if (whiteSpace === "pre-line") return "keep-lines";
  return whiteSpace === "normal" || whiteSpace === "nowrap" ? plainSpaces(options) : null;
}

function plainSpaces({ keepsLines }: TextOptions): Spaces {
  return keepsLines === true ? "keep-lines" : "collapse";
}

function isHidden(page: Page, element: Element, style: CSSStyleDeclaration): boolean {
  return (
    style.display === "none" ||
    /^(hidden|collapse)$/.test(style.visibility) ||
    Number.parseFloat(style.opacity) === 0 ||
    Number.parseFloat(style.fontSize) === 0 ||
    (style.position === "absolute" &&
      Number.parseFloat(style.width) <= 1 &&
      Number.parseFloat(style.height) <= 1) ||
    isOutOfSight(page, element, style)
  );
}

/** Line breaks that a block wants before and after itself: 0 inline, 1 block, 2 paragraph. */
function blockGap(tag: string, display: string): 0 | 1 | 2 {
  if (tag === "p") return 2;
  return /^(inline|contents|ruby|table-cell|$)/.test(display) ? 0 : 1;
}

function isEmoji(page: Page, element: Element): boolean {
  return /(^|[\s_-])emoji/i.test(page.attribute(element, "class") ?? "");
}

function emojiOf(page: Page, image: Element): string {
  const alt = page.attribute(image, "alt") ?? "";
  return alt.length <= 40 && (isEmoji(page, image) || EMOJI.test(alt)) ? alt : "";
}
