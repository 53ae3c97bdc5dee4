import type { Author } from "@otklik/shared/complaint/clip";
import type { Page } from "../../page";
import { lineOf } from "../../read-text";
import type { SiteAdapter } from "../site-adapter";

/** A message of a public Telegram channel or group at `t.me/s/NAME` and `t.me/NAME/ID`. */
export const telegram: SiteAdapter = {
  name: "telegram",
  channel: "social",
  hosts: ["t.me", "telegram.me"],
  selectors: {
    post: ".tgme_widget_message[data-post]",
    // The message that a reply quotes stands in a block of its own; a media message wraps its text in the same class.
    words: ".tgme_widget_message_text:not(.tgme_widget_message_reply *, :has(.tgme_widget_message_text))",
    author: ".tgme_widget_message_owner_name",
    time: "a.tgme_widget_message_date time, time.time, time",
  },

  /** `t.me/NAME/ID` shows its message in a frame of the same site. */
  frames: (page) =>
    page
      .selectAll(page.document, "iframe[id^='telegram-post']", 10)
      .map((frame) => page.frameDocument(frame))
      .filter((inner) => inner !== null),

  /** `tg:channel/123`, from `/channel/123` and `/s/channel/123`. */
  keyOf({ pathname }) {
    const name = /^\/(?:s\/)?(\w{3,64}\/\d{1,12})\/?$/.exec(pathname)?.[1];
    return name === undefined ? null : `tg:${name}`;
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
    };
  },
};

/** `channel/123`, from the attribute; null when it is anything else. */
function postName(page: Page, message: Element): string | null {
  const name = page.attribute(message, "data-post") ?? "";
  return /^\w{3,64}\/\d{1,12}$/.test(name) ? name : null;
}

/** In a channel the channel speaks; a signed message and a group's message name the person too. */
function authorOf(page: Page, root: Element, name: string | null): Author | null {
  const owner = lineOf(page, page.select(root, ".tgme_widget_message_owner_name"));
  const signed = lineOf(page, page.select(root, ".tgme_widget_message_from_author"));
  const account = name?.split("/")[0];
  if (owner === null && signed === null && account === undefined) return null;
  return {
    name: signed ?? owner,
    handle: account === undefined ? null : `@${account}`,
    profileUrl: account === undefined ? null : `https://t.me/${account}`,
    platformId: null,
  };
}
