import type { Author } from "@otklik/shared/complaint/clip";
import type { FoundAttachment } from "../../captured-page";
import type { Page } from "../../page";
import { textOf } from "../../read-text";
import { webAddress } from "../../web-address";
import { backgroundPicture } from "../background-picture";
import { ownParts } from "../locate-post";
import type { SiteAdapter } from "../site-adapter";

const ID = /^[\w-]{15,120}$/;

/**
 * A review on Google Maps, in a place's panel or in its author's list. Rests on `data-review-id`, on the button that
 * leads to the author and on roles and labels; of the class names, which a build makes, on those that stood
 * unchanged in public readers from 2022 to 2026. No live page was at hand. Google shows relative dates alone, and
 * the beginning of long words until "More" is pressed.
 */
export const googleMaps: SiteAdapter = {
  name: "google-maps",
  channel: "review",
  hosts: null,
  recognises: ({ url }) =>
    /^(?:www\.|maps\.)?google\.(?:com?\.)?[a-z]{2,3}$/.test(url.hostname) &&
    (url.hostname.startsWith("maps.") || /^\/maps(?:\/|$)/.test(url.pathname)),
  selectors: {
    // The review's buttons carry its id too.
    post: "[data-review-id]:not([data-review-id] *, button)",
    words: ".MyEned",
    notWords: "button, [role='button']",
    author: ".d4r55",
    time: ".rsqaWe, .xRkPPb",
    rating: "[role='img'][aria-label], .fzvQIb",
  },

  /** `google-maps:id`. */
  keyIn(page, root) {
    const id = page.attribute(root, "data-review-id") ?? "";
    return ID.test(id) ? `google-maps:${id}` : null;
  },

  refine: (page, root, found) => ({
    ...found,
    narrative: found.narrative ?? wordsById(page, root),
    author: authorOf(page, root, found.author),
    attachments: photosOf(page, root),
  }),
};

/** The words stand in an element whose id is the review's. */
function wordsById(page: Page, root: Element): string | null {
  const id = page.attribute(root, "data-review-id") ?? "";
  const words = ID.test(id) ? page.select(root, `[id='${id}']`) : null;
  return words === null ? null : textOf(page, words, { without: "button" });
}

/** A button leads to the author; the card is labelled with the name. */
function authorOf(page: Page, root: Element, shown: Author | null): Author | null {
  const [button] = ownParts(page, googleMaps, root, "[data-href*='/maps/contrib/']");
  const href = button === undefined ? null : page.attribute(button, "data-href");
  const profileUrl = webAddress(href, page.url);
  const name = shown?.name ?? page.attribute(root, "aria-label")?.trim() ?? null;
  if (name === null && profileUrl === null) return null;
  const platformId = /\/contrib\/(\d{10,30})(?:\/|$|\?)/.exec(profileUrl ?? "")?.[1] ?? null;
  return { name: name || null, handle: null, profileUrl, platformId };
}

/** Photographs are backgrounds of buttons. */
function photosOf(page: Page, root: Element): FoundAttachment[] | null {
  const photos = ownParts(page, googleMaps, root, "button[style*='background-image']")
    .map((button) => backgroundPicture(page, button))
    .filter((photo) => photo !== null);
  return photos.length === 0 ? null : photos;
}
