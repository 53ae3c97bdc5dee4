import { atOwnAddress } from "../own-address";
import type { SiteAdapter } from "../site-adapter";

/**
 * A review of Otzovik: on its own page, or its beginning in a list. Rests on the site's microdata and on the names on
 * which public readers of the site from 2019 to 2026 agree, looked through once more in November 2026; no live page was at hand.
 */
export const otzovik: SiteAdapter = {
  name: "otzovik",
  channel: "review",
  hosts: ["otzovik.com"],
  selectors: {
    post: "[itemprop~='review'], .review-contents:not([itemprop~='review'] *)",
    main: ".review-contents",
    words: ".review-plus, .review-minus, .review-body, .review-teaser",
    notWords: ".review-read-link, button",
    subject: "h1, .review-title",
    author: ".user-login, [itemprop~='author'] [itemprop~='name']",
    authorLink: "a.user-login, [itemprop~='author'] a[href], a[href*='/profile/']",
    // The review's own page keeps the hour in an abbreviation's title, a list in an attribute.
    time: ".review-postdate:not(:has(abbr)), .review-postdate abbr, [itemprop~='datePublished']",
    rating: "[itemprop~='ratingValue'], .rating-score, abbr.rating, .product-rating[title]",
    permalink: ".review-read-link, .review-title",
    images: ".review-body img, .review-photos img",
  },

  /** `otzovik:review_123`. */
  keyOf({ pathname }) {
    const id = /^\/review_(\d+)\.html$/.exec(pathname)?.[1];
    return id === undefined ? null : `otzovik:review_${id}`;
  },

  refine: (page, root, found) => atOwnAddress(page, otzovik, root, found),
};
