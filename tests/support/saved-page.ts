import { allFurtherReaders } from "@otklik/extension/clip/all-further-readers";
import type { PageWindow } from "@otklik/extension/clip/page";
import { JSDOM } from "jsdom";
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
  const dom = free.pop() ?? new JSDOM("", { pretendToBeVisual: true });
  onTestFinished(() => void free.push(dom));
  const { window } = dom;
  dom.reconfigure({ url });
  window.getSelection()?.removeAllRanges();
  window.document.open();
  window.document.write(html);
  window.document.close();
  return Object.assign(window, { innerWidth: 1000, innerHeight: 700, visualViewport: null });
}
