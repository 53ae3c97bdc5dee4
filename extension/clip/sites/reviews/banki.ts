import { atOwnAddress } from "../own-address";
import { withProfileId } from "../profile-id";
import { dateAmong, shownLeaves } from "../shown-leaves";
import type { SiteAdapter } from "../site-adapter";

const CARD = "[data-test='responses__response']";
const WORDS = "[itemprop~='reviewBody'], [font-size='fs18'], .response-page__text, .responses__item__message";

/**
 * A review of a bank, an insurer or a credit organisation on banki.ru: in a list, where `data-test` marks each, or
 * on its own page, where the page's main part is the review. Class names are made by a build; what is rested on was
 * seen by public readers of the site in 2024 to 2026, and the date is known by being one. No live page was at hand.
 */
export const banki: SiteAdapter = {
  name: "banki",
  channel: "review",
  hosts: ["banki.ru"],
  recognises: ({ url }) =>
    url.pathname.startsWith("/services/responses/") || url.pathname.includes("/responses/"),
  selectors: {
    post: `${CARD}, main:not(:has(${CARD}))`,
    main: `main:not(:has(${CARD}))`,
    words: `${WORDS}, [data-test='responses__response-text']`,
    notWords: "button, [role='button']",
    subject: "h1, h3",
    author: "[data-test='responses-user-link'], [itemprop~='author'], a[href*='/profile/']",
    authorLink: "[data-test='responses-user-link'], a[href*='/profile/']",
    time: "time, [itemprop~='datePublished']",
    rating: "[itemprop~='ratingValue'], .rating-grade, [class*='Grade__']",
    permalink: "h3 a[href*='/response/']",
    images: "a[href*='/upload/'] img",
  },

  /** `banki:response/123`. */
  keyOf({ pathname }) {
    const id = /\/response\/(\d{4,12})\/?$/.exec(pathname)?.[1];
    return id === undefined ? null : `banki:response/${id}`;
  },

  refine(page, root, found) {
    const leaves = shownLeaves(page, root, `${WORDS}, button, h1, h3`);
    const postedAt = found.postedAt ?? dateAmong(page, leaves)?.postedAt ?? null;
    const signed = withProfileId({ ...found, postedAt }, /^\/profile\/\?UserId=(\d{1,12})$/i);
    return atOwnAddress(page, banki, root, signed);
  },
};
