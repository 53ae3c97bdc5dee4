import { allFurtherReaders } from "@otklik/extension/clip/all-further-readers";
import type { PageWindow } from "@otklik/extension/clip/page";
import { type DOMWindow, JSDOM } from "jsdom";
import { onTestFinished } from "vitest";

/** A new window takes long to learn the selectors of its style sheet, so that each serves many tests in turn. */
const free: JSDOM[] = [];

/**
 * A saved page as a window, for the rest of the test. Styles count, scripts do not run and nothing
 * is fetched. There is no layout: every box is empty.
 */
export function savedPage(html: string, url: string): PageWindow & Pick<typeof globalThis, "DOMParser"> {
  // A page of no known site is read with all readers; the extension brings them in a second step.
  globalThis.otklikFurtherReaders = allFurtherReaders;
  const dom = free.pop() ?? newWindow();
  onTestFinished(() => void free.push(dom));
  const { window } = dom;
  dom.reconfigure({ url });
  window.getSelection()?.removeAllRanges();
  window.document.open();
  window.document.write(html);
  window.document.close();
  return Object.assign(window, { innerWidth: 1000, innerHeight: 700, visualViewport: null });
}

function newWindow(): JSDOM {
  const dom = new JSDOM("", { pretendToBeVisual: true });
  rememberStyles(dom.window);
  return dom;
}

/**
 * A browser remembers what an element looks like until its page changes; jsdom finds it out each time it is asked,
 * which was half of all the work of reading a page. What is in a shadow tree is asked anew: its changes are not seen.
 */
function rememberStyles(window: DOMWindow): void {
  const findOut = window.getComputedStyle;
  const changes = new window.MutationObserver(() => {});
  const everything = { subtree: true, childList: true, attributes: true, characterData: true };
  changes.observe(window.document, everything);
  let known = new WeakMap<Element, CSSStyleDeclaration>();
  window.getComputedStyle = (element, pseudo) => {
    if (pseudo || element.getRootNode() !== window.document) return findOut(element, pseudo);
    if (changes.takeRecords().length > 0) known = new WeakMap();
    const style = known.get(element) ?? findOut(element);
    known.set(element, style);
    return style;
  };
}
