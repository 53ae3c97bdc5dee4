import { withProfileId } from "../profile-id";
import type { SiteAdapter } from "../site-adapter";

/**
 * A review of an organisation on Yandex Maps, in the card or on a page of its own. Rests on the site's microdata and
 * on the block names on which public readers of the site up to 2026 agree; no live page was at hand.
 */
export const yandexMaps: SiteAdapter = {
  name: "yandex-maps",
  channel: "review",
  hosts: ["yandex.ru", "yandex.com", "yandex.by", "yandex.kz", "yandex.uz", "yandex.com.tr", "yandex.com.am"],
  recognises: ({ url }) => /^\/(?:web-)?maps(?:\/|$)|^\/profile\/\d{6,}/.test(url.pathname),
  selectors: {
    post: ".business-review-view",
    words: ".business-review-view__body, [itemprop~='reviewBody']:not(.business-review-view__body *)",
    notWords: "button, [role='button'], .business-review-view__expand",
    author: "[itemprop~='author'] [itemprop~='name'], .business-review-view__author-name",
    authorLink: "a.business-review-view__link, a[href*='/maps/user/']",
    time: ".business-review-view__date",
    rating: "[itemprop~='reviewRating'], .business-rating-badge-view__stars",
    images: ".business-review-media__item-img",
  },

  /** `yandex-maps:organisation/author`: a person has one review of an organisation, and its address names the person. */
  keyOf(address) {
    const organisation = organisationAt(address);
    const author = address.searchParams.get("reviews[publicId]");
    return organisation === null || author === null || !/^\w{10,40}$/.test(author)
      ? null
      : `yandex-maps:${organisation}/${author}`;
  },

  refine(page, _root, found) {
    const signed = withProfileId(found, /^\/maps\/user\/(\w{10,40})(?:[/?]|$)/);
    const organisation = organisationAt(page.url);
    const author = signed.author?.platformId ?? null;
    if (organisation === null || author === null) return signed;
    // As the site's own "share" writes it.
    const address = `${page.url.origin}/maps/org/${organisation}/reviews?reviews%5BpublicId%5D=${author}`;
    return { ...signed, permalink: address, permalinkKey: `yandex-maps:${organisation}/${author}` };
  },
};

function organisationAt({ pathname }: URL): string | null {
  return /\/(?:org|profile)\/(?:[^/]+\/)?(\d{6,20})(?:\/|$)/.exec(pathname)?.[1] ?? null;
}
