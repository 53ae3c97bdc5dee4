import type { Author } from "@otklik/shared/complaint/clip";
import type { FoundAttachment } from "../../captured-page";
import type { Page } from "../../page";
import { postedAtOf } from "../../posted-at";
import { lineOf } from "../../read-text";
import { webAddress } from "../../web-address";
import type { SiteAdapter } from "../site-adapter";
import { answered, threadPlace } from "../thread-place";
import { unixTime } from "../unix-time";

const K = ".bubble[data-mid][data-peer-id]";
const A = ".Message[data-message-id]";

/**
 * A message in the web applications of Telegram, K (`.bubble`) and A (`.Message`). Checked in November 2026 against
 * their public sources. Its address is public only in a channel or group that has a name; a private talk counts
 * its messages for each of its sides, so that it gives no key.
 */
export const telegramWeb: SiteAdapter = {
  name: "telegram-web",
  channel: "social",
  hosts: ["web.telegram.org"],
  selectors: {
    post: `${K}, ${A}`,
    words: ".bubble-content .message, .service-msg, .text-content",
    notWords:
      ".time, .reactions, reactions-element, .reply, .name, .document-container, .document-wrapper, audio-element, poll-element, .contact, .web, .webpage, .reply-markup, .replies, .MessageMeta, .Reactions, .EmbeddedMessage, .WebPage, button",
  },

  keyIn(page, root) {
    const { chat, id } = placeOf(page, root);
    if (chat === null || id === null) return null;
    const name = chatName(page);
    return name === null ? `tg:c/${chat}/${id}` : `tg:${name}/${id}`;
  },

  refine(page, root, found) {
    const { chat, id } = placeOf(page, root);
    const name = chat === null ? null : chatName(page);
    const shown = shownTime(page, root);
    return {
      ...found,
      author: authorOf(page, root),
      permalink: name === null || id === null ? null : `https://t.me/${name}/${id}`,
      postedAt:
        unixTime(page.attribute(root, "data-timestamp"), shown) ?? postedAtOf(null, shown, page.moment),
      thread: threadPlace(answeredBy(page, root), null),
      attachments: mediaOf(page, root),
    };
  },
};

/** Public name of the open chat; the address has it after `#@`, or else its number. */
function chatName(page: Page): string | null {
  return /^#@(\w{4,32})(?:[/?_].*)?$/.exec(page.url.hash)?.[1] ?? null;
}

/** Number of the chat as the application has it: below zero of a group or channel, `-100…` in A. */
function peerOf(page: Page, root: Element): string {
  return page.attribute(root, "data-peer-id") ?? /^#(-?\d{1,16})(?:_|$)/.exec(page.url.hash)?.[1] ?? "";
}

/**
 * Number of the channel or group and of the message in it, the same in K and A; no chat for a talk of two. K's
 * message numbers are the server's times 65,536, above 2^32.
 */
function placeOf(page: Page, root: Element): { chat: string | null; id: string | null } {
  const chat = /^-(?:100(?=\d{10,13}$))?(\d{1,16})$/.exec(peerOf(page, root))?.[1] ?? null;
  const told = page.attribute(root, "data-mid") ?? page.attribute(root, "data-message-id") ?? "";
  const number = /^\d{1,15}$/.test(told) ? Number(told) : 0;
  const id = number >= 2 ** 32 ? (number - 2 ** 32) / 65_536 : number;
  return { chat, id: Number.isInteger(id) && id > 0 ? String(id) : null };
}

/** The name stands above the first of one person's messages in a row; in a channel or a talk of two the chat has it. */
function authorOf(page: Page, root: Element): Author | null {
  if (page.matches(root, ".is-out, .own")) return null;
  const isChats =
    /^\d/.test(peerOf(page, root)) || page.matches(root, ".channel-post, .MessageList.type-channel *");
  const row = page.closest(root, ".bubbles-group, .sender-group-container") ?? root;
  const title = isChats
    ? page.select(page.document, ".chat-info .peer-title, .MiddleHeader .ChatInfo .fullName")
    : page.select(row, ".name .peer-title:not(.reply *), .message-title .sender-title");
  if (title === null) return null;
  const name = isChats ? chatName(page) : null;
  const id = page.attribute(title, "data-peer-id");
  return {
    name: lineOf(page, title),
    handle: name === null ? null : `@${name}`,
    profileUrl: name === null ? null : `https://t.me/${name}`,
    platformId: id !== null && /^-?\d{1,16}$/.test(id) ? id : null,
  };
}

/** A's times have no day: it stands above the messages of that day. */
function shownTime(page: Page, root: Element): string | null {
  const time = page.select(root, ".time-inner, .message-time") ?? page.select(root, ".time");
  const full = time && page.attribute(time, "title");
  if (full) return full;
  const day = page.closest(root, ".message-date-group, .bubbles-date-group");
  const date = day && lineOf(page, page.select(day, ".sticky-date, .is-date .service-msg"));
  return [date, lineOf(page, time)].filter((part) => part).join(", ") || null;
}

function answeredBy(page: Page, root: Element) {
  const reply = page.select(root, ".reply, .EmbeddedMessage");
  if (reply === null) return null;
  const author = lineOf(page, page.select(reply, ".reply-title, .embedded-sender, .message-title"));
  const words = lineOf(page, page.select(reply, ".reply-subtitle, .embedded-text-wrapper"));
  return answered(author, null, words);
}

/** What hangs on the message; the addresses of a picture are mostly of this tab alone, and then none. */
function mediaOf(page: Page, root: Element): FoundAttachment[] | null {
  const found = page
    .selectAll(
      root,
      ".attachment img.media-photo, .attachment video, .media-inner img.full-media, .media-inner video",
      20,
    )
    .map((part) => ({
      kind: page.tag(part) === "video" ? ("video" as const) : ("image" as const),
      url: webAddress(page.attribute(part, "src"), page.url),
      alt: null,
    }));
  return found.length === 0 ? null : found;
}
