import type { Author, PostedAt } from "@otklik/shared/complaint/clip";
import { NO_FIELDS, type PostFields } from "../captured-page";
import type { Page } from "../page";
import { lineOf } from "../read-text";
import { openGraphPost } from "../structured-data/open-graph";
import { BEFORE_NAME, readAuthor } from "./any-author";
import { OTHER_TIME, timeOf, timesInText } from "./any-time";
import { TIME_MARKS } from "./post-marks";

/** So far above its heading a text tells who and when, and not elsewhere. */
const MOST_LEVELS = 3;
const MOST_NEIGHBOURS = 3;
/** Longer neighbours are the text itself, or much else. */
const LONGEST_NEIGHBOUR = 600;
const LONGEST_PARAGRAPH = 160;
const LONGEST_LINE = 120;

const NOBODY: Author = { name: null, handle: null, profileUrl: null, platformId: null };
const AUTHOR = "[rel~=author],[itemprop=author],.p-author,[class*=byline i],[class*=author i]";
/** Two words or more with capitals. */
const NAME = /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,3}$/u;
/** «Agafya Kukushkina, editor», `Jane Roe and John Doe`: two words or more with capitals, and what only follows a name. */
const NAMED = /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,3}(?:,| and | и )\s*\p{L}/u;

/**
 * Who wrote a page that is plainly one text, and when: what stands beside its only heading. Nothing where several dates
 * or several people stand there. Names of the page's own description go first.
 */
export function besideHeading(page: Page): PostFields {
  const [heading, another] = page.selectAll(page.document, "h1", 2);
  if (heading === undefined || another !== undefined) return NO_FIELDS;
  const beside = neighbours(page, heading);
  const dates = beside.flatMap((element) => datesIn(page, element));
  const [date, ...others] = dates;
  const isOneDate = others.every(({ postedAt }) => dayOf(postedAt) === dayOf(date?.postedAt));
  const precise = dates.find(({ postedAt }) => postedAt.at !== null) ?? date;
  const author =
    openGraphPost(page).author === null
      ? (soleAuthor(page, beside) ?? besideDate(page, date?.element ?? null))
      : null;
  return { ...NO_FIELDS, author, postedAt: isOneDate ? (precise?.postedAt ?? null) : null };
}

/** What stands right before and after the heading, or round it in a head of its own, as far as the text begins. */
function neighbours(page: Page, heading: Element): Element[] {
  const found: Element[] = [];
  let at = heading;
  for (let level = 0; level < MOST_LEVELS; level++) {
    const parent = page.parent(at);
    if (parent === null) break;
    const children = page.childElements(parent);
    const place = children.indexOf(at);
    const before = children.slice(Math.max(0, place - MOST_NEIGHBOURS), place).reverse();
    const after = children.slice(place + 1, place + 1 + MOST_NEIGHBOURS);
    found.push(...untilText(page, before), ...untilText(page, after));
    if (/^(main|body)$/.test(page.tag(parent)) || page.attribute(parent, "role") === "main") break;
    at = parent;
  }
  return found.filter((element) => !page.matches(element, "nav,aside,footer,form,script,style"));
}

function untilText(page: Page, elements: readonly Element[]): Element[] {
  const end = elements.findIndex((element) => {
    const length = lineOf(page, element)?.length ?? 0;
    const most = /^(p|blockquote|ul|ol)$/.test(page.tag(element)) ? LONGEST_PARAGRAPH : LONGEST_NEIGHBOUR;
    return length > most || /^h[1-6]$/.test(page.tag(element));
  });
  return end < 0 ? [...elements] : elements.slice(0, end);
}

interface Dated {
  readonly postedAt: PostedAt;
  readonly element: Element;
}

function datesIn(page: Page, element: Element): Dated[] {
  const isMeant = (found: Element) => page.closest(found, `${OTHER_TIME},nav,aside,footer`) === null;
  const marked = [element, ...page.selectAll(element, TIME_MARKS, 20)]
    .filter((found) => page.matches(found, TIME_MARKS) && isMeant(found))
    .map((found) => timeOf(page, found));
  return [...marked, ...timesInText(page, element, isMeant)].filter((found) => found !== null);
}

function dayOf(postedAt: PostedAt | undefined): string | null {
  return postedAt?.day ?? postedAt?.at?.slice(0, 10) ?? null;
}

/** The one person whom marks, or «By …», name; two of them compete. */
function soleAuthor(page: Page, beside: readonly Element[]): Author | null {
  const inside = beside.flatMap((element) => [element, ...page.selectAll(element, "*", 100)]);
  const marked = inside.filter((element) => page.matches(element, AUTHOR));
  const innermost = marked.filter(
    (one) => !marked.some((other) => other !== one && page.contains(one, other)),
  );
  const named = innermost.map((element) => readAuthor(page, element)).filter((author) => author !== null);
  const authors = named.filter(({ name }) => name === null || !/[|•·]|\d{4}/.test(name));
  const told = authors.length > 0 ? authors : inside.flatMap((element) => signedBy(lineOf(page, element)));
  const names = new Set(told.map(({ name, handle }) => name ?? handle));
  return names.size === 1 ? (told[0] ?? null) : null;
}

/** «By Jane Roe · March 3»: what follows has to look as a name does. */
function signedBy(line: string | null): Author[] {
  if (line === null || line.length > LONGEST_LINE) return [];
  return line
    .split(/[|•·,]/)
    .map((part) => part.trim())
    .filter((part) => BEFORE_NAME.test(part) && NAME.test(part.replace(BEFORE_NAME, "")))
    .map((part) => ({ ...NOBODY, name: part.replace(BEFORE_NAME, "") }));
}

/** The only other line of a block that tells the date, when it begins as a list of names does and is no link. */
function besideDate(page: Page, date: Element | null): Author | null {
  const block = date === null ? null : page.parent(date);
  if (block === null || page.select(block, "h1") !== null) return null;
  const [line, another] = page.childElements(block).filter((element) => element !== date);
  if (line === undefined || another !== undefined || page.select(block, "a") !== null) return null;
  const name = lineOf(page, line);
  if (name === null || name.length > LONGEST_LINE || !NAMED.test(name)) return null;
  return { ...NOBODY, name };
}
