import type { PostedAt } from "@otklik/shared/complaint/clip";
import type { Page } from "../page";
import { lineOf } from "../read-text";
import { TIME_MARKS } from "./post-marks";

const MACHINE_TIMES = [
  "datetime",
  "content",
  "data-time",
  "data-timestamp",
  "data-utime",
  "title",
  "data-original-title",
  "data-tippy-content",
  "aria-label",
];
/** Times of something else: when it was edited, since when its author is a member. */
export const OTHER_TIME =
  "[class*=edit i]:not([class*='js-' i]),[class*=modif i],[class*=updated i],[class*=join i],[class*=regist i],[class*=profile i],blockquote";
/** Where people stand, and on some sites the time too; on others since when they are members. */
const PERSON = "[class*=userinfo i],[class*=user-info i],[class*=signature i]";
const EDITED = /^(?:last )?(?:edit|modified|updated|измен|отредакт|обновл|правлено)/iu;
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
    const around = page.parent(element);
    const isEdit = around !== null && around !== root && EDITED.test(lineOf(page, around) ?? "");
    return !isEdit && isOwn(element) && (other === null || page.contains(other, words ?? root));
  };
  const marked = page
    .selectAll(root, TIME_MARKS, 50)
    .filter(isMeant)
    .map((element) => timeOf(page, element));
  const found = [...marked, ...timesInText(page, root, isMeant)].filter((time) => time !== null);
  const beside = found.filter(({ element }) => {
    const pane = page.closest(element, PERSON);
    return pane === null || page.contains(pane, words ?? root);
  });
  return surest(page, beside) ?? surest(page, found);
}

/** The first time of day, else the first day. What stands within it may tell machines what it tells people roughly. */
function surest(page: Page, found: readonly AnyTime[]): AnyTime | null {
  const first = found.find(({ postedAt }) => postedAt.at !== null) ?? found[0] ?? null;
  return (
    found.find(
      ({ postedAt, element }) => isSure(postedAt) && first && page.contains(first.element, element),
    ) ?? first
  );
}

function isSure(time: PostedAt | null): boolean {
  return Boolean(time?.at) && time?.zoneKnown !== false && time?.precision !== "relative";
}

/** The time that an element tells, for machines or in words. */
export function timeOf(page: Page, element: Element): AnyTime | null {
  const machines = MACHINE_TIMES.map((name) => page.attribute(element, name)).filter(
    (value) => value !== null,
  );
  const shown = lineOf(page, element, OTHER_TIME);
  const told = [...machines, null].map((machine) => telling(page.postedAt(machine, shown)));
  const postedAt = told.find(isSure) ?? told.find((time) => time);
  return postedAt ? { postedAt, element } : null;
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
