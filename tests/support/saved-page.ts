import { JSDOM } from "jsdom";

/**
 * A saved page as a window, for tests of what reads pages. Styles count, scripts do not run and
 * nothing is fetched. There is no layout: every box is empty.
 */
export function savedPage(html: string, url: string): Window & typeof globalThis {
  const { window } = new JSDOM(html, { url, pretendToBeVisual: true });
  return Object.assign(window, { innerWidth: 1000, innerHeight: 700 });
}
