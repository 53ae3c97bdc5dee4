import { JSDOM } from "jsdom";
import { vi } from "vitest";

/** Gives a test the parser of markup that every page of the extension has, for the length of the test. */
export function giveMarkupParser(): void {
  const { window } = new JSDOM();
  vi.stubGlobal("DOMParser", window.DOMParser);
  vi.stubGlobal("Node", window.Node);
}
