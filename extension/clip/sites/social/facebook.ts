import type { PostFields } from "../../captured-page";
import type { Page } from "../../page";
import { postedAtOf } from "../../posted-at";
import { webAddress } from "../../web-address";
import { ownParts } from "../locate-post";
import { authorOfHead, firstFields, headIsOfThisPage, headSays, jsonLdOfPage } from "../page-head";
import { wordsOf } from "../read-by-selectors";
import type { SiteAdapter } from "../site-adapter";
import { answeredPost, positionAmong, threadPlace } from "../thread-place";
import { unixTime } from "../unix-time";

const MOBILE_COMMENT = "[id^=ufi_] [id]:has(> div > h3 a)";
const COMMENT = `[role=article]:is([role=article] *, [aria-posinset] *, [role=dialog] *, [role=main] *):not([aria-posinset], :has([role=article])):has(a[href*='comment_id=']), ${MOBILE_COMMENT}`;
const MESSAGE =
  "[data-ad-rendering-role=story_message], [data-ad-comet-preview=message], [data-ad-preview=message]";
const NOT_WORDS = "[role=button], button, .see_more_link, .text_exposed_hide";
const POST_LINKS = [
  "/posts/",
  "/permalink/",
  "/permalink.php",
  "story_fbid=",
  "/videos/",
  "/reel/",
  "fbid=",
  "story.php",
];
/** What of an address names a post or comment; the rest says where it was clicked. */
const NAMING = ["story_fbid", "id", "fbid", "v", "comment_id", "reply_comment_id"];

/**
 * A post or comment of Facebook: roles and `data-ad-…` marks of www (2023 to 2026), `data-ft` of mbasic and m (to
 * 2024). Its classes are noise, and www draws a post's time letter by letter: there the page's data tells it.
 */
export const facebook: SiteAdapter = {
  name: "facebook",
  channel: "social",
  hosts: ["facebook.com"],
  keepsLines: false,
  selectors: {
    post: `[role=article], [aria-posinset], [role=dialog]:has(${MESSAGE}), [role=main]:has(${MESSAGE}):not(:has([aria-posinset])), [data-ft*=top_level_post_id]:not([data-ft*=top_level_post_id] *), #MPhotoContent, ${MOBILE_COMMENT}`,
    main: `[data-ft*=top_level_post_id], #MPhotoContent`,
    words: `${MESSAGE}, .userContent, [role=article] span[dir=auto]:has(div[dir=auto][style*=text-align]), header + div[data-ft], .actor-link ~ div, h3:has(a) + div`,
    notWords: NOT_WORDS,
    author:
      "[data-ad-rendering-role=profile_name] a, h2 a[href], h3 a[href], h4 a[href], strong a[href], .actor, a[href*='comment_id=']:has(span[dir=auto])",
    permalink: POST_LINKS.map((part) => `a[href*='${part}']`).join(", "),
    time: "abbr[data-utime], abbr, a[href*='comment_id=']:not(:has(span[dir=auto], img, svg)), a[href*='/posts/'][aria-label]",
    images: "a[href*='/photo'] img[alt], a[href*='fbid='] img[alt]",
  },

  /** `fb:ID` of a post, `fb:ID/ID` of a comment. */
  keyOf({ pathname, searchParams }) {
    const id =
      /\/(?:posts|permalink|videos|reel|photos)\/(?:[^/]+\/)*?(pfbid\w{20,100}|\d{5,25})(?:\/|$)/.exec(
        pathname,
      )?.[1] ??
      ["story_fbid", "fbid", "v"].map((name) => searchParams.get(name)).find((value) => value !== null);
    if (id === undefined || id === null || !/^\w{3,110}$/.test(id)) return null;
    const comment = searchParams.get("reply_comment_id") ?? searchParams.get("comment_id");
    return comment !== null && /^\d{3,25}$/.test(comment) ? `fb:${id}/${comment}` : `fb:${id}`;
  },

  keyIn(page, root) {
    const story = /"(?:top_level_post_id|mf_story_key)":\s*"(\w{3,110})"/.exec(
      page.attribute(root, "data-ft") ?? "",
    );
    if (story !== null) return `fb:${story[1]}`;
    if (!page.matches(root, MOBILE_COMMENT)) return null;
    const list = page.attribute(page.closest(root, "[id^=ufi_]") ?? root, "id") ?? "";
    return `fb:${list.slice("ufi_".length)}/${page.attribute(root, "id")}`;
  },

  refine(page, root, found): PostFields {
    const published = /"publish_time":\s*(\d{10})\b/.exec(page.attribute(root, "data-ft") ?? "")?.[1] ?? null;
    const words = found.postedAt?.raw ?? null;
    const own = (selector: string) => ownParts(page, facebook, root, selector)[0];
    // A post that is shared stands within, in the same markup, behind the words about it.
    const message = own(MESSAGE);
    const named = own("a[href*='/posts/'][aria-label], a[href*='/permalink'][aria-label]");
    const label = named && postedAtOf(null, page.attribute(named, "aria-label"), page.moment);
    return {
      ...found,
      narrative: message === undefined ? found.narrative : wordsOf(page, [message], { without: NOT_WORDS }),
      author: found.author && authorFrom(page, found.author),
      permalink: plainAddress(found.permalink),
      postedAt: unixTime(published, words) ?? surerOf(label ?? null, found.postedAt),
      thread: page.matches(root, COMMENT) ? threadOf(page, root) : null,
    };
  },

  /** JSON-LD to 2020; since then the description holds the words and the title begins with the name. */
  describe(page) {
    if (!headIsOfThisPage(page, (address) => facebook.keyOf?.(address) ?? null)) return null;
    const words = headSays(page, "og:description", "description", "twitter:description");
    const name = nameIn(headSays(page, "og:title", "twitter:title") ?? "");
    return firstFields(jsonLdOfPage(page), {
      permalink: plainAddress(page.url.href),
      narrative: words,
      author: authorOfHead(name.length > 0 && name.length <= 80 ? name : null),
      postedAt: onlyTimeOfData(page) ?? postedAtOf(headSays(page, "article:published_time")),
    });
  },
};

/** `NAME - words | Facebook`; of a video `9 views · 2 reactions | words | By NAME | Facebook`. */
function nameIn(title: string): string {
  const parts = title.split(" | ").filter((part) => part !== "Facebook");
  const [first = ""] = parts;
  if (parts.length > 1 && /^\d/.test(first)) return (parts.at(-1) ?? "").replace(/^By /, "").trim();
  return (/^(.+?) (?:-|–|—) ./su.exec(first)?.[1] ?? first).trim();
}

/** What a link's label tells goes before the post's own words; «2 ч.» only where those tell nothing at all. */
function surerOf(label: PostFields["postedAt"], own: PostFields["postedAt"]): PostFields["postedAt"] {
  if (label === null || label.at === null) return own;
  const isReckoned = label.precision === "relative";
  return isReckoned && own !== null && own.precision !== "unknown" ? own : label;
}

/** A profile is named by its path or by `id`; the rest says where it was seen. */
function authorFrom(page: Page, author: NonNullable<PostFields["author"]>): PostFields["author"] {
  if (author.profileUrl === null) return author;
  const address = new URL(author.profileUrl);
  const id = address.pathname === "/profile.php" ? address.searchParams.get("id") : null;
  const user = /^\/([A-Za-z\d.]{3,60})\/?$/.exec(address.pathname)?.[1] ?? null;
  const isPage = user !== null && !user.endsWith(".php");
  const numbered = id ?? (/^\d{5,25}$/.test(user ?? "") ? user : null);
  return {
    ...author,
    handle: isPage && numbered === null ? user : null,
    profileUrl:
      id !== null
        ? webAddress(`/profile.php?id=${id}`, page.url)
        : isPage
          ? webAddress(`/${user}`, page.url)
          : null,
    platformId: numbered,
  };
}

function plainAddress(link: string | null): string | null {
  if (link === null) return null;
  const address = new URL(link);
  for (const name of [...address.searchParams.keys()]) {
    if (!NAMING.includes(name)) address.searchParams.delete(name);
  }
  address.hash = "";
  return address.href;
}

/** A page of one post carries its instant in data of many shapes; it is taken where all of them tell the same. */
function onlyTimeOfData(page: Page): PostFields["postedAt"] {
  const told = new Set<string>();
  for (const script of page.selectAll(page.document, "script[type='application/json']", 200)) {
    const text = page.children(script).filter(page.isText).map(page.data).join("");
    for (const [, time] of text.matchAll(/"(?:creation_time|publish_time)":\s*(\d{10})\b/g))
      told.add(time ?? "");
  }
  const [only] = told;
  return only !== undefined && told.size === 1 ? unixTime(only, null) : null;
}

/** An answer stands after the comment that it answers, not within; only the post that both stand under is sure. */
function threadOf(page: Page, root: Element): PostFields["thread"] {
  const holder = page.parent(root);
  const outer = holder && page.closest(holder, "[aria-posinset], [role=dialog], [role=main], [role=article]");
  const post = page.matches(root, MOBILE_COMMENT)
    ? page.select(page.document, "[data-ft*=top_level_post_id]")
    : outer;
  const parent = answeredPost(page, facebook, post);
  return threadPlace(
    parent && { ...parent, permalink: plainAddress(parent.permalink) },
    positionAmong(page, COMMENT, root),
  );
}
