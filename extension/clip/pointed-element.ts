import type { ClipTrigger } from "./captured-page";
import { tidyText } from "./line-writer";
import type { Page } from "./page";
import { webAddress } from "./web-address";

/** What the agent meant on the page. Browsers do not tell which node was clicked. */
export interface Pointed {
  /** Null: nothing in particular, so the page's main post is meant. */
  readonly element: Element | null;
  /** How sure it is: a selection or a clicked link is meant, the focus may have been left there. */
  readonly by: "selection" | "link" | "picker" | "focus" | null;
  /** The selected words with their line breaks; null when nothing is selected. */
  readonly selection: string | null;
}

/**
 * The place that the agent pointed at: the selection's container, else the clicked link, else the
 * focused element (a click with either button focuses the nearest focusable post).
 */
export function pointedElement(page: Page, trigger: ClipTrigger): Pointed {
  const selected = page.window.getSelection();
  const text = tidyText(selected?.toString() ?? "") || tidyText(trigger.selectionText ?? "");
  const selection = text === "" ? null : text;
  const range = selected !== null && selected.rangeCount > 0 ? selected.getRangeAt(0) : null;
  if (selection !== null && range !== null && !range.collapsed) {
    const container = range.commonAncestorContainer;
    const element = page.isElement(container) ? container : page.parent(container);
    return { element, by: "selection", selection };
  }
  const link = clickedLink(page, trigger.linkUrl);
  if (link !== null) return { element: link, by: "link", selection };
  const focused = focusedElement(page);
  return { element: focused, by: focused === null ? null : "focus", selection };
}

/** The clicked link: the focused one if it leads there, else the only one, else the first in view. */
function clickedLink(page: Page, linkUrl: string | undefined): Element | null {
  const target = webAddress(linkUrl, page.url);
  if (target === null) return null;
  const links = page
    .selectAll(page.document, "a[href]", 10_000)
    .filter((link) => webAddress(page.attribute(link, "href"), page.url) === target);
  const focused = focusedElement(page);
  if (focused !== null && links.includes(focused)) return focused;
  if (links.length < 2) return links[0] ?? null;
  const seen = links.filter((link) => {
    const box = page.box(link);
    return box.y + box.height > 0 && box.y < page.window.innerHeight;
  });
  return seen[0] ?? null;
}

function focusedElement(page: Page): Element | null {
  const focused = page.focused();
  return focused === null || /^(html|body|input|textarea|select|button)$/.test(page.tag(focused))
    ? null
    : focused;
}
