import type { PostFields } from "../../captured-page";
import type { Page } from "../../page";
import { postedAtOf } from "../../posted-at";
import { webAddress } from "../../web-address";
import { timeOfTiktokId } from "../id-time";
import {
  authorOfHead,
  bareAddress,
  firstFields,
  headIsOfThisPage,
  headSays,
  jsonLdOfPage,
  unquoted,
} from "../page-head";
import { jsonAt, jsonInScript, textAt } from "../page-json";
import type { SiteAdapter } from "../site-adapter";
import { answered, positionAmong, threadPlace } from "../thread-place";
import { unixTime } from "../unix-time";

const COMMENT =
  "[class*=DivCommentItemWrapper], [class*=DivCommentContentContainer]:not([class*=DivCommentItemWrapper] *), .comment-item";
const IN_FEED = "[data-e2e=recommend-list-item-container]";

/**
 * A video of TikTok by the data that its page carries, and a comment under it. `data-e2e` marks have held since 2021,
 * the second half of a class since 2022; a comment has no address of its own.
 */
export const tiktok: SiteAdapter = {
  name: "tiktok",
  channel: "social",
  hosts: ["tiktok.com"],
  keepsLines: true,
  selectors: {
    post: `${COMMENT}, ${IN_FEED}, [class*=DivBrowserModeContainer], [class*=DivVideoDetailContainer], [class*=DivPlayerContainer]:has([data-e2e=browse-video-desc])`,
    words:
      "[data-e2e^=comment-level-], p.comment-text, [data-e2e=browse-video-desc], [data-e2e=video-desc], [data-e2e=new-desc-span]",
    notWords: "button",
    author:
      "[data-e2e^=comment-username-], [class*=DivUsernameContentWrapper] a, [data-e2e=browser-nickname] > span:first-child, [data-e2e=video-author-nickname]",
    authorLink: "a[href*='/@']",
    handle: "[data-e2e=browse-username], [data-e2e=video-author-uniqueid]",
    time: "[data-e2e^=comment-time-], [class*=DivCommentSubContentWrapper] > span:first-child",
  },

  /** `tiktok:ID`. */
  keyOf({ pathname }) {
    const id =
      /^\/(?:(?:@[\w.-]*|embed(?:\/v2)?|share)\/)?(?:video|photo|v|v2)?\/?(\d{15,20})(?:\/|\.html|$)/.exec(
        pathname,
      )?.[1];
    return id === undefined ? null : `tiktok:${id}`;
  },

  /** In a feed and under a video nothing names what is shown; on a page of its own the address does. */
  keyIn: (page, root) =>
    page.matches(root, `${COMMENT}, ${IN_FEED}`) ? null : (tiktok.keyOf?.(page.url) ?? null),

  postedAtOf: (key) => timeOfTiktokId(key.slice("tiktok:".length)),

  refine(page, root, found): PostFields {
    const user = userIn(found.author?.profileUrl ?? null);
    const author = found.author && { ...found.author, handle: user && `@${user}` };
    if (!page.matches(root, COMMENT)) {
      return { ...found, author, permalink: found.permalinkKey && bareAddress(page) };
    }
    const told = tiktok.describe?.(page);
    const parent = answered(told?.author?.name ?? null, bareAddress(page), told?.narrative ?? null);
    return { ...found, author, thread: threadPlace(parent, positionAmong(page, COMMENT, root)) };
  },

  /** The page's data since 2018 in three shapes; without it the head. */
  describe(page) {
    const key = tiktok.keyOf?.(page.url) ?? null;
    const video = key === null ? null : videoOf(page, key.slice("tiktok:".length));
    const told = firstFields(video ?? {}, ofHead(page) ?? {});
    return Object.keys(told).length === 0 ? null : { ...told, permalink: bareAddress(page) };
  },
};

/** The video with this id, in whichever shape the page keeps it. */
function videoOf(page: Page, id: string): Partial<PostFields> | null {
  const today = jsonInScript(page, "script#__UNIVERSAL_DATA_FOR_REHYDRATION__");
  const scope = jsonAt(today, "__DEFAULT_SCOPE__");
  const found = [
    jsonAt(scope, "webapp.video-detail", "itemInfo", "itemStruct"),
    jsonAt(scope, "webapp.reflow.video.detail", "itemInfo", "itemStruct"),
    jsonAt(jsonInScript(page, "script#SIGI_STATE, script#sigi-persisted-data"), "ItemModule", id),
    jsonAt(jsonInScript(page, "script#__NEXT_DATA__"), "props", "pageProps", "itemInfo", "itemStruct"),
  ].find((video) => textAt(video, "id") === id);
  if (found === undefined) return null;
  const user = textAt(found, "author", "uniqueId") ?? textAt(found, "author");
  const name = textAt(found, "author", "nickname") ?? textAt(found, "nickname");
  return {
    narrative: textAt(found, "desc"),
    author: authorOfHead(
      name ?? user,
      user && `@${user}`,
      user && webAddress(`/@${user}`, page.url),
      textAt(found, "author", "id") ?? textAt(found, "authorId"),
    ),
    postedAt: unixTime(textAt(found, "createTime"), null),
  };
}

/** `og:title` names the person, the description holds the words between marks or bare. */
function ofHead(page: Page): Partial<PostFields> | null {
  if (!headIsOfThisPage(page, (address) => tiktok.keyOf?.(address) ?? null)) return null;
  const description = headSays(page, "og:description", "description", "twitter:description") ?? "";
  const title = headSays(page, "og:title", "twitter:title") ?? "";
  // `12 Likes, TikTok video from NAME (@user): “words”`.
  const [, name, user, words] =
    /^[^(]*? (?:from|von|de|от|da) (.*?) \(@([\w.]+)\): ?(.*)$/su.exec(description) ?? [];
  const handle = user ?? userIn(headSays(page, "og:url")) ?? userIn(page.url.href);
  // `TikTok · NAME` and `12 likes, 3 comments. “words”`, in any language.
  const named = name ?? /^(?:TikTok · (.*)|(.*?) \S+ TikTok)$/su.exec(title)?.slice(1).find(Boolean) ?? null;
  const counted = /^\d[^“”"«»]*\. ?([“"«].*)$/su.exec(description)?.[1];
  return firstFields(jsonLdOfPage(page), {
    narrative: unquoted(captionAlone(words) ?? counted ?? description),
    author: authorOfHead(named, handle && `@${handle}`, handle && webAddress(`/@${handle}`, page.url)),
    postedAt: postedAtOf(headSays(page, "uploadDate", "datePublished")),
  });
}

/** `"words". original sound - NAME`: the sound is not of the words. */
function captionAlone(told: string | undefined): string | null {
  return told === undefined ? null : (/^(["“].*["”])\. [^"“”]*$/su.exec(told)?.[1] ?? told);
}

function userIn(address: string | null): string | null {
  return /^https?:\/\/[^/]+\/@([\w.-]{2,30})(?:[/?#]|$)/.exec(address ?? "")?.[1] ?? null;
}
