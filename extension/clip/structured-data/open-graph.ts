import { NO_FIELDS, type PostFields } from "../captured-page";
import type { Page } from "../page";
import { webAddress } from "../web-address";
import { describedText } from "./described-text";

/** Names are compared without case: Dublin Core is written in many ways. */
const PUBLISHED = [
  "article:published_time",
  "og:published_time",
  "og:article:published_time",
  "datePublished",
  "parsely-pub-date",
  "dcterms.issued",
  "dc.date.issued",
  "dcterms.created",
  "dc.date",
  "citation_publication_date",
  "pubdate",
  "publish-date",
  "publish_date",
  "date",
];
const AUTHORS = [
  "article:author",
  "og:article:author",
  "author",
  "parsely-author",
  "dcterms.creator",
  "dc.creator",
  "citation_author",
  "byl",
  "twitter:creator",
];

/** The page's own description. It speaks of the page as a whole, so it is right for its main post alone. */
export function openGraphPost(page: Page): PostFields {
  return {
    ...NO_FIELDS,
    narrative: meta(page, ["og:description", "twitter:description", "description", "dc.description"]),
    author: authorOf(page),
    permalink: canonical(page),
    postedAt: firstTime(page),
  };
}

/** Where the page says that its post is told to machines in ActivityPub's words. Nothing is fetched. */
export function activityStreamPost(page: Page): PostFields {
  const link = page.select(page.document, "link[rel~=alternate][type='application/activity+json'][href]");
  const address = link === null ? null : webAddress(page.attribute(link, "href"), page.url);
  return { ...NO_FIELDS, permalink: address !== null && new URL(address).pathname !== "/" ? address : null };
}

function firstTime(page: Page): PostFields["postedAt"] {
  for (const name of PUBLISHED) {
    const posted = page.postedAt(meta(page, [name]));
    if (posted !== null && (posted.at !== null || posted.day !== undefined)) return posted;
  }
  return null;
}

/** A name, the address of a profile and a handle may each stand under another name. */
function authorOf(page: Page): PostFields["author"] {
  const told = AUTHORS.map((name) => meta(page, [name])).filter((value) => value !== null);
  // A post's whole title on Mastodon, Misskey, Akkoma and Pixelfed, which say it nowhere else: `NAME (@user@server)`.
  const title = /^(.+) \((@\S+)\)$/.exec(meta(page, ["og:title"]) ?? "");
  const name = told.map(personOf).find((found) => found !== null) ?? title?.[1] ?? null;
  const handle = told.find((value) => /^@\w{1,30}$/.test(value)) ?? title?.[2] ?? null;
  const address = told.find((value) => /^https?:\/\//i.test(value));
  const profileUrl = address === undefined ? null : webAddress(address, page.url);
  if (name === null && handle === null && profileUrl === null) return null;
  return { name, handle, profileUrl, platformId: null };
}

/** What sites leave in the place of a name when they know none. */
const NOBODY = /^(?:undefined|null|none|unknown|anonymous|author|admin|administrator|\[object object\])$/i;

/** Without the address at its end and the one sign before it. In steps: a single pattern takes long over many spaces. */
function withoutAddress(value: string): string {
  const before = value.replace(/https?:\/\/\S*$/i, "");
  return before === value ? value : before.trimEnd().replace(/[-–—|(,]$/, "");
}

/** A name without the address and the words that some sites put round it; null when it is none. */
function personOf(value: string): string | null {
  if (/^(?:https?:|@)/i.test(value) || /[{}<>%$[\]]/.test(value)) return null;
  const name = withoutAddress(value.trim())
    .replace(/^(?:written )?by\s+/i, "")
    .trim();
  // Some sites leave an empty template behind: ". ." is nobody.
  return /[\p{L}\p{N}]/u.test(name) && !NOBODY.test(name) ? name : null;
}

/** The canonical address when it is this site's and not its front page. */
function canonical(page: Page): string | null {
  const link = page.select(page.document, "link[rel~=canonical][href]");
  const href = link === null ? meta(page, ["og:url"]) : page.attribute(link, "href");
  const address = webAddress(href, page.url);
  if (address === null) return null;
  const { host, pathname } = new URL(address);
  return host === page.url.host && pathname !== "/" ? address : null;
}

/** The first of these that the head gives a value. */
function meta(page: Page, names: readonly string[]): string | null {
  for (const name of names) {
    const found = page.selectAll(page.document, `meta[property='${name}' i], meta[name='${name}' i]`, 3);
    for (const element of found) {
      const value = describedText(page.attribute(element, "content"));
      if (value !== null) return value;
    }
  }
  return null;
}
