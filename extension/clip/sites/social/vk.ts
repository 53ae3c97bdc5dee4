import type { Author } from "@otklik/shared/complaint/clip";
import type { Page } from "../../page";
import { lineOf } from "../../read-text";
import { backgroundPicture } from "../background-picture";
import { ownParts } from "../locate-post";
import type { SiteAdapter } from "../site-adapter";
import { answeredPost, positionAmong, threadPlace } from "../thread-place";
import { unixTime } from "../unix-time";

const COMMENTS =
  ".reply[data-post-id], .ReplyItem, [data-testid=wall_comments_comment_root], [data-testid=wall_comments_comment_in_thread], [data-testid=comment]";
const POSTS = "[data-testid=post], .post[data-post-id], .wall_item, [data-testid=review]";
const REPOST =
  ".copy_quote, .PostCopyQuote, .wi_copy, [class*=vkitRepost], [class*=vkitPostCopy], [data-post-nesting-lvl]:not([data-post-nesting-lvl='0'])";

/** A wall's post, video or picture, and a comment below it; in a link and, after `vk:`, in a key. */
const PLACE = /^(?:vk:)?((?:wall|video|clip|photo)-?\d+_\d+)(?:_r(\d+))?$/;

/**
 * A post on a wall of VK, a comment below it, a video or a picture, an answer to a comment, a community's review; the
 * old markup, the one of 2024 to 2026 (`data-testid`), and m.vk.com. Checked in November 2026 against what public tools of 2026 read of it, not on a page:
 * it rests on `data-testid`, `data-post-id` and the links to the post, and classes are the second choice.
 */
export const vk: SiteAdapter = {
  name: "vk",
  channel: "social",
  hosts: ["vk.com", "vk.ru", "vkvideo.ru"],
  selectors: {
    post: `${POSTS}, ${COMMENTS}`,
    words: [
      `.wall_post_text:not(:is(${REPOST}) *)`,
      `.pi_text:not(:is(${REPOST}) *)`,
      ".wall_reply_text",
      ".ReplyItem__text",
      "[data-testid=comment-text]",
      `[data-testid^=showmoretext]:not(:is(${REPOST}) *, [data-testid=showmoretext-after])`,
    ].join(", "),
    notWords:
      ".wall_post_more, .wall_reply_more, .PostTextMore, .pi_text_more, button, [data-testid=showmoretext-after]",
    folded: ":is(.wall_post_more, .wall_reply_more, .PostTextMore, .pi_text_more) + span",
    author:
      ".PostHeaderTitle__authorLink, .post_author .author, .pi_author, [data-testid=post-header-title]:not(:has(a)), [data-testid=post-header-title] a:not([data-testid=post_date_block_preview]), .reply_author .author, .ReplyItem__name, [data-testid=comment-owner], [data-testid=review-name]",
    authorLink:
      "a.PostHeaderTitle__authorLink, .post_author a.author, a.pi_author, a[data-testid=post-header-avatar], .reply_author a.author, a.ReplyItem__name, a[data-testid=comment-owner], a[data-testid=comment-avatar], a[data-testid=review-avatar-link]",
    time: ".PostHeaderSubtitle__item, .post_date .rel_date, .wi_date, [data-testid=post_date_block_preview], .reply_date .rel_date, .item_date, [data-testid=wall_comment_date], [class*=vkitComment__date], [data-testid=review-status-text]",
    permalink:
      "a[href*='reply=']:not([data-testid=comment-text] *, .wall_reply_text *, .ReplyItem__text *), a.PostHeaderSubtitle__link[href*=wall], a.post_link[href*=wall], a.wi_date[href*=wall], a[data-testid=post_date_block_preview][href*=wall]",
    images: `.PhotoPrimaryAttachment__imageElement, .MediaGrid__imageElement, a[href^='/photo'] img`,
  },

  /** `vk:wall-1_2`, of a comment `vk:wall-1_2_r5`: from `/wall-1_2?reply=5` and from `?w=wall-1_2_r5` over another page. */
  keyOf({ pathname, searchParams }) {
    const over = searchParams.get("w") ?? searchParams.get("z")?.split("/")[0];
    const [, post, comment] = PLACE.exec(over ?? pathname.slice(1)) ?? [];
    return post === undefined ? null : keyFrom(post, comment ?? searchParams.get("reply"));
  },

  /** A comment's element names its wall and itself, but not the post that it stands below. */
  keyIn(page, root) {
    const community = /^\/reviews(-\d+)$/.exec(page.url.pathname)?.[1];
    const number = idOf(page, root)?.split("_").at(-1);
    if (page.matches(root, "[data-testid=review]"))
      return community === undefined || number === undefined ? null : `vk:review${community}_${number}`;
    if (page.matches(root, "[data-testid=comment]")) {
      const post = PLACE.exec(vk.keyOf?.(page.url) ?? "")?.[1];
      return post === undefined || number === undefined ? null : keyFrom(post, number);
    }
    const id = /^-?\d+_\d+$/.exec(page.attribute(root, "data-post-id") ?? "")?.[0];
    return id === undefined || page.matches(root, COMMENTS) ? null : `vk:wall${id}`;
  },

  refine(page, root, found) {
    const [, post, comment] = PLACE.exec(found.permalinkKey ?? "") ?? [];
    const timed = ownParts(page, vk, root, ".rel_date[time]")[0];
    const pictures = [
      ...(found.attachments ?? []),
      ...ownParts(page, vk, root, ".page_post_sized_thumbs a, .thumb_map_img")
        .map((part) => backgroundPicture(page, part))
        .filter((picture) => picture !== null),
    ];
    return {
      ...found,
      author: found.author && withIds(page, root, found.author),
      permalink: post === undefined ? found.permalink : addressOf(post, comment),
      postedAt: (timed && unixTime(page.attribute(timed, "time"), lineOf(page, timed))) ?? found.postedAt,
      attachments: pictures.length === 0 ? null : pictures,
      thread: page.matches(root, COMMENTS)
        ? threadPlace(parentOf(page, root, post, found.permalink), positionAmong(page, COMMENTS, root))
        : null,
    };
  },
};

function keyFrom(post: string, comment: string | null): string {
  return comment !== null && /^\d+$/.test(comment) ? `vk:${post}_r${comment}` : `vk:${post}`;
}

function addressOf(post: string, comment?: string): string {
  return `https://vk.com/${post}${comment === undefined ? "" : `?reply=${comment}`}`;
}

/** `id1` and `club1` are numbers of a person and of a community, the latter below zero; anything else is a chosen name. */
function withIds(page: Page, root: Element, author: Author): Author {
  const name = author.profileUrl === null ? "" : new URL(author.profileUrl).pathname.slice(1);
  const [, kind, number] = /^(id|club|public|event)(\d+)$/.exec(name) ?? [];
  const told = ownParts(page, vk, root, "[data-from-id], [data-item-owner-id]")[0];
  const id =
    (told && (page.attribute(told, "data-from-id") ?? page.attribute(told, "data-item-owner-id"))) ??
    (number === undefined ? null : `${kind === "id" ? "" : "-"}${number}`);
  return {
    ...author,
    handle: number === undefined && /^[\w.]{2,}$/.test(name) ? `@${name}` : null,
    platformId: id !== null && /^-?\d+$/.test(id) ? id : null,
  };
}

/** An answer names the comment whose thread it is in; a comment answers the post. */
function parentOf(page: Page, root: Element, post: string | undefined, permalink: string | null) {
  const thread = permalink === null ? null : new URL(permalink).searchParams.get("thread");
  const comment =
    thread === null || !/^\d+$/.test(thread)
      ? null
      : (page
          .selectAll(page.document, COMMENTS)
          .find((other) => other !== root && idOf(page, other)?.endsWith(`_${thread}`)) ?? null);
  const outer = page.parent(root);
  const around = comment ?? (outer === null ? null : page.closest(outer, vk.selectors.post));
  if (around === null || post === undefined) return answeredPost(page, vk, around);
  const id = page.matches(around, COMMENTS) ? idOf(page, around)?.split("_")[1] : undefined;
  return answeredPost(page, vk, around, addressOf(post, id));
}

/** `-1_5`, the wall and the comment, or the number of a review alone; null when the element does not name itself. */
function idOf(page: Page, comment: Element): string | null {
  const id = page.attribute(comment, "data-post-id") ?? page.attribute(comment, "id") ?? "";
  return /(?:-?\d+_)?\d+$/.exec(id)?.[0] ?? null;
}
