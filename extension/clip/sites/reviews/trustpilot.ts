import { withProfileId } from "../profile-id";
import type { SiteAdapter } from "../site-adapter";

/**
 * A review on Trustpilot, in a company's list or on its own page. Rests on the site's own `data-service-review-*` and
 * `data-consumer-*`, which public readers have used unchanged from 2022 to 2026; the company's reply has others. No live
 * page was at hand.
 */
export const trustpilot: SiteAdapter = {
  name: "trustpilot",
  channel: "review",
  hosts: ["trustpilot.com"],
  selectors: {
    post: "[data-service-review-card-paper]",
    words: "[data-service-review-text-typography]",
    notWords: "button",
    subject: "[data-service-review-title-typography], [data-review-title-typography]",
    author: "[data-consumer-name-typography]",
    authorLink: "a[data-consumer-profile-link]",
    time: "time[data-service-review-date-time-ago]",
    rating: "[data-service-review-rating]",
    permalink: "a[data-review-title-typography], a[href^='/reviews/']",
    images: "[data-review-content] img[src*='/review-images/']",
  },

  /** `trustpilot:id`. */
  keyOf({ pathname }) {
    const id = /^\/reviews\/([0-9a-f]{24})\/?$/.exec(pathname)?.[1];
    return id === undefined ? null : `trustpilot:${id}`;
  },

  refine: (_page, _root, found) => withProfileId(found, /^\/users\/([0-9a-f]{24})(?:[/?]|$)/),
};
