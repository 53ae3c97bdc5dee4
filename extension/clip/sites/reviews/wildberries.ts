import type { SiteAdapter } from "../site-adapter";

const ITEM = ".feedback__text--item";

/**
 * A review of a product on Wildberries. Rests on the site's microdata and block names, which stood unchanged in public
 * readers from 2022 to 2026; the seller's answer carries no microdata. Neither an address nor an id of a review was
 * seen there: where an attribute should hold one it is taken. No live page was at hand.
 */
export const wildberries: SiteAdapter = {
  name: "wildberries",
  channel: "review",
  hosts: ["wildberries.ru", "wildberries.by", "wildberries.kz", "wildberries.am", "wb.ru"],
  selectors: {
    post: "li.feedback, .comments__item.feedback:not(li)",
    // Each of merits, faults and comment is one item with its heading.
    words: `.feedbacks-bables, [itemprop~='reviewBody'] ${ITEM}, [itemprop~='reviewBody']:not(:has(${ITEM}))`,
    notWords: "button",
    author: "[itemprop~='author'] [itemprop~='name'], .feedback__header",
    authorLink: ".feedback__header a[href], a[href*='/profile/']",
    time: ".feedback__info .feedback__date, [itemprop~='datePublished']",
    rating: "[itemprop~='ratingValue']",
    images: ".feedback__photos img",
  },

  /** `wildberries:id`. */
  keyIn(page, root) {
    const id = page.attribute(root, "data-feedback-id") ?? "";
    return /^[\w-]{15,40}$/.test(id) ? `wildberries:${id}` : null;
  },

  /** The stars are one element whose class counts them: `star4`. */
  refine(page, root, found) {
    const stars = page.select(root, ".feedback__rating");
    const count = /(?:^|\s)star([1-5])(?:\s|$)/.exec((stars && page.attribute(stars, "class")) ?? "")?.[1];
    return { ...found, rating: count === undefined ? found.rating : { value: Number(count), max: 5 } };
  },
};
