import { browser } from "wxt/browser";
import { othersAreas } from "../proof/others-areas";
import type { CapturedPage, ClipOrder, ClipTrigger, PostPlace } from "./captured-page";
import { clipPage } from "./clip-page";
import type { ReadingTools } from "./fallback/read-on";
import { type PageWindow, pageOf } from "./page";
import type { GesturePlace } from "./pointed-element";
import { type PostFinder, postFinder } from "./post-finder";
import { postPlace } from "./post-place";
import { textOf } from "./read-text";
import { broughtSites } from "./sites/index";

/** What lies on the isolated world's global between the steps of one clip. The page cannot see it. */
declare global {
  var otklikOrder: ClipOrder | undefined;
  /** The innermost element that lay under the pointer when the shortcut was pressed. */
  var otklikHovered: Element | null | undefined;
  /** Recognises the posts of this page, for the picker. */
  var otklikFinder: PostFinder | undefined;
  /** What the picker was given, in order. */
  var otklikPicked: readonly Element[] | undefined;
  /** The posts of the last clips, by the clip's id. */
  var otklikClipped: ReadonlyMap<string | undefined, ClippedPosts> | undefined;
  /** By what words are read. */
  var otklikReading: ReadingTools | undefined;
  /** Reads the page once more, after readers were added. */
  var otklikClip: (() => CapturedPage | null) | undefined;
}

/** The posts of one clip, for what comes once they were read. */
export interface ClippedPosts {
  /** The first is the clip's own post. */
  readonly roots: readonly Element[];
  /** Links of a letter may be for its reader alone. */
  readonly isMail: boolean;
  /** Areas of other people in them; asked for only when there is time. */
  others(): readonly Element[];
  /** Where the first one stands now. */
  measure(): PostPlace;
}

/** The evidence of so many clips may still be under way; elements that are held longer would never be freed. */
const MOST_CLIPS = 5;

/**
 * Runs in the page: reads it, and leaves behind its posts and how to measure the first one round the screenshot.
 *
 * @returns null when only the finder was asked for
 */
export function runClipScript(window: PageWindow): CapturedPage | null {
  const order = globalThis.otklikOrder ?? { trigger: { kind: "popup" } };
  const { clipId, trigger, corrections } = order;
  globalThis.otklikReading = { pageOf, textOf };
  globalThis.otklikClip = () => runClipScript(window);
  globalThis.otklikFinder = postFinder(window, corrections);
  if (order.isForPicker) return null;
  const picked = trigger.kind === "picker" ? globalThis.otklikPicked : undefined;
  const place = placeOf(trigger);
  const { captured, page, roots } = clipPage(window, trigger, {
    corrections,
    place,
    ...(picked && { picked }),
  });
  const site = broughtSites().find(({ name }) => name === captured.adapter) ?? null;
  const clipped = {
    roots,
    isMail: captured.channel === "webmail",
    others: () => roots.flatMap((root) => othersAreas(page, root, site)),
    measure: () => postPlace(page, roots[0] ?? null),
  };
  const clips = [...(globalThis.otklikClipped ?? []), [clipId, clipped] as const];
  globalThis.otklikClipped = new Map(clips.slice(-MOST_CLIPS));
  return captured;
}

/** Firefox tells a script in the page which element its menu was opened on; the typings know Chrome alone. */
interface FirefoxMenus {
  readonly contextMenus?: unknown;
  readonly menus?: { getTargetElement?(id: number): Element | null };
}

function placeOf({ kind, targetElementId }: ClipTrigger): GesturePlace {
  const { menus }: FirefoxMenus = browser;
  const target = targetElementId === undefined ? null : menus?.getTargetElement?.(targetElementId);
  return { hovered: kind === "shortcut" ? globalThis.otklikHovered : null, target };
}
