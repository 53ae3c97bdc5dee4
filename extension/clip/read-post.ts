import type { FieldSource } from "@otklik/shared/complaint/clip-fields";
import { NO_FIELDS, type PostFields } from "./captured-page";
import type { Attempt } from "./clip-page";
import type { Found } from "./find-post";
import { readAnyPage } from "./general/any-page";
import { mainPost, POST_LIKE } from "./general/post-root";
import type { Reading } from "./merge-fields";
import type { Page } from "./page";
import { isCasual, type Pointed } from "./pointed-element";
import { readBySelectors } from "./sites/read-by-selectors";
import type { SiteAdapter } from "./sites/site-adapter";
import { describedPost } from "./structured-data/described-post";
import { jsonLdPosts } from "./structured-data/json-ld";
import { microdataPost } from "./structured-data/microdata";
import { microformatPost } from "./structured-data/microformat";
import { activityStreamPost, openGraphPost } from "./structured-data/open-graph";
import { timeElement } from "./structured-data/time-element";

/** What each reader says of a post, for merging. */
export function readPost(page: Page, { site, root }: Found, attempt: Attempt): Reading[] {
  const own = site === null ? null : attempt(() => readBySelectors(page, site, root), null);
  const general = own === null ? attempt(() => readAnyPage(page, root), NO_FIELDS) : null;
  const seen = own ?? general ?? NO_FIELDS;
  const isMain = site === null && attempt(() => mainPost(page) === root, false);
  const known = { ...seen, words: seen.narrative, ids: idsOf(page, root), isMain };
  const read = (source: FieldSource, reader: () => PostFields | null): Reading => ({
    source,
    fields: attempt(reader, null) ?? NO_FIELDS,
  });
  const readings: Reading[] = [
    { source: own === null ? "page" : "adapter", fields: seen },
    read("json_ld", () => describedPost(jsonLdPosts(page), known)),
    read("microdata", () => microdataPost(page, root)),
    read("microformat", () => microformatPost(page, root)),
    read("time_element", () => ({ ...NO_FIELDS, postedAt: timeElement(page, root) })),
    { source: "address", fields: tellsItsTime(site, seen.permalinkKey) },
  ];
  // A site's page tells in its head of the post at its own address, and of no other.
  if (site?.describe && seen.permalinkKey !== null && seen.permalinkKey === site.keyOf?.(page.url)) {
    readings.push(read("open_graph", () => ({ ...NO_FIELDS, ...site.describe?.(page) })));
  }
  if (!isMain) return readings;
  return [
    ...readings,
    read("activity_stream", () => activityStreamPost(page)),
    read("open_graph", () => openGraphPost(page)),
  ];
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
  if (sites.length > 0 || attempt(() => page.select(page.document, POST_LIKE) !== null, true)) return [];
  const known = { words: null, permalink: page.url.href, isMain: true };
  const described = attempt(() => describedPost(jsonLdPosts(page), known), null);
  return [
    { source: "json_ld", fields: described ?? NO_FIELDS },
    { source: "open_graph", fields: attempt(() => openGraphPost(page), NO_FIELDS) },
  ];
}

function tellsItsTime(site: SiteAdapter | null, key: string | null): PostFields {
  const postedAt = key === null ? null : (site?.postedAtOf?.(key) ?? null);
  return { ...NO_FIELDS, postedAt };
}
