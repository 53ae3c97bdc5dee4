import type { Author } from "@otklik/shared/complaint/clip";
import { type FoundAttachment, NO_FIELDS } from "../../captured-page";
import type { Page } from "../../page";
import { lineOf, textOf } from "../../read-text";
import { webAddress } from "../../web-address";
import { backgroundPicture } from "../background-picture";
import { headSays } from "../page-head";
import type { SiteAdapter } from "../site-adapter";
import { answered, threadPlace } from "../thread-place";

/** The message that an answer quotes stands in a block of its own, with the same classes. */
const QUOTED = ".tgme_widget_message_reply, .tgme_widget_message_reply *";

/**
 * A message of a public Telegram channel or group: in the channel's feed at `t.me/s/NAME`, in the frame of
 * `t.me/NAME/ID` and alone at `t.me/NAME/ID?embed=1`. Checked in November 2026 on saved
 * messages of a feed, the service's own among them, and on a message's page as it is served.
 */
export const telegram: SiteAdapter = {
  name: "telegram",
  channel: "social",
  hosts: ["t.me", "telegram.me"],
  selectors: {
    post: ".tgme_widget_message[data-post]",
    // A media message wraps its text in an element of the same class.
    words: `.tgme_widget_message_text:not(${QUOTED}, :has(.tgme_widget_message_text)), .tgme_widget_message_poll_question`,
    author: ".tgme_widget_message_owner_name",
    // A video tells its length as a time too.
    time: "a.tgme_widget_message_date time, time.time, time[datetime]",
  },

  /** `t.me/NAME/ID` shows its message in a frame of the same site. */
  frames: (page) =>
    page
      .selectAll(page.document, "iframe[id^='telegram-post']", 10)
      .map((frame) => page.frameDocument(frame))
      .filter((inner) => inner !== null),

  /** `tg:channel/123`, from `/channel/123`, `/s/channel/123` and a topic's `/group/7/123`. */
  keyOf({ pathname }) {
    const [, name, id] = /^\/(?:s\/)?([a-z]\w{2,63})\/(?:\d+\/)?(\d{1,12})\/?$/i.exec(pathname) ?? [];
    return name === undefined ? null : `tg:${name}/${id}`;
  },

  keyIn(page, root) {
    const name = postName(page, root);
    return name === null ? null : `tg:${name}`;
  },

  refine(page, root, found) {
    const name = postName(page, root);
    return {
      ...found,
      author: authorOf(page, root, name),
      permalink: name === null ? null : `https://t.me/${name}`,
      thread: threadPlace(answeredBy(page, root), null),
      attachments: mediaOf(page, root),
    };
  },

  /** The page at `t.me/NAME/ID` as it is served: the channel and the words, and no time. */
  describe(page) {
    const [, account, id] = /^\/(\w{3,64})\/(\d{1,12})\/?$/.exec(page.url.pathname) ?? [];
    const narrative = headSays(page, "og:description");
    // The head of a channel's own page is the same but for the message's number in the application's link.
    const application = headSays(page, "al:ios:url", "al:android:url") ?? "";
    if (account === undefined || narrative === null || !new RegExp(`[?&]post=${id}\\b`).test(application))
      return null;
    return {
      ...NO_FIELDS,
      narrative,
      author: { name: headSays(page, "og:title"), ...accountOf(account), platformId: null },
      permalink: `https://t.me/${account}/${id}`,
      permalinkKey: `tg:${account}/${id}`,
    };
  },
};

/** `channel/123`, from the attribute; null when it is anything else. */
function postName(page: Page, message: Element): string | null {
  const name = page.attribute(message, "data-post") ?? "";
  return /^\w{3,64}\/\d{1,12}$/.test(name) ? name : null;
}

function accountOf(account: string) {
  return { handle: `@${account}`, profileUrl: `https://t.me/${account}` };
}

/**
 * In a channel the channel speaks, and a signature names the person; in a group the person does, with an account
 * only where there is a public one. A forwarded message is the channel's that forwards it.
 */
function authorOf(page: Page, root: Element, name: string | null): Author | null {
  const own = (selector: string) =>
    page.selectAll(root, selector, 20).find((part) => !page.matches(part, QUOTED)) ?? null;
  const owner = lineOf(page, own(".tgme_widget_message_owner_name"));
  const member = own(".tgme_widget_message_author > .tgme_widget_message_author_name");
  if (owner === null && member !== null) {
    const link = webAddress(page.attribute(member, "href"), page.url);
    const account = /^https:\/\/t\.me\/(\w{3,64})$/.exec(link ?? "")?.[1];
    const reached = account === undefined ? { handle: null, profileUrl: link } : accountOf(account);
    return { name: lineOf(page, member), ...reached, platformId: null };
  }
  const signed = lineOf(page, own(".tgme_widget_message_from_author"));
  const account = name?.split("/")[0];
  if (owner === null && signed === null && account === undefined) return null;
  const reached = account === undefined ? { handle: null, profileUrl: null } : accountOf(account);
  return { name: signed ?? owner, ...reached, platformId: null };
}

/** The message that is answered, else the one that is forwarded: its words are this message's own then. */
function answeredBy(page: Page, root: Element) {
  const addressIn = (element: Element | null) =>
    element === null ? null : webAddress(page.attribute(element, "href"), page.url);
  const reply = page.select(root, ".tgme_widget_message_reply");
  if (reply !== null) {
    const author = lineOf(page, page.select(reply, ".tgme_widget_message_author_name"));
    const words = page.select(reply, ".tgme_widget_message_text, .js-message_reply_text");
    return answered(author, addressIn(reply), words === null ? null : textOf(page, words));
  }
  const source = page.select(root, ".tgme_widget_message_forwarded_from_name");
  return source === null ? null : answered(lineOf(page, source), addressIn(source), null);
}

/** Photos are backgrounds; a video that is not loaded and a file have no address of their own. */
function mediaOf(page: Page, root: Element): FoundAttachment[] | null {
  const address = (element: Element) => webAddress(page.attribute(element, "src"), page.url);
  const found = page
    .selectAll(
      root,
      ".tgme_widget_message_photo_wrap, .tgme_widget_message_video_player, .tgme_widget_message_roundvideo, .tgme_widget_message_voice, .tgme_widget_message_document, .tgme_widget_message_service_photo img",
      50,
    )
    .map((part): FoundAttachment | null => {
      const video = page.matches(part, "video") ? part : page.select(part, "video");
      if (page.matches(part, ".tgme_widget_message_voice"))
        return { kind: "audio", url: address(part), alt: null };
      if (page.matches(part, ".tgme_widget_message_document"))
        return {
          kind: "file",
          url: null,
          alt: lineOf(page, page.select(part, ".tgme_widget_message_document_title")),
        };
      if (page.tag(part) === "img") return { kind: "image", url: address(part), alt: null };
      if (page.matches(part, ".tgme_widget_message_video_player, .tgme_widget_message_roundvideo"))
        return { kind: "video", url: video === null ? null : address(video), alt: null };
      return backgroundPicture(page, part);
    })
    .filter((part) => part !== null);
  return found.length === 0 ? null : found;
}
