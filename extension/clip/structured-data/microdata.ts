import type { Author, Rating } from "@otklik/shared/complaint/clip";
import { type FoundAttachment, NO_FIELDS, type PostFields } from "../captured-page";
import type { Page } from "../page";
import { postedAtOf } from "../posted-at";
import { ratingOf } from "../rating";
import { lineOf, textOf } from "../read-text";
import { webAddress } from "../web-address";
import { isPostType, isReviewType } from "./post-types";

/** The post as its microdata tells, when the post is an item itself or holds exactly one. */
export function microdataPost(page: Page, root: Element): PostFields | null {
  const item = itemOf(page, root);
  if (item === null) return null;
  const isReview = typesOf(page, item).some(isReviewType);
  const words = first(
    page,
    item,
    ["reviewBody", "articleBody", "text", "commentText"].concat(isReview ? "description" : []),
  );
  const title = first(page, item, isReview ? ["headline", "name"] : ["headline"]);
  const posted = first(page, item, ["datePublished", "dateCreated", "commentTime"]);
  const url = first(page, item, ["url"]);
  const narrative = words === null ? null : wordsOf(page, words);
  const subject = title === null ? null : lineValue(page, title);
  return {
    ...NO_FIELDS,
    narrative,
    subject: subject === narrative ? null : subject,
    author: authorOf(page, first(page, item, ["author", "creator"])),
    permalink: url === null ? null : addressOf(page, url),
    postedAt: posted === null ? null : timeOf(page, posted),
    rating: ratingOfItem(page, first(page, item, ["reviewRating"])),
    attachments: imagesOf(page, item),
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
  return page.attribute(element, "itemscope") !== null && typesOf(page, element).some(isPostType);
}

function typesOf(page: Page, element: Element): string[] {
  return (page.attribute(element, "itemtype") ?? "").trim().split(/\s+/);
}

/** The first of these properties of the item itself: one inside a nested item belongs to that. */
function first(page: Page, item: Element, names: readonly string[]): Element | null {
  return names.map((name) => properties(page, item, name)[0]).find((found) => found !== undefined) ?? null;
}

function properties(page: Page, item: Element, name: string): Element[] {
  return page
    .selectAll(item, `[itemprop~='${name}']`, 50)
    .filter((element) => ownerOf(page, element) === item);
}

function ownerOf(page: Page, element: Element): Element | null {
  const parent = page.parent(element);
  return parent === null ? null : page.closest(parent, "[itemscope]");
}

function timeOf(page: Page, element: Element): PostFields["postedAt"] {
  const machine = page.attribute(element, "content") ?? page.attribute(element, "datetime");
  const shown = lineOf(page, element);
  return postedAtOf(machine ?? shown, shown, page.moment);
}

function lineValue(page: Page, element: Element): string | null {
  return page.attribute(element, "content")?.trim() || lineOf(page, element);
}

/** Without what is quoted, unless that is all. */
function wordsOf(page: Page, element: Element): string | null {
  const own = () => textOf(page, element, { without: "blockquote,[class*=quote i]" });
  return page.attribute(element, "content")?.trim() || (own() ?? textOf(page, element));
}

function addressOf(page: Page, element: Element): string | null {
  return webAddress(page.attribute(element, "href") ?? page.attribute(element, "content"), page.url);
}

function authorOf(page: Page, element: Element | null): Author | null {
  if (element === null) return null;
  const isItem = page.attribute(element, "itemscope") !== null;
  const named = isItem ? first(page, element, ["name"]) : element;
  const name = named === null ? null : lineValue(page, named);
  if (name === null) return null;
  const link = isItem ? (first(page, element, ["url"]) ?? element) : element;
  return { name, handle: null, profileUrl: addressOf(page, link), platformId: null };
}

/** The one rating of the review, as an item or as a bare value. */
function ratingOfItem(page: Page, element: Element | null): Rating | null {
  if (element === null) return null;
  const isItem = page.attribute(element, "itemscope") !== null;
  const value = isItem ? first(page, element, ["ratingValue"]) : element;
  const said = value === null ? null : lineValue(page, value);
  if (said === null) return null;
  const best = isItem ? first(page, element, ["bestRating"]) : null;
  const most = Number((best && lineValue(page, best))?.replace(",", "."));
  return most > 0 ? ratingOf(said, most) : ratingOf(said);
}

function imagesOf(page: Page, item: Element): FoundAttachment[] | null {
  const found = properties(page, item, "image").flatMap((image): FoundAttachment[] => {
    const address =
      page.attribute(image, "src") ?? page.attribute(image, "href") ?? page.attribute(image, "content");
    const url = webAddress(address, page.url);
    return url === null ? [] : [{ kind: "image", url, alt: page.attribute(image, "alt")?.trim() || null }];
  });
  return found.length === 0 ? null : found;
}
