import { type Page, pageOf } from "../../clip/page";
import { type PostView, viewOf } from "./post-view";

declare global {
  var otklikScroll: PostScroller | undefined;
}

/** Moves a page so that one row of a post after the other comes to the top, and back to where it was. */
export interface PostScroller {
  /** As it stands now; null when the post is no longer in the page. */
  view(): PostView | null;
  /**
   * Brings a row of the post to the top of what is clear.
   *
   * @param row CSS pixels from the post's upper edge
   */
  to(row: number): Promise<PostView | null>;
  /** Puts the page back. Where the person has scrolled meanwhile, it stays. */
  back(): void;
}

/** A header may come or go with the direction, which moves what is clear. */
const PASSES = 3;
/** Pages that load while they are scrolled, and tabs that are not painted. */
const SETTLE_MS = 250;

/** Scrolls whatever holds the post, piece by piece, and puts it back to where the reader had it. */
export function postScroller(window: Window & typeof globalThis, root: Element): PostScroller {
  const page = pageOf(window);
  const scroller = scrollerOf(page, window, root);
  const begin = placeOf(scroller);
  let ours = begin;

  const view = () => (page.box(root).height > 0 ? viewOf(page, root) : null);
  return {
    view,
    async to(row) {
      for (let pass = 0; pass < PASSES; pass++) {
        const seen = view();
        if (seen === null) return null;
        const top = seen.clear?.top ?? 0;
        const by = seen.box.y + row - top;
        if (Math.abs(by) < 1) break;
        const now = placeOf(scroller);
        moveTo(scroller, { left: now.left, top: now.top + by });
        await settled();
        const after = placeOf(scroller);
        ours = after;
        if (Math.abs(after.top - now.top) < 1) break;
      }
      return view();
    },
    back() {
      const now = placeOf(scroller);
      if (Math.abs(now.top - ours.top) <= 1) moveTo(scroller, begin);
    },
  };
}

interface Place {
  readonly left: number;
  readonly top: number;
}

function scrollerOf(page: Page, window: Window, root: Element): Element {
  for (let element = page.parent(root); element !== null; element = page.parent(element)) {
    const isScrolled = /auto|scroll/.test(page.style(element).getPropertyValue("overflow-y"));
    if (isScrolled && lengthOf(element, "scrollHeight") > lengthOf(element, "clientHeight") + 1)
      return element;
  }
  return page.closest(root, "html") ?? window.document.documentElement;
}

function placeOf(scroller: Element): Place {
  return { left: lengthOf(scroller, "scrollLeft"), top: lengthOf(scroller, "scrollTop") };
}

/** Asked of the prototype: a form may hide what it has by the names of its fields. */
function lengthOf(
  element: Element,
  name: "clientHeight" | "scrollHeight" | "scrollLeft" | "scrollTop",
): number {
  return Object.getOwnPropertyDescriptor(Element.prototype, name)?.get?.call(element) ?? 0;
}

function moveTo(scroller: Element, { left, top }: Place): void {
  // Pages may ask for smooth scrolling: then nothing would stand still.
  Reflect.apply(Element.prototype.scrollTo, scroller, [{ left, top, behavior: "instant" }]);
}

/** After two paintings. */
function settled(): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(resolve, SETTLE_MS);
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        clearTimeout(late);
        resolve();
      }),
    );
  });
}
