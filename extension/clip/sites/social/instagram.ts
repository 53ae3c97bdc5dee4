import type { PostFields } from "../../captured-page";
import type { Page } from "../../page";
import { postedAtOf } from "../../posted-at";
import { webAddress } from "../../web-address";
import { timeOfShortcode } from "../id-time";
import { ownParts, permalinkOf } from "../locate-post";
import { authorOfHead, bareAddress, headIsOfThisPage, headSays, unquoted } from "../page-head";
import type { SiteAdapter } from "../site-adapter";
import { answeredPost, positionAmong, threadPlace } from "../thread-place";

const COMMENT = "li:has(a[href*='/c/'] time):not(:has(li))";
/**
 * `N likes, N comments - USER on DAY: "words"`, to 2022 `N Likes, N Comments - NAME (@USER) on Instagram: “words”`;
 * all but the user, the day and the marks differs by language.
 */
const DESCRIPTION =
  /^(?:[^:]*? - )?(?:(?<name>[^:]*?) \(@(?<shown>[\w.]{1,30})\) [^:"“”„«]*|(?<user>[\w.]{1,30}) (?:\S{1,3} )?(?<day>[^:"“”„«]*\d{4}[^:"“”„«]*)): ?(?<words>["“”„«].*)$/su;
/** `NAME on Instagram: "words"`. */
const TITLE = /^(.*?) \S+ Instagram\s?: ?(["“”„«].*)$/su;

/**
 * A post, reel or comment of Instagram. Its classes are noise: what holds is the address of a post and of a comment,
 * `time`, the header and the heading. Checked on pages of 2021 to 2025.
 */
export const instagram: SiteAdapter = {
  name: "instagram",
  channel: "social",
  hosts: ["instagram.com"],
  keepsLines: true,
  selectors: {
    post: `article, ${COMMENT}`,
    words: "h1, li span[dir=auto]:not(h2 *, h3 *, :has(span, time)), h3 ~ div span[dir=auto]:not(:has(time))",
    notWords: "h2, h3, time, button, [role=button]",
    author: "header a[href^='/']:not(:has(img)), h2 a[href^='/'], h3 a[href^='/']",
    permalink: "a[href*='/c/']:has(time), a[href*='/p/']:has(time), a[href*='/reel/']:has(time)",
    time: "a[href*='/c/'] time, a[href*='/p/'] time, a[href*='/reel/'] time, time",
    images: "div[role=button] img[alt], div._aagv img, ul li img[style*='object-fit']",
  },

  /** `ig:CODE`, a comment's `ig:CODE/ID`. */
  keyOf({ pathname }) {
    const [, code, comment] =
      /^(?:\/[\w.]{1,30})?\/(?:p|reels?|tv)\/([\w-]{5,44})(?:\/c\/(\d{5,25}))?(?:\/|$)/.exec(pathname) ?? [];
    return code === undefined ? null : comment === undefined ? `ig:${code}` : `ig:${code}/${comment}`;
  },

  /** A comment's own number counts by no clock that is known. */
  postedAtOf: (key) => (key.includes("/") ? null : timeOfShortcode(key.slice("ig:".length))),

  refine(page, root, found): PostFields {
    const profileUrl = found.author?.profileUrl ?? null;
    const user = /^https:\/\/[^/]+\/([\w.]{1,30})\/?$/.exec(profileUrl ?? "")?.[1] ?? null;
    return {
      ...found,
      author: found.author && { ...found.author, handle: user && `@${user}`, profileUrl },
      thread: page.matches(root, COMMENT) ? threadOf(page, root) : null,
    };
  },

  describe(page) {
    if (!headIsOfThisPage(page, keyOf)) return null;
    const told = DESCRIPTION.exec(headSays(page, "og:description", "description") ?? "")?.groups ?? {};
    const title = headSays(page, "og:title", "twitter:title") ?? "";
    const inTitle = TITLE.exec(title);
    const named = /^(.*?) \(@([\w.]{1,30})\)/su.exec(headSays(page, "twitter:title") ?? title);
    const name = inTitle?.[1] ?? named?.[1] ?? told.name ?? told.user ?? null;
    const handle = named?.[2] ?? told.user ?? told.shown ?? null;
    return {
      permalink: bareAddress(page),
      narrative: unquoted(inTitle?.[2] ?? told.words ?? null),
      author: authorOfHead(
        name?.trim() || null,
        handle && `@${handle}`,
        handle && webAddress(`/${handle}/`, page.url),
      ),
      postedAt: postedAtOf(null, told.day?.trim() ?? null, page.moment),
    };
  },
};

const keyOf = (address: URL) => instagram.keyOf?.(address) ?? null;

/** Comments stand in one list; that of an answer lies within the comment's own. */
function threadOf(page: Page, root: Element): PostFields["thread"] {
  const post = page.closest(root, "article");
  const answers = post && positionAmong(page, COMMENT, root);
  const own = post && ownParts(page, instagram, post, "a[href*='/p/'] time")[0];
  const permalink = own ? permalinkOf(page, instagram, post) : null;
  return threadPlace(answeredPost(page, instagram, post, permalink), answers);
}
