import type { Author } from "@otklik/shared/complaint/clip";
import { NO_FIELDS, type PostFields } from "../captured-page";
import { tidyText } from "../line-writer";
import type { Page } from "../page";
import { describedPost } from "../structured-data/described-post";
import { jsonLdPosts } from "../structured-data/json-ld";
import { webAddress } from "../web-address";
import type { SiteAdapter } from "./site-adapter";

/** What the page's head says under the first of these names that it has; null when it has none. */
export function headSays(page: Page, ...names: readonly string[]): string | null {
  for (const name of names) {
    const found = page.selectAll(
      page.document,
      `meta[property='${name}'], meta[name='${name}'], meta[itemprop='${name}']`,
      5,
    );
    for (const element of found) {
      const said = tidyText(page.attribute(element, "content") ?? "");
      if (said !== "") return said;
    }
  }
  return null;
}

/**
 * Whether the head speaks of the post at the page's own address. Sites change pages without a reload and leave
 * the head of the page before: a head that names another post's address is not believed.
 */
export function headIsOfThisPage(page: Page, keyOf: NonNullable<SiteAdapter["keyOf"]>): boolean {
  const key = keyOf(page.url);
  const canonical = page.select(page.document, "link[rel~=canonical][href]");
  const named = [canonical && page.attribute(canonical, "href"), headSays(page, "og:url")]
    .map((address) => webAddress(address, page.url))
    .map((address) => (address === null ? null : keyOf(new URL(address))))
    .filter((found) => found !== null);
  return key !== null && (named.length === 0 || named.includes(key));
}

/** Words without the quotation marks that a site puts round the whole of them; null when nothing is left. */
export function unquoted(words: string | null): string | null {
  if (words === null) return null;
  const inner = /^\s*["“”„«「](.*)["“”»」]\s*\.?\s*$/su.exec(words)?.[1];
  return (inner ?? words).trim() || null;
}

/** The page's address without what follows `?` and `#`, which tells how the reader came. */
export function bareAddress({ url }: Page): string {
  return `${url.origin}${url.pathname}`;
}

/** A part of an address without its percent signs; as it is where they are broken. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** An author as a head tells: null when it names nobody. */
export function authorOfHead(
  name: string | null,
  handle: string | null = null,
  profileUrl: string | null = null,
  platformId: string | null = null,
): Author | null {
  const isNobody = name === null && handle === null && profileUrl === null;
  return isNobody ? null : { name, handle, profileUrl, platformId };
}

/** The post at the page's own address by its JSON-LD; no fields when there is none. */
export function jsonLdOfPage(page: Page): PostFields {
  const known = { words: null, permalink: page.url.href, isMain: true };
  return describedPost(jsonLdPosts(page), known) ?? NO_FIELDS;
}

/** Each field from the first that has it; one that none has is not there. */
export function firstFields(...told: readonly Partial<PostFields>[]): Partial<PostFields> {
  const having = (part: Partial<PostFields>) => Object.entries(part).filter(([, value]) => value !== null);
  return Object.fromEntries([...told].reverse().flatMap(having));
}
