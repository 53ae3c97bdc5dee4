import type { Page } from "../../clip/page";

/**
 * Tells the children of an element as they are shown: those of its open shadow root, with what is put into its
 * slots, and those of a frame of the same site, in which webmail shows a letter.
 */
export function shownChildrenOf(page: Page): (element: Element) => Node[] {
  const readShadow = Object.getOwnPropertyDescriptor(page.window.Element.prototype, "shadowRoot")?.get;
  return (element) => {
    const tag = page.tag(element);
    if (tag === "iframe") {
      const inner = page.frameDocument(element);
      const body = inner === null ? null : page.select(inner, "body");
      return body === null ? [] : [body];
    }
    const assigned = tag === "slot" ? assignedTo(element) : [];
    if (assigned.length > 0) return assigned;
    const shadow: Node | null = readShadow?.call(element) ?? null;
    return page.children(shadow ?? element);
  };
}

/** Asked of the prototype: the page may hide what the element itself has. */
function assignedTo(slot: Element): Node[] {
  const { assignedNodes }: Partial<HTMLSlotElement> = Object.getPrototypeOf(slot);
  return assignedNodes?.call(slot as HTMLSlotElement, { flatten: true }) ?? [];
}
