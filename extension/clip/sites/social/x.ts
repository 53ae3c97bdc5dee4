import type { PostFields } from "../../captured-page";
import { fitTitle } from "../../fit-fields";
import type { Page } from "../../page";
import { conversationPlace } from "../conversation-place";
import { timeOfXId } from "../id-time";
import { authorOfHead, bareAddress, headIsOfThisPage, headSays, unquoted } from "../page-head";
import type { SiteAdapter } from "../site-adapter";

/** A quoted post: X draws it as a link without an address, old Twitter in a box of its own. */
const QUOTED = "div[role=link] *, .QuoteTweet *";
/** `NAME auf X`, `NAME on X: "words" / X`; the word between differs by language and is not asked. */
const TITLE =
  /^(.*?)(?: \(@(\w{1,20})\))? [^\s/]+ (?:X|Twitter|Твиттере)(?:\s?: ?(.*?))?(?: \/ (?:X|Twitter))?$/su;

/** One post of X, on its own, in a thread or a feed. Markup of January 2026, and Twitter's of before 2020. */
export const x: SiteAdapter = {
  name: "x",
  channel: "social",
  hosts: ["x.com", "twitter.com"],
  keepsLines: true,
  selectors: {
    post: "article[data-testid=tweet], .tweet[data-tweet-id]",
    main: ".permalink-tweet",
    words: `[data-testid=tweetText]:not(${QUOTED}), [data-testid=twitterArticleRichTextView], .tweet-text:not(${QUOTED})`,
    notWords: ".invisible, .tco-ellipsis",
    subject: "[data-testid=twitter-article-title]",
    author: `[data-testid=User-Name]:not(${QUOTED}) a[href], .fullname:not(${QUOTED})`,
    authorLink: `[data-testid=User-Name]:not(${QUOTED}) a[href], a.account-group`,
    handle: `[data-testid=User-Name]:not(${QUOTED}) a[tabindex="-1"], .username:not(${QUOTED})`,
    permalink: "a[href*='/status/']:has(> time), a.tweet-timestamp",
    time: "a[href*='/status/'] > time",
    images: `[data-testid=tweetPhoto]:not(${QUOTED}) img, .AdaptiveMedia-photoContainer img`,
  },

  /** `x:status/ID`; the name in front may be any or change. */
  keyOf({ pathname }) {
    const id = /^\/(?:i\/web|\w{1,20})\/status(?:es)?\/(\d{1,20})(?:\/|$)/.exec(pathname)?.[1];
    return id === undefined ? null : `x:status/${id}`;
  },

  keyIn(page, root) {
    const id = page.attribute(root, "data-tweet-id") ?? "";
    return /^\d{1,20}$/.test(id) ? `x:status/${id}` : null;
  },

  postedAtOf: (key) => timeOfXId(key.slice(key.indexOf("/") + 1)),

  refine: (page, root, found): PostFields => ({ ...found, thread: conversationPlace(page, x, root) }),

  /** `og:title` names the author, `og:description` or the title itself holds the words. */
  describe(page) {
    if (!headIsOfThisPage(page, keyOf)) return null;
    const title = TITLE.exec(headSays(page, "og:title", "twitter:title") ?? bareTitle(page));
    const told = headSays(page, "og:description", "twitter:description");
    const handle = title?.[2] ?? handleIn(headSays(page, "og:url")) ?? handleIn(page.url.href);
    return {
      permalink: bareAddress(page),
      // Titles of old put the words between quotation marks; where the title names the handle they stand bare.
      narrative: (title?.[2] === undefined ? unquoted(told) : told) ?? unquoted(title?.[3] ?? null),
      author: authorOfHead(
        title?.[1]?.trim() || null,
        handle && `@${handle}`,
        handle && `https://x.com/${handle}`,
      ),
    };
  },
};

const keyOf = (address: URL) => x.keyOf?.(address) ?? null;

/** The name in a post's address; `i` stands for any. */
function handleIn(address: string | null): string | null {
  const name = /^https?:\/\/[^/]+\/(\w{1,20})\/status/.exec(address ?? "")?.[1];
  return name === undefined || name === "i" ? null : name;
}

/** The head that X writes while it runs has no description: its words stand in titles alone, behind a count of what is new. */
function bareTitle(page: Page): string {
  const link = page.select(page.document, "link[type='application/json+oembed'][title]");
  return (link === null ? null : page.attribute(link, "title")) ?? fitTitle(page).replace(/^\(\d+\+?\) /, "");
}
