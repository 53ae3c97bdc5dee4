import { actionOfKey, SCROLLS } from "./pick-keys";
import type { PickAction } from "./pick-order";
import { type Point, scrollUnderPointer } from "./under-pointer";

export interface PickingHands {
  act(action: PickAction): void;
  point(at: Point): void;
  /** @param isMarking whether it is to be one of several */
  press(at: Point, isMarking: boolean): void;
  pageGoes(): void;
  underPointer(at: Point): Element | null;
}

/** What a press is made of: the page is to see none of it. */
const PRESSES = [
  "pointerdown",
  "pointerup",
  "mousedown",
  "mouseup",
  "click",
  "dblclick",
  "auxclick",
  "contextmenu",
  "touchstart",
  "touchend",
  "dragstart",
  "selectstart",
] as const;
const MOVES = ["pointermove", "mousemove"] as const;
const KEYS = ["keydown", "keypress", "keyup"] as const;

/**
 * Listens before the page does, and only to a person's own hand: what the page dispatches is the page's affair and
 * does nothing here.
 *
 * @returns how to stop
 */
export function listenForPicking(
  window: Window & typeof globalThis,
  host: Element,
  hands: PickingHands,
): () => void {
  const listening = new AbortController();
  const on = <Kind extends keyof WindowEventMap>(
    kinds: readonly Kind[],
    hear: (event: WindowEventMap[Kind]) => void,
  ) => {
    for (const kind of kinds) {
      const listener = (event: WindowEventMap[Kind]) => {
        if (event.isTrusted) hear(event);
      };
      window.addEventListener(kind, listener, { capture: true, passive: false, signal: listening.signal });
    }
  };

  on(PRESSES, (event) => {
    event.stopImmediatePropagation();
    // A touch that is forbidden would no longer scroll the page, nor come as a click.
    if (!event.type.startsWith("touch") && event.cancelable) event.preventDefault();
    if (event.type === "click" && "button" in event && event.button === 0) {
      hands.press(pointOf(event), event.shiftKey || event.ctrlKey || event.metaKey);
    }
  });
  on(MOVES, (event) => {
    event.stopImmediatePropagation();
    hands.point(pointOf(event));
  });
  on(["wheel"], (event) => {
    event.stopImmediatePropagation();
    if (event.ctrlKey || event.target !== host) return;
    if (scrollUnderPointer(window, hands.underPointer(pointOf(event)), event)) event.preventDefault();
  });
  on(KEYS, (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^F\d+$/.test(event.key)) return;
    event.stopImmediatePropagation();
    if (SCROLLS.test(event.key)) return;
    event.preventDefault();
    const action = event.type === "keydown" ? actionOfKey(event) : null;
    if (action !== null && !(event.repeat && (action === "mark" || action === "take"))) hands.act(action);
  });
  window.addEventListener("pagehide", () => hands.pageGoes(), { signal: listening.signal });
  return () => listening.abort();
}

function pointOf({ clientX, clientY }: MouseEvent): Point {
  return { x: clientX, y: clientY };
}
