import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type axe from "axe-core";
import type { RunOnly } from "axe-core";
import type { Page } from "playwright-core";

/** Half as large as `axe.source`, which every page would have to read. */
const SOURCE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The rules of WCAG 2.2 at levels A and AA, and axe's own best practice. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What a change between day and night can do to a page that stands otherwise. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

/**
 * What a person with a disability would trip over on the page as it stands: one line for each place, none when all is
 * well. What is opened in both of `LOOKS` is so seen by day and by night.
 */
export async function barriersOn(page: Page): Promise<string[]> {
  // Evaluated, not added as a script: the page's own policy allows none. Once in a page: reading it costs most.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(SOURCE);
  return violationsOn(page, { type: "tag", values: TAGS });
}

/** As `barriersOn`, by day and by night; the page is left in the colours that it had. */
export async function barriersByDayAndNight(page: Page): Promise<string[]> {
  const asItStands = await barriersOn(page);
  const isDark = await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
  const [now, other] = isDark ? (["dark", "light"] as const) : (["light", "dark"] as const);
  await page.emulateMedia({ colorScheme: other });
  const inOtherColours = await violationsOn(page, { type: "rule", values: COLOUR_RULES });
  await page.emulateMedia({ colorScheme: now });
  return [...asItStands, ...inOtherColours.map((line) => `${other}: ${line}`)];
}

async function violationsOn(page: Page, runOnly: RunOnly): Promise<string[]> {
  return page.evaluate(async (only) => {
    const { violations } = await window.axe.run(document, { runOnly: only, resultTypes: ["violations"] });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id}: ${help}: ${node.target.join(" ")} ${node.failureSummary ?? ""}`),
    );
  }, runOnly);
}

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}
