import type { Page } from "../../page";
import type { SiteAdapter } from "../site-adapter";

const ID = /^(?:gp:)?[\w-]{10,120}$/;

/**
 * A review on Google Play, on the app's page or in the dialogue of all its reviews. Rests on the header with
 * `data-review-id`, which the words follow, and on roles; of the class names, which a build makes, on those that stood
 * unchanged in public readers from 2022 to 2026. No live page was at hand.
 */
export const googlePlay: SiteAdapter = {
  name: "google-play",
  channel: "review",
  hosts: ["play.google.com"],
  selectors: {
    post: ":has(> header[data-review-id])",
    words: "header[data-review-id] + *",
    notWords: "button, [role='button']",
    author: "header[data-review-id] .X5PpBb",
    time: "header[data-review-id] .bp9Aid",
    rating: "header[data-review-id] [role='img'][aria-label]",
  },

  /** `google-play:id`. */
  keyOf({ searchParams }) {
    const id = searchParams.get("reviewId");
    return id !== null && ID.test(id) ? `google-play:${id}` : null;
  },

  refine(page, root, found) {
    const id = reviewId(page, root);
    const app = page.url.searchParams.get("id");
    if (id === null) return found;
    const permalinkKey = `google-play:${id}`;
    if (app === null || !/^[\w.]{3,150}$/.test(app)) return { ...found, permalinkKey };
    const permalink = `${page.url.origin}/store/apps/details?id=${app}&reviewId=${encodeURIComponent(id)}`;
    return { ...found, permalink, permalinkKey };
  },

  keyIn(page, root) {
    const id = reviewId(page, root);
    return id === null ? null : `google-play:${id}`;
  },
};

function reviewId(page: Page, root: Element): string | null {
  const header = page.select(root, "header[data-review-id]");
  const id = header === null ? null : page.attribute(header, "data-review-id");
  return id !== null && ID.test(id) ? id : null;
}
