import axe from "axe-core";
import type { Page } from "playwright-core";

/** The rules of WCAG 2.2 at levels A and AA, and axe's own best practice. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What a person with a disability would trip over on the page as it stands: one line for each place, none when all is well. */
export async function barriersOn(page: Page): Promise<string[]> {
  // Evaluated, not added as a script: the page's own policy allows none.
  await page.evaluate(axe.source);
  return page.evaluate(async (tags) => {
    const { violations } = await window.axe.run(document, { runOnly: { type: "tag", values: tags } });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id}: ${help}: ${node.target.join(" ")} ${node.failureSummary ?? ""}`),
    );
  }, TAGS);
}

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}
