import type { Rating } from "@otklik/shared/complaint/clip";
import type { Page } from "../../page";
import { ratingOf } from "../../rating";
import { jsonIn, textAt } from "../page-json";
import type { SiteAdapter } from "../site-adapter";

const CARD = "[data-auto='review-item']";

/**
 * A review of a product or a shop on Yandex Market. Rests on the site's own `data-auto` and `data-zone-data`, as
 * public readers of the site saw them in 2026; its class names and its stars are made by a build. No live page was
 * at hand.
 */
export const yandexMarket: SiteAdapter = {
  name: "yandex-market",
  channel: "review",
  hosts: [
    "market.yandex.ru",
    "market.yandex.com",
    "market.yandex.kz",
    "market.yandex.by",
    "market.yandex.uz",
  ],
  selectors: {
    post: CARD,
    words: "[data-auto='review-description'], [data-auto='review-comment']",
    notWords: "button, [role='button']",
    author: "[data-auto='nickname']",
    authorLink: "a[href*='/user/']",
    time: "[data-auto='created-date']",
    rating: "[itemprop~='ratingValue'], [role='img'][aria-label]",
    images: "img[src*='get-market-ugc']",
  },

  /** `yandex-market:id`, where the card's own id is the review's and not a place in the list. */
  keyIn(page, root) {
    const id = /\d{5,}|[0-9a-f]{8}-[0-9a-f-]{27}/i.exec(page.attribute(root, "id") ?? "")?.[0];
    return id === undefined ? null : `yandex-market:${id}`;
  },

  refine: (page, root, found) => ({ ...found, rating: gradeOf(page, root) ?? found.rating }),
};

/** The grade in the data that the site keeps for its own counting: on the card, or on what holds this card alone. */
function gradeOf(page: Page, root: Element): Rating | null {
  const zone = page.closest(root, "[data-zone-data]");
  if (zone === null || page.selectAll(zone, CARD, 2).length > 1) return null;
  const grade = textAt(jsonIn(page.attribute(zone, "data-zone-data") ?? ""), "grade");
  return grade === null ? null : ratingOf(grade);
}
