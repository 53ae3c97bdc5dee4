import type { Page } from "../../page";
import { ratingOf, ratingOfWidth } from "../../rating";
import { dateAmong, shownLeaves } from "../shown-leaves";
import type { SiteAdapter } from "../site-adapter";

const WORDS = "a[href*='/review/'], ._49x36f > a";

/**
 * A review in 2GIS. The site's class names are made by a build; the ones below stood unchanged in its public
 * readers from 2023 to 2026, and the date is known by being one. No live page was at hand.
 */
export const twoGis: SiteAdapter = {
  name: "two-gis",
  channel: "review",
  hosts: ["2gis.ru", "2gis.com", "2gis.kz", "2gis.kg", "2gis.uz", "2gis.by", "2gis.ae", "2gis.az"],
  selectors: {
    // What holds the link to the review is the card, should the name change.
    post: "._1k5soqfl, div:has(> div > a[href*='/review/']):not(._1k5soqfl *)",
    words: WORDS,
    notWords: "button, [role='button']",
    author: "._16s5yj36, a[href*='/user/']",
    authorLink: "a[href*='/user/']",
    rating: "._1fkin5c",
    permalink: "a[href*='/review/']",
    images: "a[href*='/photos/'] img, [data-review-photo] img",
  },

  /** `two-gis:id`, from `/firm/1/tab/reviews/review/2` and `/reviews/1/review/2`. */
  keyOf({ pathname }) {
    const id = /\/reviews\/(?:\d+\/)?review\/(\d{4,20})(?:\/|$)/.exec(pathname)?.[1];
    return id === undefined ? null : `two-gis:${id}`;
  },

  refine(page, root, found) {
    const leaves = shownLeaves(page, root, `${WORDS}, button`);
    return {
      ...found,
      postedAt: found.postedAt ?? dateAmong(page, leaves)?.postedAt ?? null,
      rating: starsIn(page, root),
    };
  },
};

/** Over five empty stars the site lays the filled ones: so many, or cut at so many per cent. */
function starsIn(page: Page, root: Element) {
  const filled = page.select(root, "._1fkin5c");
  if (filled === null) return null;
  const yellow = page.selectAll(filled, "svg[fill='#ffb81c']");
  const stars = yellow.length > 0 ? yellow : page.selectAll(filled, "svg");
  return ratingOfWidth(page.attribute(filled, "style")) ?? ratingOf(`${stars.length}`);
}
