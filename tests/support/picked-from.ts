import type { CapturedPage } from "@otklik/extension/clip/captured-page";
import { clipPage } from "@otklik/extension/clip/clip-page";
import type { Moment } from "@otklik/extension/clip/date-words";
import { savedPage } from "./saved-page";

/** The clip of a saved page on which the agent picked the first element that a selector finds. */
export function pickedFrom(html: string, url: string, selector: string, moment?: Moment): CapturedPage {
  const window = savedPage(html, url);
  const element = window.document.querySelector(selector);
  if (element === null) throw new Error(`the page has no ${selector}`);
  return clipPage(
    window,
    { kind: "picker" },
    { picked: [element], ...(moment === undefined ? {} : { moment }) },
  ).captured;
}
