import type { PostPlace } from "./captured-page";
import type { Page } from "./page";

/** Where the post stands on the screen now. Never throws: a screenshot without an outline is still evidence. */
export function postPlace(page: Page, root: Element | null): PostPlace {
  const { window } = page;
  const visual = window.visualViewport;
  return {
    box: root === null ? null : boxOf(page, root),
    viewport: { width: window.innerWidth, height: window.innerHeight },
    visual: { x: visual?.offsetLeft ?? 0, y: visual?.offsetTop ?? 0, scale: visual?.scale ?? 1 },
  };
}

function boxOf(page: Page, root: Element): PostPlace["box"] {
  try {
    return page.box(root);
  } catch {
    return null;
  }
}
