import type { Author } from "@otklik/shared/complaint/clip";
import type { PostFields } from "../../captured-page";
import type { Page } from "../../page";
import { postedAtOf } from "../../posted-at";
import { webAddress } from "../../web-address";
import { bareAddress, firstFields, headIsOfThisPage, headSays, jsonLdOfPage } from "../page-head";
import { jsonAssignedTo, jsonAt, textAt } from "../page-json";
import type { SiteAdapter } from "../site-adapter";
import { answered, answeredPost, positionAmong, threadPlace } from "../thread-place";
import { unixTime } from "../unix-time";

/**
 * A post or comment of Reddit: its own elements (`shreddit-…`, since 2023) and the markup of 2019. Checked in November
 * 2026 against what public tools read of it and the head that it is served with.
 */
export const reddit: SiteAdapter = {
  name: "reddit",
  channel: "social",
  hosts: ["reddit.com"],
  selectors: {
    post: "shreddit-post, shreddit-comment, .Post[id^=t3_], [data-testid=post-container][id^=t3_], .Comment[class*=t1_]",
    words:
      "[slot=text-body], [slot=comment], [data-click-id=text] .RichTextJSON-root, [data-test-id=post-content] .RichTextJSON-root, [data-testid=comment]",
    notWords: "button",
    subject: "[slot=title], h1",
    author: "a[href*='/user/']",
    permalink: "a[slot=full-post-link], a[data-click-id=timestamp], a[id^=CommentTopMeta--Created]",
    time: "time, a[data-click-id=timestamp]",
    images: "#post-image, [slot=post-media-container] gallery-carousel img, [data-click-id=media] img",
  },

  keyOf: redditKey,

  keyIn(page, root) {
    const name =
      page.attribute(root, "thingid") ??
      page.attribute(root, "id") ??
      /\bt1_\w+/.exec(page.attribute(root, "class") ?? "")?.[0] ??
      "";
    return /^t[13]_\w{1,13}$/.test(name) ? `reddit:${name}` : null;
  },

  refine: (page, root, found) =>
    page.tag(root).startsWith("shreddit-") ? fromAttributes(page, root, found) : fromData(page, found),

  /** JSON-LD holds all of it; the description often stands for the community alone and is asked last. */
  describe(page) {
    if (!headIsOfThisPage(page, redditKey)) return null;
    const description = headSays(page, "og:description", "description");
    const name = /\bby u\/([\w-]{2,20})/.exec(description ?? "")?.[1] ?? null;
    const words = /^[\d.,km]+ votes?, [\d.,km]+ comments?\. (.+)$/isu.exec(description ?? "")?.[1] ?? null;
    // Since 2025 the description under its plain name is the post's beginning, the other speaks of the community.
    const plain = headSays(page, "description");
    const title = headSays(page, "og:title", "twitter:title");
    return firstFields(jsonLdOfPage(page), {
      permalink: bareAddress(page),
      narrative: words ?? (name === null && plain !== description ? plain : null),
      subject:
        /^(?:(?:r\/\w+|From the \w+ community) on Reddit: )?(.*?)(?: : r\/\w+| - Reddit)?$/su.exec(
          title ?? "",
        )?.[1] ?? null,
      author: redditAuthor(name, null, page.url),
    });
  },
};

/** `reddit:t3_ID` of a post, `reddit:t1_ID` of a comment, from any of the site's addresses. */
export function redditKey({ pathname }: URL): string | null {
  const [, post, comment] =
    /^(?:\/(?:r|u|user)\/[\w.-]+)?\/(?:comments|gallery)\/(\w{1,13})(?:\/[^/]*(?:\/(\w{1,13}))?)?\/?$/.exec(
      pathname,
    ) ?? [];
  return comment !== undefined ? `reddit:t1_${comment}` : post === undefined ? null : `reddit:t3_${post}`;
}

/** Reddit shows its users by one name. That of one who left is `[deleted]`: nobody. */
export function redditAuthor(name: string | null, platformId: string | null, base: URL): Author | null {
  if (name === null || !/^[\w-]{2,30}$/.test(name)) return null;
  return {
    name,
    handle: `u/${name}`,
    profileUrl: webAddress(`/user/${name}/`, base),
    platformId: platformId !== null && /^t2_\w+$/.test(platformId) ? platformId : null,
  };
}

function fromAttributes(page: Page, root: Element, found: PostFields): PostFields {
  const says = (name: string) => page.attribute(root, name);
  const shown = found.postedAt?.raw ?? null;
  const posted = postedAtOf(says("created-timestamp") ?? says("created"), shown);
  return {
    ...found,
    subject: says("post-title")?.trim() || found.subject,
    author: redditAuthor(says("author"), says("author-id"), page.url) ?? found.author,
    permalink: webAddress(says("permalink"), page.url) ?? found.permalink,
    postedAt: posted?.at ? posted : found.postedAt,
    thread: page.tag(root) === "shreddit-comment" ? threadOf(page, root) : null,
  };
}

/** Comments name the one that they answer; those of the first row name the post. */
function threadOf(page: Page, root: Element): PostFields["thread"] {
  const name = page.attribute(root, "parentid") ?? page.attribute(root, "postid") ?? "";
  const post = /^t[13]_\w+$/.test(name)
    ? page.select(page.document, `shreddit-comment[thingid='${name}'], shreddit-post[id='${name}']`)
    : null;
  const permalink = post && webAddress(page.attribute(post, "permalink"), page.url);
  const told = answeredPost(page, reddit, post, permalink);
  const parent = post && answered(page.attribute(post, "author"), permalink, told?.narrative ?? null);
  return threadPlace(parent, positionAmong(page, "shreddit-comment", root));
}

/** The markup of 2019 shows "3 hours ago" alone; the instant stands in the page's data. */
function fromData(page: Page, found: PostFields): PostFields {
  const id = found.permalinkKey?.slice("reddit:".length) ?? "";
  const data = jsonAssignedTo(page, "window\\.___r");
  const model = jsonAt(data, "posts", "models", id) ?? jsonAt(data, "features", "comments", "models", id);
  const name = textAt(model, "author") ?? found.author?.name?.replace(/^u\//, "") ?? null;
  return {
    ...found,
    author: redditAuthor(name, textAt(model, "authorId"), page.url) ?? found.author,
    permalink: found.permalink ?? webAddress(textAt(model, "permalink"), page.url),
    postedAt: unixTime(textAt(model, "created"), found.postedAt?.raw ?? null) ?? found.postedAt,
  };
}
