import { NO_FIELDS, type PostFields } from "../captured-page";
import { tidyText } from "../line-writer";
import type { Page } from "../page";
import { postedAtOf } from "../posted-at";
import { webAddress } from "../web-address";

/** The page's own description. It speaks of the page as a whole, so it is right for its main post alone. */
export function openGraphPost(page: Page): PostFields {
  const published = meta(page, "article:published_time") ?? meta(page, "og:published_time");
  const author = meta(page, "article:author") ?? meta(page, "author");
  return {
    ...NO_FIELDS,
    narrative: meta(page, "og:description") ?? meta(page, "description"),
    author: author === null ? null : authorOf(author, page),
    permalink: canonical(page),
    postedAt: postedAtOf(published),
  };
}

function authorOf(value: string, page: Page): PostFields["author"] {
  const profileUrl = /^https?:\/\//i.test(value) ? webAddress(value, page.url) : null;
  if (profileUrl !== null) return { name: null, handle: null, profileUrl, platformId: null };
  // Some sites leave an empty template behind: ". ." is nobody.
  const isName = /[\p{L}\p{N}]/u.test(value) && !/^https?:/i.test(value);
  return isName ? { name: value, handle: null, profileUrl: null, platformId: null } : null;
}

/** The canonical address when it is this site's and not its front page. */
function canonical(page: Page): string | null {
  const link = page.select(page.document, "link[rel~=canonical][href]");
  const href = link === null ? meta(page, "og:url") : page.attribute(link, "href");
  const address = webAddress(href, page.url);
  if (address === null) return null;
  const { host, pathname } = new URL(address);
  return host === page.url.host && pathname !== "/" ? address : null;
}

function meta(page: Page, name: string): string | null {
  const element = page.select(page.document, `meta[property='${name}'], meta[name='${name}']`);
  const content = element === null ? null : page.attribute(element, "content");
  return content === null ? null : tidyText(content) || null;
}
