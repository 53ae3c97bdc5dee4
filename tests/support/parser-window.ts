import type { ParserWindow } from "@otklik/extension/clip/inert-page";
import { JSDOM } from "jsdom";

/** A window that makes pages of markup, as an extension's own page has one. */
export function parserWindow(): ParserWindow {
  const { window } = new JSDOM("");
  return Object.assign(window, { innerWidth: 1000, innerHeight: 700, visualViewport: null });
}
