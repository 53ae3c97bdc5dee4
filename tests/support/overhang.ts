import type { Page } from "playwright-core";

/** By how many CSS pixels the page is wider than its window: what a person would scroll sideways to. */
export function overhangOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
