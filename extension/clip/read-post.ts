import type { FieldSource } from "@otklik/shared/complaint/clip-fields";
import { NO_FIELDS, type PostFields } from "./captured-page";
import type { Attempt } from "./clip-page";
import type { Found } from "./find-post";
import { furtherReaders } from "./further-readers";
import type { Reading } from "./merge-fields";
import type { Page } from "./page";
import { isCasual, type Pointed } from "./pointed-element";
import { POST_LIKE } from "./post-like";
import { readBySelectors } from "./sites/read-by-selectors";
import type { SiteAdapter } from "./sites/site-adapter";
import { describedPost } from "./structured-data/described-post";
import { jsonLdPosts } from "./structured-data/json-ld";
import { microdataPost } from "./structured-data/microdata";
import { timeElement } from "./structured-data/time-element";
import { webAddress } from "./web-address";

/** A post that holds more of its like is a whole page. */
const MOST_INNER = 300;

/** What each reader says of a post, for merging. */
export function readPost(page: Page, { site, root }: Found, attempt: Attempt): Reading[] {
  const own = site === null ? null : attempt(() => readBySelectors(page, site, root), null);
  const further = furtherReaders();
  const general = own === null ? attempt(() => further?.read(page, root) ?? NO_FIELDS, NO_FIELDS) : null;
  const seen = own ?? general ?? NO_FIELDS;
  const isMain = site === null && attempt(() => further?.isMain(page, root) ?? false, false);
  const known = { ...seen, words: seen.narrative, ids: idsOf(page, root), isMain };
  const read = (source: FieldSource, reader: () => PostFields | null): Reading => ({
    source,
    fields: attempt(reader, null) ?? NO_FIELDS,
  });
  const readings: Reading[] = [
    { source: own === null ? "page" : "adapter", fields: seen },
    read("json_ld", () => describedPost(jsonLdPosts(page), known)),
    read("microdata", () => microdataPost(page, root)),
    read("microformat", () => (site === null ? (further?.microformat(page, root) ?? null) : null)),
    read("time_element", () => ({
      ...NO_FIELDS,
      postedAt: timeElement(page, root, innerPosts(page, site, root)),
    })),
    { source: "address", fields: tellsItsTime(site, seen.permalinkKey) },
  ];
  // A site's page tells in its head of the post at its own address, and of no other.
  if (site?.describe && seen.permalinkKey !== null && seen.permalinkKey === site.keyOf?.(page.url)) {
    readings.push(read("open_graph", () => ({ ...NO_FIELDS, ...site.describe?.(page) })));
  }
  if (!isMain || further === null) return readings;
  return [
    ...readings,
    read("activity_stream", () => further.activityStream(page)),
    read("open_graph", () => further.openGraph(page)),
  ];
}

function innerPosts(page: Page, site: SiteAdapter | null, root: Element): Element[] {
  return site === null
    ? (furtherReaders()?.innerPosts(page, root) ?? [])
    : page.selectAll(root, site.selectors.post, MOST_INNER);
}

/** Names by which a page's description may know the post: of its element and of what stands right at it. */
function idsOf(page: Page, root: Element): string[] {
  const around = [root, page.parent(root), ...page.childElements(root).slice(0, 5)];
  return around
    .flatMap((element) =>
      element === null ? [] : [page.attribute(element, "id"), page.attribute(element, "name")],
    )
    .filter((id) => id !== null)
    .filter((id) => id !== "");
}

/** What is said of the page as a whole, where it may be the post; else nothing. */
export function readWholePage(
  page: Page,
  pointed: Pointed,
  sites: readonly SiteAdapter[],
  attempt: Attempt,
): Reading[] {
  if (!isCasual(pointed.by)) return [];
  for (const site of sites) {
    const key = site.keyOf?.(page.url) ?? null;
    const told = key === null ? null : attempt(() => site.describe?.(page) ?? null, null);
    if (told === null) continue;
    const fields: PostFields = { ...NO_FIELDS, permalink: page.url.href, permalinkKey: key, ...told };
    return [
      { source: "open_graph", fields },
      { source: "address", fields: tellsItsTime(site, key) },
    ];
  }
  const site = attempt(() => sites.find((one) => isNamedByHead(page, one)), undefined);
  if (sites.length > 0 && site === undefined) return [];
  if (attempt(() => page.select(page.document, POST_LIKE) !== null, true)) return [];
  const further = furtherReaders();
  const permalinkKey = site?.keyOf?.(page.url) ?? null;
  const known = { words: null, permalink: page.url.href, isMain: true };
  const read = (source: FieldSource, reader: () => PostFields | null | undefined): Reading => ({
    source,
    fields: { ...(attempt(reader, null) ?? NO_FIELDS), permalinkKey },
  });
  return [
    read("json_ld", () => describedPost(jsonLdPosts(page), known)),
    read("open_graph", () => further?.openGraph(page)),
    read("page", () => (site === undefined ? further?.besideHeading(page) : null)),
    { source: "address", fields: tellsItsTime(site ?? null, permalinkKey) },
  ];
}

/** Of a site whose adapter reads no heads: whether this head says that it is of the post at the page's address. */
function isNamedByHead(page: Page, { keyOf, describe }: SiteAdapter): boolean {
  const key = describe ? null : (keyOf?.(page.url) ?? null);
  const named = page.selectAll(page.document, "link[rel~=canonical], meta[property='og:url']", 5);
  return named.some((element) => {
    const told = page.attribute(element, "href") ?? page.attribute(element, "content");
    const address = webAddress(told, page.url);
    return key !== null && address !== null && keyOf?.(new URL(address)) === key;
  });
}

function tellsItsTime(site: SiteAdapter | null, key: string | null): PostFields {
  const postedAt = key === null ? null : (site?.postedAtOf?.(key) ?? null);
  return { ...NO_FIELDS, postedAt };
}
