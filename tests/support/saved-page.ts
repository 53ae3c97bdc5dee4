import type { PageWindow } from "@otklik/extension/clip/page";
import { JSDOM } from "jsdom";

/**
 * A saved page as a window, for tests of what reads pages. Styles count, scripts do not run and
 * nothing is fetched. There is no layout: every box is empty.
 */
export function savedPage(html: string, url: string): PageWindow {
  const { window } = new JSDOM(html, { url, pretendToBeVisual: true });
  return Object.assign(window, { innerWidth: 1000, innerHeight: 700, visualViewport: null });
}
