import type { Moment } from "./date-words";
import { type Page, type PageWindow, pageOf, thisMoment } from "./page";
import { postedAtOf } from "./posted-at";

/** A window's document with posts to be read in it: dates are understood as of the moment. */
export function readingPage(window: PageWindow, moment: Moment = thisMoment()): Page {
  return pageOf(window, moment, (machine, words = null) => postedAtOf(machine, words, moment));
}
