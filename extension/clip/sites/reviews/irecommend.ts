import { ratingOfStars } from "../../rating";
import { ownParts } from "../locate-post";
import { atOwnAddress } from "../own-address";
import type { SiteAdapter } from "../site-adapter";

/**
 * A review of irecommend: on its own page, or its beginning in a product's list. Rests on the site's microdata and on
 * the names on which public readers of the site up to 2026 agree; no live page was at hand.
 */
export const irecommend: SiteAdapter = {
  name: "irecommend",
  channel: "review",
  hosts: ["irecommend.ru"],
  selectors: {
    post: ".reviewBlock, .list-comments [data-nid]",
    main: ".reviewBlock",
    words: ".ratio .plus, .ratio .minus, [itemprop~='reviewBody'], .reviewTeaserText",
    notWords: "button, .quote-container-button-wrapper, .more",
    subject: ".reviewTitle",
    author: ".authorName, [itemprop~='author'] [itemprop~='name']",
    authorLink: ".authorName a[href], [itemprop~='author'] a[href]",
    time: ".dtreviewed, .created",
    rating: "[itemprop~='ratingValue']",
    permalink: ".reviewTitle a[href], a.reviewTextSnippet",
    images: "[itemprop~='reviewBody'] img, a[data-gallery] img",
  },

  /** `irecommend:name-of-the-review`: reviews and products have addresses of one kind, and each name is given once. */
  keyOf({ pathname }) {
    const name = /^\/content\/([\w-]+)\/?$/.exec(pathname)?.[1];
    return name === undefined ? null : `irecommend:${name}`;
  },

  refine(page, root, found) {
    const stars = ownParts(page, irecommend, root, ".fivestarWidgetStatic .star > *");
    const rating = found.rating ?? ratingOfStars(page, stars, { best: 5, isDrawnOnce: true });
    return atOwnAddress(page, irecommend, root, { ...found, rating });
  },
};
