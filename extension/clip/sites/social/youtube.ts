import type { PostFields } from "../../captured-page";
import type { Page } from "../../page";
import { postedAtOf } from "../../posted-at";
import { webAddress } from "../../web-address";
import { keyOfPost } from "../locate-post";
import { authorOfHead, decoded, firstFields, headSays } from "../page-head";
import { jsonAssignedTo, jsonAt, jsonInScript, textAt } from "../page-json";
import type { SiteAdapter } from "../site-adapter";
import { answeredPost, positionAmong, threadPlace } from "../thread-place";

const COMMENT = "ytd-comment-view-model, ytd-comment-renderer";

/**
 * A comment of YouTube, whose page tells only how long ago it was, and a video with its description. Elements of
 * 2023 to 2026; the head's microdata and the player's data as of 2024.
 */
export const youtube: SiteAdapter = {
  name: "youtube",
  channel: "social",
  hosts: ["youtube.com", "youtu.be", "youtube-nocookie.com"],
  keepsLines: true,
  selectors: {
    post: `${COMMENT}, ytd-watch-metadata`,
    main: "ytd-watch-metadata",
    words:
      "#content-text, ytd-text-inline-expander #expanded, #description-inline-expander #expanded, #attributed-snippet-text",
    notWords: "tp-yt-paper-button, button",
    subject: "h1",
    author: "#author-text, ytd-channel-name a",
    authorLink: "a#author-text, #author-text a, ytd-channel-name a",
    permalink: "a[href*='lc=']",
    time: "a[href*='lc='], #published-time-text, #info-strings yt-formatted-string, #date-text",
  },

  /** `yt:VIDEO` of a video, `yt:VIDEO/COMMENT` of a comment. */
  keyOf(address) {
    const video =
      address.searchParams.get("v") ??
      /^\/(?:shorts|live|embed|v)\/([\w-]{11})(?:\/|$)/.exec(address.pathname)?.[1] ??
      (address.hostname === "youtu.be" ? address.pathname.slice(1) : "");
    const comment = address.searchParams.get("lc");
    if (!/^[\w-]{11}$/.test(video)) return null;
    return comment !== null && /^[\w.-]{10,100}$/.test(comment) ? `yt:${video}/${comment}` : `yt:${video}`;
  },

  keyIn: (page, root) => (page.matches(root, COMMENT) ? null : videoKey(page)),

  refine(page, root, found): PostFields {
    const { author } = found;
    const isHandle = author?.name?.startsWith("@") ?? false;
    const named = author && {
      ...author,
      name: isHandle ? null : author.name,
      handle: isHandle ? author.name : handleIn(author.profileUrl),
    };
    if (!page.matches(root, COMMENT)) {
      return {
        ...found,
        author: named,
        permalink: watchAddress(found.permalinkKey?.slice("yt:".length)),
        postedAt: null,
      };
    }
    return {
      ...found,
      author: named,
      permalink: addressOf(found.permalinkKey) ?? found.permalink,
      // `2 days ago (edited)`: what stands in brackets is no date.
      postedAt: postedAtOf(null, found.postedAt?.raw?.replace(/\s*\([^)]*\)$/u, "") ?? null, page.moment),
      thread: threadOf(page, root),
    };
  },

  /** The player's data hold the whole description, the head its beginning; both may be of the video before. */
  describe(page) {
    const id = youtube.keyOf?.(page.url)?.slice("yt:".length).split("/")[0];
    if (id === undefined) return null;
    const data = jsonAssignedTo(page, "ytInitialPlayerResponse");
    const details = jsonAt(data, "videoDetails");
    const format = jsonAt(data, "microformat", "playerMicroformatRenderer");
    const channel = textAt(details, "channelId");
    const profile =
      textAt(format, "ownerProfileUrl") ?? (channel && `https://www.youtube.com/channel/${channel}`);
    const played: Partial<PostFields> = {
      narrative: textAt(details, "shortDescription"),
      subject: textAt(details, "title"),
      author: authorOfHead(textAt(details, "author"), null, webAddress(profile, page.url), channel),
      postedAt: postedAtOf(textAt(format, "publishDate") ?? textAt(format, "uploadDate")),
    };
    const isPlayed = textAt(details, "videoId") === id;
    const told = firstFields(isPlayed ? played : {}, ofHead(page, id));
    return Object.keys(told).length === 0
      ? null
      : {
          ...told,
          permalink: watchAddress(id),
          permalinkKey: `yt:${id}`,
          author: withHandle(told.author ?? null),
        };
  },
};

function ofHead(page: Page, id: string): Partial<PostFields> {
  const named = headSays(page, "identifier", "videoId") ?? idIn(headSays(page, "og:url"));
  if (named !== null && named !== id) return {};
  const author = page.select(page.document, "[itemprop=author]");
  const name = author && page.select(author, "[itemprop=name]");
  const link = author && page.select(author, "[itemprop=url]");
  // The channel is also the first step of the path that leads to the video.
  const path = jsonInScript(page, "script[type='application/ld+json']");
  return {
    narrative: headSays(page, "og:description", "description"),
    subject: headSays(page, "og:title", "title"),
    author: authorOfHead(
      (name && page.attribute(name, "content")) ?? textAt(path, "itemListElement", 0, "item", "name"),
      null,
      webAddress(link && page.attribute(link, "href"), page.url),
    ),
    postedAt: postedAtOf(headSays(page, "datePublished", "uploadDate")),
  };
}

function withHandle(author: PostFields["author"]): PostFields["author"] {
  return author && { ...author, handle: author.handle ?? handleIn(author.profileUrl) };
}

function handleIn(address: string | null): string | null {
  const name = /\/@([^/?#]{3,90})$/.exec(address ?? "")?.[1];
  return name === undefined ? null : `@${decoded(name)}`;
}

function idIn(address: string | null): string | null {
  return /[?&]v=([\w-]{11})/.exec(address ?? "")?.[1] ?? null;
}

function watchAddress(id: string | undefined): string | null {
  return id === undefined ? null : `https://www.youtube.com/watch?v=${id}`;
}

/** The address of a comment by its key; null when it is none. */
function addressOf(key: string | null): string | null {
  const [, video, comment] = /^yt:([\w-]+)\/(.+)$/.exec(key ?? "") ?? [];
  return comment === undefined ? null : `${watchAddress(video)}&lc=${comment}`;
}

/** The page's own address names the video, also beside a comment's. */
function videoKey(page: Page): string | null {
  return youtube.keyOf?.(page.url)?.split("/")[0] ?? null;
}

/** An answer stands in the same thread as the comment that opened it; that one answers the video. */
function threadOf(page: Page, root: Element): PostFields["thread"] {
  const thread = page.closest(root, "ytd-comment-thread-renderer");
  const opening = thread && page.select(thread, COMMENT);
  const position = positionAmong(page, COMMENT, root);
  if (opening === null || opening === root) return threadPlace(null, position);
  const permalink = addressOf(keyOfPost(page, youtube, opening));
  return threadPlace(answeredPost(page, youtube, opening, permalink), position);
}
