import type { Page } from "../../page";
import { lineOf } from "../../read-text";
import type { SiteAdapter } from "../site-adapter";

/** Blocks of the site before November 2025 begin with these letters. */
const OLD = ".we-customer-review";

/**
 * A review in the App Store on the web, as a card or opened in a dialogue. Markup of the site that Apple has served since
 * November 2025, by its published sources: the card is labelled by its title, whose id holds the review's; and of the
 * site before, by what public readers took from it until then. Checked in November 2026. A review has no address of its
 * own.
 */
export const appStore: SiteAdapter = {
  name: "app-store",
  channel: "review",
  hosts: ["apps.apple.com"],
  selectors: {
    post: `article[aria-labelledby^='review-'], ${OLD}`,
    words: `.content, :scope > p, ${OLD}__body:not(${OLD}__header--response ~ *)`,
    notWords: "button, .developer-response-container",
    subject: "h3",
    author: `.author, ${OLD}__user`,
    time: "time[datetime]:not(.developer-response-container *)",
    rating: `.header [aria-label], ${OLD}__rating`,
  },

  /** `app-store:123`. */
  keyIn(page, root) {
    const id = reviewId(page, root);
    return id === null ? null : `app-store:${id}`;
  },

  refine(page, root, found) {
    const id = reviewId(page, root);
    // In the dialogue the title stands outside; it is the card's.
    const title = id === null ? null : page.select(page.document, `[id='review-${id}-title']`);
    return { ...found, subject: found.subject ?? lineOf(page, title) };
  },
};

function reviewId(page: Page, root: Element): string | null {
  return /^review-(\d{4,20})-title$/.exec(page.attribute(root, "aria-labelledby") ?? "")?.[1] ?? null;
}
