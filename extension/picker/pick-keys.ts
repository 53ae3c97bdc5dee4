import type { PickAction } from "./pick-order";

/** What a key means to the picker; null for keys that are the browser's or the page's scrolling. */
export function actionOfKey(event: Pick<KeyboardEvent, "key" | "shiftKey">): PickAction | null {
  switch (event.key) {
    case "ArrowDown":
    case "ArrowRight":
      return "next";
    case "ArrowUp":
    case "ArrowLeft":
      return "previous";
    case "Tab":
      return event.shiftKey ? "previous" : "next";
    case " ":
      return "mark";
    case "Enter":
      return "take";
    case "Escape":
      return "leave";
    default:
      return null;
  }
}

/** Keys that scroll the page: they do so while the picker is open. */
export const SCROLLS = /^(PageUp|PageDown|Home|End)$/;
