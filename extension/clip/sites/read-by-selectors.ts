import type { Author, PostedAt, Rating } from "@otklik/shared/complaint/clip";
import { type FoundAttachment, NO_FIELDS, type PostFields } from "../captured-page";
import { furtherReaders } from "../further-readers";
import type { Page } from "../page";
import { postedAtOf } from "../posted-at";
import { ratingIn } from "../rating";
import { lineOf, type TextOptions, textOf } from "../read-text";
import { webAddress } from "../web-address";
import { keyOfPost, ownParts, permalinkOf } from "./locate-post";
import type { SiteAdapter } from "./site-adapter";

/** Attributes in which sites keep a machine's date, the surest first. */
const TIME_ATTRIBUTES = ["datetime", "content", "data-datetime", "data-time", "data-timestamp", "data-utime"];

/** Reads one post by its site's selectors, and what they do not say stays null. */
export function readBySelectors(page: Page, site: SiteAdapter, root: Element): PostFields {
  const { selectors } = site;
  const own = (selector: string | undefined): Element[] =>
    selector === undefined ? [] : ownParts(page, site, root, selector);
  const permalink = permalinkOf(page, site, root);
  const found: PostFields = {
    ...NO_FIELDS,
    narrative: wordsOf(page, own(selectors.words), {
      without: selectors.notWords,
      folded: selectors.folded,
      keepsLines: site.keepsLines,
    }),
    subject: lineOf(page, own(selectors.subject)[0] ?? null),
    author: authorOf(page, own(selectors.author)[0], own(selectors.authorLink)[0], own(selectors.handle)[0]),
    permalink,
    permalinkKey: keyOfPost(page, site, root),
    postedAt: timeOf(page, own(selectors.time)[0]),
    rating: ratingOf(page, own(selectors.rating)[0]),
    attachments: picturesOf(page, own(selectors.images)),
  };
  const read = site.isMail === true ? { ...found, ...furtherReaders()?.mail(page, site, root) } : found;
  return site.refine?.(page, root, read) ?? read;
}

/** The words of the outermost parts, one below the other. */
export function wordsOf(page: Page, parts: readonly Element[], options: TextOptions = {}): string | null {
  const outermost = parts.filter(
    (part) => !parts.some((other) => other !== part && page.contains(other, part)),
  );
  const words = outermost.map((part) => textOf(page, part, options)).filter((text) => text !== null);
  return words.join("\n\n") || null;
}

/** A name, the profile that it links to, and a handle that is shown or stands in the link. */
function authorOf(page: Page, name?: Element, link?: Element, handle?: Element): Author | null {
  const shown = lineOf(page, name ?? null) ?? (name && page.attribute(name, "content")) ?? null;
  const profile =
    link ?? (name && (page.attribute(name, "href") === null ? page.closest(name, "a[href]") : name));
  const href = profile ? page.attribute(profile, "href") : null;
  const author: Author = {
    name: shown,
    handle: lineOf(page, handle ?? null),
    profileUrl: href === null ? null : webAddress(href, page.url),
    platformId: null,
  };
  return author.name === null && author.handle === null && author.profileUrl === null ? null : author;
}

/** The machine's date of an element, or of the date marked up within it; else its words. */
export function timeOf(page: Page, element: Element | undefined): PostedAt | null {
  if (element === undefined) return null;
  const marked = page.select(element, "time[datetime], [itemprop~='datePublished'][content]");
  const machine = [element, marked]
    .flatMap((part) => (part === null ? [] : TIME_ATTRIBUTES.map((name) => page.attribute(part, name))))
    .find((value) => value !== null);
  // A title is often about something else: it comes after every date that is marked up.
  const title = page.attribute(element, "title");
  return postedAtOf(machine ?? title, lineOf(page, element) ?? title, page.moment);
}

function ratingOf(page: Page, element: Element | undefined): Rating | null {
  return element === undefined ? null : ratingIn(page, element);
}

function picturesOf(page: Page, images: readonly Element[]): FoundAttachment[] | null {
  const found = images.map((image) => ({
    kind: "image" as const,
    url: webAddress(page.attribute(image, "src") ?? page.attribute(image, "href"), page.url),
    alt: page.attribute(image, "alt")?.trim() || null,
  }));
  return found.length === 0 ? null : found;
}
