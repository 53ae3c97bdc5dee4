import type { PostedAt } from "@otklik/shared/complaint/clip";
import type { Page } from "../page";
import { lineOf } from "../read-text";
import { TIME_MARKS } from "./post-marks";

const MACHINE_TIMES = ["datetime", "content", "data-time", "data-timestamp", "data-utime", "title"];
/** Times of something else: when it was edited, since when its author is a member. */
export const OTHER_TIME =
  "[class*=edit i],[class*=modif i],[class*=updated i],[class*=join i],[class*=regist i],[class*=profile i],[class*=userinfo i],[class*=user-info i],[class*=signature i],blockquote";
const MOST_TEXTS = 300;
const LONGEST = 100;

/** When a post on an unknown site was made, and the element that tells it. */
export interface AnyTime {
  readonly postedAt: PostedAt;
  readonly element: Element;
}

/**
 * The first time that the post tells beside its words: in an element that sites use for times, else in any words that
 * are a date and nothing else. One with a time of day goes before a day: people's panes tell since when they are members.
 *
 * @param isOwn whether an element is of the post itself and not among its words
 * @param words what holds them too is no place of other times, however it is called
 */
export function anyTime(
  page: Page,
  root: Element,
  isOwn: (element: Element) => boolean,
  words: Element | null = null,
): AnyTime | null {
  const isMeant = (element: Element) => {
    const other = page.closest(element, OTHER_TIME);
    return isOwn(element) && (other === null || page.contains(other, words ?? root));
  };
  const marked = page
    .selectAll(root, TIME_MARKS, 50)
    .filter(isMeant)
    .map((element) => timeOf(page, element));
  const found = [...marked, ...timesInText(page, root, isMeant)].filter((time) => time !== null);
  return found.find(({ postedAt }) => postedAt.at !== null) ?? found[0] ?? null;
}

/** The time that an element tells, for machines or in words. */
export function timeOf(page: Page, element: Element): AnyTime | null {
  const machines = MACHINE_TIMES.map((name) => page.attribute(element, name)).filter(
    (value) => value !== null,
  );
  const shown = lineOf(page, element);
  for (const machine of [...machines, null]) {
    const postedAt = telling(page.postedAt(machine, shown));
    if (postedAt !== null) return { postedAt, element };
  }
  return null;
}

/** Dates between signs: «Агафья » 18 ноя 2026, 20:40 | #3». */
export function timesInText(
  page: Page,
  root: Element,
  isMeant: (element: Element) => boolean,
): (AnyTime | null)[] {
  const holders = [root, ...page.selectAll(root, "*", MOST_TEXTS)].filter(isMeant);
  return holders.flatMap((element) =>
    page
      .children(element)
      .filter(page.isText)
      .map(page.data)
      .filter((text) => /\d|[ао]дн|ера/.test(text) && text.length <= LONGEST)
      .flatMap((text) => text.split(/[|»«•·#\n]/))
      .map((part) => telling(page.postedAt(null, part.replace(/^[\s,:—–-]+|[\s,—–-]+$/g, ""))))
      .map((postedAt) => postedAt && { postedAt, element }),
  );
}

function telling(postedAt: PostedAt | null): PostedAt | null {
  return postedAt !== null && (postedAt.at !== null || postedAt.day !== undefined) ? postedAt : null;
}
