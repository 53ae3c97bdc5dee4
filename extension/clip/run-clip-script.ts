import type { CapturedPage, ClipTrigger, PostPlace } from "./captured-page";
import { clipPage } from "./clip-page";
import type { PageWindow } from "./page";
import { postPlace } from "./post-place";

/** What lies on the isolated world's global between the steps of one clip. The page cannot see it. */
declare global {
  var otklikTrigger: ClipTrigger | undefined;
  var otklikMeasure: (() => PostPlace) | undefined;
}

/** Runs in the page: reads it, and leaves behind how to measure the post again around the screenshot. */
export function runClipScript(window: PageWindow): CapturedPage {
  const trigger = globalThis.otklikTrigger ?? { kind: "popup" };
  const { captured, page, root } = clipPage(window, trigger);
  globalThis.otklikMeasure = () => postPlace(page, root);
  return captured;
}
