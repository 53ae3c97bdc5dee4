import type { Author, Rating } from "@otklik/shared/complaint/clip";
import type { Page } from "../../page";
import { postedAtOf } from "../../posted-at";
import { ratingOf, ratingOfStars } from "../../rating";
import { textOf } from "../../read-text";
import { jsonAt, jsonIn, textAt } from "../page-json";
import { dateAmong, type Leaf, shownLeaves } from "../shown-leaves";
import type { SiteAdapter } from "../site-adapter";

const STARS = 5;
const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i;

/**
 * A review of a product on Ozon. The card carries the review's id, and often the time; its class names change every few
 * weeks. What else there is comes from the data that the page keeps for its list of reviews, by that id, and from
 * the order in which a card shows things: author, date, words, what can be pressed. As public readers of the site saw it
 * in 2024 to 2026; no live page was at hand.
 */
export const ozon: SiteAdapter = {
  name: "ozon",
  channel: "review",
  hosts: ["ozon.ru", "ozon.by", "ozon.kz", "ozon.com"],
  selectors: {
    post: "[data-review-uuid]",
    images: "img[src*='/rp-photo'], img[src*='/cover/']",
  },

  /** `ozon:id`. */
  keyOf({ searchParams }) {
    const id = searchParams.get("reviewUuid") ?? "";
    return UUID.test(id) ? `ozon:${id}` : null;
  },

  keyIn(page, root) {
    const id = page.attribute(root, "data-review-uuid") ?? "";
    return UUID.test(id) ? `ozon:${id}` : null;
  },

  refine(page, root, found) {
    const data = dataOf(page, page.attribute(root, "data-review-uuid") ?? "");
    const leaves = shownLeaves(page, root, "button, a, [role='button']");
    const date = dateAmong(page, leaves);
    const words = shownWords(page, leaves, date?.leaf ?? null);
    const machine = page.attribute(root, "publishedat") ?? textAt(data, "createdAt");
    const told = machine === null ? null : postedAtOf(machine, date?.leaf.text ?? null, page.moment);
    const score = textAt(data, "content", "score");
    return {
      ...found,
      narrative: words ?? toldWords(data),
      author: authorOf(data, leaves, date?.leaf ?? null),
      postedAt: told ?? date?.postedAt ?? null,
      rating: (score === null ? null : ratingOf(score)) ?? drawnRating(page, root),
    };
  },
};

/** What the page's list of reviews keeps of this one, found by its id; null when it keeps nothing. */
function dataOf(page: Page, id: string): unknown {
  return (
    page
      .selectAll(page.document, "[id^='state-webListReviews'][data-state]", 10)
      .map((state) => jsonAt(jsonIn(page.attribute(state, "data-state") ?? ""), "reviews"))
      .flatMap((reviews) => (Array.isArray(reviews) ? reviews : []))
      .find((review) => textAt(review, "uuid") === id) ?? null
  );
}

/** What stands between the date and the question whether the review helped, with its headings; null without a date. */
function shownWords(page: Page, leaves: readonly Leaf[], date: Leaf | null): string | null {
  if (date === null) return null;
  const below = leaves.slice(leaves.indexOf(date) + 1);
  const end = below.findIndex(({ element }) => standsByButtons(page, element));
  const words = (end === -1 ? below : below.slice(0, end))
    .filter(({ element }) => !standsByProduct(page, element))
    .map(({ element }) => textOf(page, element));
  return words.filter((text) => text !== null).join("\n") || null;
}

function standsByButtons(page: Page, element: Element): boolean {
  const parent = page.parent(element);
  const buttons = parent === null ? [] : page.selectAll(parent, "button", 20);
  return buttons.filter((button) => textOf(page, button) !== null).length > 1;
}

function standsByProduct(page: Page, element: Element): boolean {
  const parent = page.parent(element);
  return parent !== null && page.select(parent, "a[href*='/product/']") !== null;
}

function toldWords(data: unknown): string | null {
  const parts = ["positive", "negative", "comment"].map((name) => textAt(data, "content", name));
  return parts.filter((part) => part !== null).join("\n\n") || null;
}

/** The name stands before the date; a lone letter is a picture of it. */
function authorOf(data: unknown, leaves: readonly Leaf[], date: Leaf | null): Author | null {
  const told = ["firstName", "lastName"]
    .map((name) => textAt(data, "author", name))
    .filter((part) => part !== null);
  const shown = date === null ? undefined : leaves[leaves.indexOf(date) - 1]?.text;
  const name = told.join(" ") || (shown !== undefined && shown.length > 1 ? shown : null);
  return name === null ? null : { name, handle: null, profileUrl: null, platformId: null };
}

/** Five drawings of one shape are the stars, whatever their class is called. */
function drawnRating(page: Page, root: Element): Rating | null {
  const paths = page.selectAll(root, "svg path[d]", 100);
  const shapes = paths.map((path) => page.attribute(path, "d"));
  const star = shapes.find((shape) => shapes.filter((other) => other === shape).length === STARS);
  const stars = paths.filter((_path, at) => star !== undefined && shapes[at] === star);
  const drawings = stars.map((path) => page.closest(path, "svg") ?? path);
  return ratingOfStars(page, drawings, { best: STARS, isDrawnOnce: true });
}
