import type { ClipTrigger } from "./captured-page";
import { tidyText } from "./line-writer";
import type { Page } from "./page";
import { webAddress } from "./web-address";

/** How it is known what was meant, from the agent's own words to where things happen to stand. */
export type PointedBy =
  | "picker"
  | "selection"
  /** The very element that the menu was opened on. */
  | "element"
  | "link"
  | "image"
  /** Where the menu's button was pressed in the text. */
  | "caret"
  /** What lay under the pointer, which may have been left there. */
  | "hover"
  /** The focused element, which may have been left too. */
  | "focus"
  /** A frame of another site, into which nobody sees: nothing of this page is what was meant. */
  | "frame";

/** What the agent meant on the page. */
export interface Pointed {
  /** Null: nothing in particular, so the page's main post is meant. */
  readonly element: Element | null;
  readonly by: PointedBy | null;
  /** The selected words with their line breaks; null when nothing is selected. */
  readonly selection: string | null;
  /** Where the same link or picture stands too: the post is clear only when it holds them all. */
  readonly others?: readonly Element[];
}

/** What the gesture itself knew: asked before anything else could move on the page. */
export interface GesturePlace {
  /** The innermost element under the pointer. */
  readonly hovered?: Element | null | undefined;
  /** The element that the menu was opened on, where the browser tells it. */
  readonly target?: Element | null | undefined;
}

/** Whether the main post may be meant where what was pointed at is in none. */
export function isCasual(by: PointedBy | null): boolean {
  return by === null || by === "focus" || by === "hover";
}

/**
 * The place that the agent pointed at. For the menu: the selection that it was opened on, the element that the
 * browser names, the clicked link or picture, the text in which the button was pressed. For the shortcut: the
 * selection, what lies under the pointer. Else the selection, the focus.
 *
 * What lies under the pointer after a menu is not asked: Chromium has by then moved the pointer's element to
 * where the menu's item was, which is another post as often as not. The press itself leaves the caret.
 *
 * Of what stands in a frame that may not be read the words that the menu gives are known, and nothing else: the post
 * round the frame is somebody else's.
 */
export function pointedElement(page: Page, trigger: ClipTrigger, place: GesturePlace = {}): Pointed {
  if (trigger.isInFrame === true && !isFocusInOwnFrame(page)) return inForeignFrame(trigger);
  const selected = page.selection();
  const text = tidyText(selected?.toString() ?? "") || tidyText(trigger.selectionText ?? "");
  const range = selected !== null && selected.rangeCount > 0 ? selected.getRangeAt(0) : null;
  const target = (trigger.kind === "menu" && place.target) || null;
  const isElsewhere = target !== null && range !== null && !range.intersectsNode(target);
  const selection = text === "" || isElsewhere ? null : text;
  if (selection !== null && range !== null && !range.collapsed) {
    return {
      element: elementOf(page, range.commonAncestorContainer),
      by: "selection",
      selection: wordsIn(selection, trigger),
    };
  }
  const nothing = { selection };
  if (trigger.kind === "menu") {
    if (target !== null) return { element: target, by: "element", ...nothing };
    const link = clickedOnes(page, "a[href]", ["href"], trigger.linkUrl);
    if (link !== null) return { ...link, by: "link", ...nothing };
    const image = clickedOnes(page, "img,video,audio,source", ["src"], trigger.srcUrl);
    if (image !== null) return { ...image, by: "image", ...nothing };
    const caret = selected?.isCollapsed === true ? elementOf(page, selected.anchorNode) : null;
    if (caret !== null && isInView(page, caret) && !isStale(page, caret)) {
      return { element: caret, by: "caret", ...nothing };
    }
  }
  if (trigger.kind === "shortcut" && place.hovered && !isWholePage(page, place.hovered)) {
    if (isForeignFrame(page, place.hovered)) return inForeignFrame(trigger);
    return { element: place.hovered, by: "hover", ...nothing };
  }
  const focused = focusedElement(page);
  if (focused !== null && isForeignFrame(page, focused)) return { element: null, by: null, ...nothing };
  return { element: focused, by: focused === null ? null : "focus", ...nothing };
}

function inForeignFrame({ selectionText }: ClipTrigger): Pointed {
  return { element: null, by: "frame", selection: tidyText(selectionText ?? "") || null };
}

/** A press in a frame moves the focus into it. */
function isFocusInOwnFrame(page: Page): boolean {
  const focused = page.focused();
  return page.isFocusInFrame() && focused !== null && !isForeignFrame(page, focused);
}

function isForeignFrame(page: Page, element: Element): boolean {
  const tag = page.tag(element);
  return tag === "iframe" ? page.frameDocument(element) === null : /^(fenced)?frame$/.test(tag);
}

/** On a Mac the menu's button selects the one word under it: that points, and is not what the agent wants clipped. */
function wordsIn(selection: string, { kind }: ClipTrigger): string | null {
  return kind === "menu" && !/\s/u.test(selection) ? null : selection;
}

/** The clicked link or picture: the focused one if it is it, else every one of its address that is in view, or at all. */
function clickedOnes(
  page: Page,
  selector: string,
  attributes: readonly string[],
  address: string | undefined,
): Pick<Pointed, "element" | "others"> | null {
  if (address === undefined) return null;
  const target = webAddress(address, page.url) ?? address;
  const found = page.selectAll(page.document, selector, 10_000).filter((element) => {
    const source = page.pictureSource(element);
    const said = attributes.map((name) => page.attribute(element, name));
    return [source, ...said].some(
      (value) => value !== null && (webAddress(value, page.url) ?? value) === target,
    );
  });
  const focused = page.focused();
  const own = focused === null ? null : (found.find((element) => page.contains(element, focused)) ?? null);
  if (own !== null) return { element: own };
  const seen = found.filter((element) => isInView(page, element));
  const [element, ...others] = seen.length > 0 ? seen : found;
  return element === undefined ? null : { element, others };
}

/** The press moves the focus too: a caret outside of what it focused was left by an earlier click. */
function isStale(page: Page, caret: Element): boolean {
  const focused = focusedElement(page);
  return focused !== null && !page.contains(focused, caret);
}

function focusedElement(page: Page): Element | null {
  const focused = page.focused();
  return focused === null ||
    isWholePage(page, focused) ||
    /^(input|textarea|select|button)$/.test(page.tag(focused))
    ? null
    : focused;
}

function isWholePage(page: Page, element: Element): boolean {
  return /^(html|body)$/.test(page.tag(element));
}

function isInView(page: Page, element: Element): boolean {
  const box = page.box(element);
  return box.y + box.height > 0 && box.y < page.window.innerHeight;
}

function elementOf(page: Page, node: Node | null): Element | null {
  if (node === null) return null;
  return page.isElement(node) ? node : (page.parent(node) ?? page.host(node));
}
