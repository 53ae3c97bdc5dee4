import type { Author } from "@otklik/shared/complaint/clip";
import { NO_FIELDS, type PostFields } from "../captured-page";
import type { Page } from "../page";
import { postedAtOf } from "../posted-at";
import { lineOf, textOf } from "../read-text";
import { webAddress } from "../web-address";
import { isPostType } from "./post-types";

/** The post as its microdata tells, when the post is an item itself or holds exactly one. */
export function microdataPost(page: Page, root: Element): PostFields | null {
  const item = itemOf(page, root);
  if (item === null) return null;
  const words = ["reviewBody", "articleBody", "text", "commentText"]
    .map((name) => property(page, item, name))
    .find((found) => found !== null);
  const posted = property(page, item, "datePublished") ?? property(page, item, "dateCreated");
  const url = property(page, item, "url");
  return {
    ...NO_FIELDS,
    narrative: words === undefined || words === null ? null : valueOrText(page, words),
    author: authorOf(page, property(page, item, "author") ?? property(page, item, "creator")),
    permalink: url === null ? null : addressOf(page, url),
    postedAt: posted === null ? null : postedAtOf(machineValue(page, posted), lineOf(page, posted)),
  };
}

function itemOf(page: Page, root: Element): Element | null {
  if (isPostItem(page, root)) return root;
  const inside = page.selectAll(root, "[itemscope][itemtype]", 200).filter((item) => isPostItem(page, item));
  const outer = inside.filter(
    (item) => !inside.some((other) => other !== item && page.contains(other, item)),
  );
  return outer.length === 1 ? (outer[0] ?? null) : null;
}

function isPostItem(page: Page, element: Element): boolean {
  const types = (page.attribute(element, "itemtype") ?? "").trim().split(/\s+/);
  return page.attribute(element, "itemscope") !== null && types.some(isPostType);
}

/** A property of the item itself: one inside a nested item belongs to that. */
function property(page: Page, item: Element, name: string): Element | null {
  const found = page.selectAll(item, `[itemprop~='${name}']`, 50);
  return found.find((element) => ownerOf(page, element) === item) ?? null;
}

function ownerOf(page: Page, element: Element): Element | null {
  const parent = page.parent(element);
  return parent === null ? null : page.closest(parent, "[itemscope]");
}

function machineValue(page: Page, element: Element): string | null {
  return page.attribute(element, "content") ?? page.attribute(element, "datetime") ?? lineOf(page, element);
}

function valueOrText(page: Page, element: Element): string | null {
  return page.attribute(element, "content") ?? textOf(page, element);
}

function addressOf(page: Page, element: Element): string | null {
  return webAddress(page.attribute(element, "href") ?? page.attribute(element, "content"), page.url);
}

function authorOf(page: Page, element: Element | null): Author | null {
  if (element === null) return null;
  const isItem = page.attribute(element, "itemscope") !== null;
  const named = isItem ? property(page, element, "name") : element;
  const name = named === null ? null : (page.attribute(named, "content") ?? lineOf(page, named));
  if (name === null) return null;
  const link = isItem ? property(page, element, "url") : element;
  return { name, handle: null, profileUrl: link === null ? null : addressOf(page, link), platformId: null };
}
