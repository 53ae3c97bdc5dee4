import type { Author, Rating } from "@otklik/shared/complaint/clip";
import { type FoundAttachment, NO_FIELDS } from "../captured-page";
import type { Page } from "../page";
import { postedAtOf } from "../posted-at";
import { ratingOf } from "../rating";
import { webAddress } from "../web-address";
import type { DescribedPost } from "./described-post";
import { describedText } from "./described-text";
import { lenientJson } from "./lenient-json";
import { isPostType, isReviewType } from "./post-types";

const MAX_SCRIPTS = 30;
const MAX_CHARACTERS = 500_000;
const MAX_ITEMS = 1_000;
const MAX_DEPTH = 12;
const MAX_IMAGES = 20;

type Item = Readonly<Record<string, unknown>>;

/** Every post, comment, review or article that the page's JSON-LD describes. Broken blocks are passed over. */
export function jsonLdPosts(page: Page): DescribedPost[] {
  const items: Item[] = [];
  for (const script of page.selectAll(page.document, "script[type^='application/ld+json' i]", MAX_SCRIPTS)) {
    const text = page.children(script).filter(page.isText).map(page.data).join("");
    if (text.length <= MAX_CHARACTERS) collect(lenientJson(text), items, 0);
  }
  return items.filter((item) => typesOf(item).some(isPostType)).map((item) => describe(item, page));
}

function collect(value: unknown, items: Item[], depth: number): void {
  if (depth > MAX_DEPTH || items.length >= MAX_ITEMS) return;
  if (Array.isArray(value)) {
    for (const entry of value) collect(entry, items, depth + 1);
  } else if (isItem(value)) {
    items.push(value);
    for (const entry of Object.values(value)) if (typeof entry === "object") collect(entry, items, depth + 1);
  }
}

function isItem(value: unknown): value is Item {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function typesOf(item: Item): string[] {
  return [item["@type"]].flat().filter((type) => typeof type === "string");
}

function describe(item: Item, page: Page): DescribedPost {
  const full = describedText(item.reviewBody) ?? describedText(item.articleBody) ?? describedText(item.text);
  const description = describedText(item.description);
  const isReview = typesOf(item).some(isReviewType);
  // A review's description is its body; an article's is a few words about it.
  const narrative = full ?? (isReview ? description : null);
  const title = describedText(item.headline) ?? (isReview ? describedText(item.name) : null);
  const address = describedText(item.url) ?? describedText(item["@id"]);
  const permalink = webAddress(address, page.url);
  return {
    words: full ?? description,
    anchor: /#([^#]+)$/.exec(address ?? "")?.[1] ?? null,
    fields: {
      ...NO_FIELDS,
      narrative,
      subject: title === narrative ? null : title,
      author: authorOf(item.author ?? item.creator, page),
      // An address without a path of its own is the site's, not the post's.
      permalink: permalink !== null && new URL(permalink).pathname === "/" ? null : permalink,
      postedAt: postedAtOf(
        describedText(item.datePublished) ??
          describedText(item.dateCreated) ??
          describedText(item.uploadDate),
        null,
        page.moment,
      ),
      rating: ratingIn(item.reviewRating),
      attachments: imagesOf(item.image, page),
    },
  };
}

function authorOf(value: unknown, page: Page): Author | null {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (!isItem(first)) return named(describedText(first));
  const given = [first.givenName, first.familyName].map(describedText).filter((part) => part !== null);
  const name = describedText(first.name) ?? (given.join(" ") || null);
  const account = describedText(first.additionalName);
  const other = describedText(first.alternateName) ?? describedText(first.identifier);
  const handle = account !== null && /^[\w.-]{2,60}$/.test(account) ? `@${account}` : other;
  const id = first.identifier;
  return {
    ...named(name),
    name,
    handle: handle?.startsWith("@") ? handle : null,
    profileUrl: webAddress(describedText(first.url) ?? describedText(first["@id"]), page.url),
    platformId: typeof id === "number" || (typeof id === "string" && /^\d+$/.test(id)) ? String(id) : null,
  };
}

function named(name: string | null): Author | null {
  return name === null ? null : { name, handle: null, profileUrl: null, platformId: null };
}

function ratingIn(value: unknown): Rating | null {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  const said = numberOf(isItem(first) ? first.ratingValue : first);
  if (said === null) return null;
  const best = isItem(first) ? Number(numberOf(first.bestRating)?.replace(",", ".")) : Number.NaN;
  return Number.isNaN(best) || best <= 0 ? ratingOf(said) : ratingOf(said, best);
}

function numberOf(value: unknown): string | null {
  return typeof value === "number" ? String(value) : describedText(value);
}

function imagesOf(value: unknown, page: Page): FoundAttachment[] | null {
  const images = [value]
    .flat(2)
    .slice(0, MAX_IMAGES)
    .flatMap((image): FoundAttachment[] => {
      const address = isItem(image) ? (image.contentUrl ?? image.url) : image;
      const url = webAddress(describedText(address), page.url);
      const alt = isItem(image) ? (describedText(image.caption) ?? describedText(image.name)) : null;
      return url === null ? [] : [{ kind: "image", url, alt }];
    });
  return images.length === 0 ? null : images;
}
