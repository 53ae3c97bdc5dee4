import type { CapturedPage, ClipOrder, PostPlace } from "./captured-page";
import { clipPage } from "./clip-page";
import type { PageWindow } from "./page";
import { postPlace } from "./post-place";

/** What lies on the isolated world's global between the steps of one clip. The page cannot see it. */
declare global {
  var otklikOrder: ClipOrder | undefined;
  /** What the picker was given, in order. */
  var otklikPicked: readonly Element[] | undefined;
  /** The posts of the last clip, for the snapshot. */
  var otklikRoots: readonly Element[] | undefined;
  var otklikMeasure: (() => PostPlace) | undefined;
}

/** Runs in the page: reads it, and leaves behind its posts and how to measure the first one round the screenshot. */
export function runClipScript(window: PageWindow): CapturedPage {
  const order = globalThis.otklikOrder ?? { trigger: { kind: "popup" } };
  const picked = order.trigger.kind === "picker" ? globalThis.otklikPicked : undefined;
  const { captured, page, roots } = clipPage(window, order.trigger, {
    corrections: order.corrections,
    ...(picked && { picked }),
  });
  globalThis.otklikRoots = roots;
  globalThis.otklikMeasure = () => postPlace(page, roots[0] ?? null);
  return captured;
}
