import type { Author, Rating } from "@otklik/shared/complaint/clip";
import { type FoundAttachment, NO_FIELDS, type PostFields } from "../captured-page";
import type { Page } from "../page";
import { ratingOf } from "../rating";
import { lineOf, textOf } from "../read-text";
import { webAddress } from "../web-address";

/** Roots of a post: h-entry, h-review and h-cite, and the classic ones. */
const POST = ".h-entry, .h-review, .h-cite, .hentry, .hreview";
/** Roots of anything, a property of which is not the post's own. */
const ITEM = `${POST}, .h-card, .h-item, .h-product, .h-event, .h-adr, .h-geo, .h-feed, .vcard, .item`;

/** What forums set into the words: whom they quote, and who edited them. */
const QUOTED = "[class*=quote i],[class*=citation i],[class=edit]";

/** What of a post stands under which class, today's before the classic one. */
const PROPERTIES = {
  words: [
    ".e-content",
    ".p-content",
    ".e-description",
    ".p-description",
    ".entry-content",
    ".description",
    ".p-summary",
    ".entry-summary",
  ],
  title: [".p-name", ".entry-title", ".hreview .summary, .hreview.summary"],
  author: [".p-author", ".u-author", ".p-reviewer", ".author", ".reviewer"],
  time: [".dt-published", ".dt-reviewed", ".published", ".dtreviewed"],
  link: [".u-url", ".u-uid[href]", "a[rel~=bookmark]", ".hreview a[rel~=self]"],
  rating: [".p-rating", ".rating"],
  best: [".p-best", ".best"],
  images: [".u-photo", ".photo"],
} as const;

/** The post as its microformats tell, when it is marked as one itself or holds exactly one. */
export function microformatPost(page: Page, root: Element): PostFields | null {
  const post = postOf(page, root);
  if (post === null) return null;
  const one = (name: keyof typeof PROPERTIES) => property(page, post, PROPERTIES[name]);
  const [words, title, time] = [one("words"), one("title"), one("time")];
  const narrative = words === null ? null : (textOf(page, words, { without: QUOTED }) ?? textOf(page, words));
  const subject = title === null || title === words ? null : lineOf(page, title);
  return {
    ...NO_FIELDS,
    narrative,
    subject: subject === narrative?.replace(/\s+/gu, " ") ? null : subject,
    author: authorOf(page, one("author") ?? authorOfFeed(page, post)),
    permalink: addressOf(page, one("link")),
    postedAt: time === null ? null : page.postedAt(machineTime(page, time), lineOf(page, time)),
    rating: ratingOfReview(page, one("rating"), one("best")),
    attachments: imagesOf(page, post),
  };
}

function postOf(page: Page, root: Element): Element | null {
  if (page.matches(root, POST)) return root;
  const inside = page.selectAll(root, POST, 100);
  const outer = inside.filter(
    (item) => !inside.some((other) => other !== item && page.contains(other, item)),
  );
  return outer.length === 1 ? (outer[0] ?? null) : null;
}

/** The first of these that is the post's own and not of an item within it. */
function property(page: Page, post: Element, selectors: readonly string[]): Element | null {
  for (const selector of selectors) {
    const [found] = own(page, post, selector);
    if (found !== undefined) return found;
  }
  return null;
}

function own(page: Page, post: Element, selector: string): Element[] {
  return page.selectAll(post, selector, 50).filter((element) => {
    const parent = page.parent(element);
    return parent !== null && page.closest(parent, ITEM) === post;
  });
}

/** A feed of one person names the author once. */
function authorOfFeed(page: Page, post: Element): Element | null {
  const parent = page.parent(post);
  const feed = parent === null ? null : page.closest(parent, ".h-feed");
  return feed === null ? null : property(page, feed, [".p-author", ".u-author"]);
}

function authorOf(page: Page, element: Element | null): Author | null {
  if (element === null) return null;
  const inside = (selector: string) => page.select(element, selector);
  const shown = inside(".p-name, .fn") ?? inside("img[alt]:not([alt=''])");
  const whole = lineOf(page, element) ?? page.attribute(element, "alt");
  const name = (shown && (lineOf(page, shown) ?? page.attribute(shown, "alt"))) ?? whole;
  const handle = lineOf(page, inside(".p-nickname, .nickname"));
  const link =
    inside(".u-url, .url") ?? (page.attribute(element, "href") === null ? inside("a[href]") : element);
  const profileUrl = addressOf(page, link);
  if (name === null && handle === null && profileUrl === null) return null;
  return { name, handle, profileUrl, platformId: null };
}

function addressOf(page: Page, element: Element | null): string | null {
  return element === null
    ? null
    : webAddress(page.attribute(element, "href") ?? page.attribute(element, "value"), page.url);
}

/** `datetime` of a time, `title` of an abbreviation, `value` of data; also on a part marked as the value. */
function machineTime(page: Page, time: Element): string | null {
  const value = page.select(time, ".value, .value-title") ?? time;
  const named = ["datetime", "value", "title"].map((name) => page.attribute(value, name));
  return named.find((found) => found !== null) ?? lineOf(page, value);
}

function ratingOfReview(page: Page, rating: Element | null, best: Element | null): Rating | null {
  if (rating === null) return null;
  const value = page.select(rating, ".value") ?? rating;
  const said = page.attribute(value, "value") ?? page.attribute(value, "title") ?? lineOf(page, value);
  if (said === null) return null;
  const most = Number(lineOf(page, page.select(rating, ".best") ?? best)?.replace(",", "."));
  return most > 0 ? ratingOf(said, most) : ratingOf(said);
}

function imagesOf(page: Page, post: Element): FoundAttachment[] | null {
  const found = PROPERTIES.images
    .flatMap((selector) => own(page, post, selector))
    .flatMap((image): FoundAttachment[] => {
      const url = webAddress(page.attribute(image, "src") ?? page.attribute(image, "href"), page.url);
      return url === null ? [] : [{ kind: "image", url, alt: page.attribute(image, "alt")?.trim() || null }];
    });
  return found.length === 0 ? null : found;
}
