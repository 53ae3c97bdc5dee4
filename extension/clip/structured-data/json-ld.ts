import type { Author } from "@otklik/shared/complaint/clip";
import { NO_FIELDS, type PostFields } from "../captured-page";
import { tidyText } from "../line-writer";
import { bareWords } from "../merge-fields";
import type { Page } from "../page";
import { postedAtOf } from "../posted-at";
import { isSamePage, webAddress } from "../web-address";
import { isPostType } from "./post-types";

const MAX_SCRIPTS = 30;
const MAX_CHARACTERS = 500_000;
const MAX_ITEMS = 1_000;
const MAX_DEPTH = 12;

type Item = Readonly<Record<string, unknown>>;

/** A post as JSON-LD describes it, with the words by which it is known again in the page. */
export interface DescribedPost {
  readonly fields: PostFields;
  /** Compared with the words of the post on the page; null when the description has none. */
  readonly words: string | null;
}

/** Every post, comment, review or article that the page's JSON-LD describes. Broken blocks are passed over. */
export function jsonLdPosts(page: Page): DescribedPost[] {
  const items: Item[] = [];
  for (const script of page.selectAll(page.document, "script[type='application/ld+json']", MAX_SCRIPTS)) {
    const text = page.children(script).filter(page.isText).map(page.data).join("");
    if (text.length <= MAX_CHARACTERS) collect(parse(text), items, 0);
  }
  return items.filter((item) => typesOf(item).some(isPostType)).map((item) => describe(item, page));
}

/**
 * The description of the post that is meant: the one whose words are the post's own or whose
 * address is the permalink. A lone description without words is taken for the main post alone.
 */
export function describedPost(
  posts: readonly DescribedPost[],
  known: { readonly words: string | null; readonly permalink: string | null; readonly isMain: boolean },
): PostFields | null {
  const bySameWords = posts.filter((post) => areSameWords(post.words, known.words));
  if (bySameWords.length === 1) return bySameWords[0]?.fields ?? null;
  const { permalink } = known;
  const byAddress = posts.filter(
    ({ fields }) =>
      permalink !== null && fields.permalink !== null && isSamePage(fields.permalink, permalink),
  );
  if (byAddress.length === 1) return byAddress[0]?.fields ?? null;
  const [only] = posts;
  const isLone = posts.length === 1 && only !== undefined && (only.words === null || known.words === null);
  return isLone && known.isMain ? only.fields : null;
}

function areSameWords(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false;
  const [short = "", long = ""] = [bareWords(a), bareWords(b)].sort((x, y) => x.length - y.length);
  if (short === "") return false;
  return short.length < 20 ? short === long : long.includes(short.slice(0, 200));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(
      text.replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/)|(?:-->|\/\*\s*\]\]>\s*\*\/)\s*$/g, ""),
    );
  } catch {
    return null;
  }
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
  const full = text(item.reviewBody) ?? text(item.articleBody) ?? text(item.text);
  const words = full ?? text(item.description);
  const postedAt = postedAtOf(text(item.datePublished) ?? text(item.dateCreated));
  const permalink = webAddress(text(item.url) ?? text(item["@id"]), page.url);
  return {
    words,
    fields: {
      ...NO_FIELDS,
      narrative: full,
      author: authorOf(item.author ?? item.creator, page),
      // An address without a path of its own is the site's, not the post's.
      permalink: permalink !== null && new URL(permalink).pathname === "/" ? null : permalink,
      postedAt,
    },
  };
}

function authorOf(value: unknown, page: Page): Author | null {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  const name = isItem(first) ? text(first.name) : text(first);
  if (name === null) return null;
  const profileUrl = isItem(first) ? webAddress(text(first.url) ?? text(first["@id"]), page.url) : null;
  const handle = isItem(first) ? text(first.alternateName) : null;
  return { name, handle: handle?.startsWith("@") ? handle : null, profileUrl, platformId: null };
}

/** Entities are written twice in many blocks; they are left as they are, since to decode is to guess. */
function text(value: unknown): string | null {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof first !== "string") return null;
  return tidyText(first) || null;
}
