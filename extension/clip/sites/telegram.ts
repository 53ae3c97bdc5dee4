import type { Author } from "@otklik/shared/complaint/clip";
import type { PostFields } from "../captured-page";
import type { Page } from "../page";
import { postedAtOf } from "../posted-at";
import { lineOf, textOf } from "../read-text";
import type { SiteAdapter } from "./site-adapter";

const MESSAGE = ".tgme_widget_message[data-post]";

/** A message of a public Telegram channel or group at `t.me/s/NAME` and `t.me/NAME/ID`. */
export const telegram: SiteAdapter = {
  name: "telegram",
  channel: "social",
  hosts: ["t.me", "telegram.me"],

  recognises: (page) => documents(page).some((document) => page.select(document, MESSAGE) !== null),

  locate(page, pointed) {
    if (pointed !== null) return page.closest(pointed, MESSAGE);
    const messages = documents(page).flatMap((document) => page.selectAll(document, MESSAGE));
    const named = messages.filter((message) => postName(page, message) === namedInAddress(page.url));
    if (named.length === 1) return named[0] ?? null;
    return messages.length === 1 ? (messages[0] ?? null) : null;
  },

  read(page, root): PostFields {
    const name = postName(page, root);
    const date = page.select(root, "a.tgme_widget_message_date time, time.time, time");
    return {
      narrative: narrativeOf(page, root),
      author: authorOf(page, root, name),
      permalink: name === null ? null : `https://t.me/${name}`,
      permalinkKey: name === null ? null : `tg:${name}`,
      postedAt: date === null ? null : postedAtOf(page.attribute(date, "datetime"), lineOf(page, date)),
    };
  },
};

/** `t.me/NAME/ID` shows its message in a frame of the same site. */
function documents(page: Page): Document[] {
  const frames = page.selectAll(page.document, "iframe[id^='telegram-post']", 10);
  return [
    page.document,
    ...frames.map((frame) => page.frameDocument(frame)).filter((inner) => inner !== null),
  ];
}

/** `channel/123`, from the attribute; null when it is anything else. */
function postName(page: Page, message: Element): string | null {
  const name = page.attribute(message, "data-post") ?? "";
  return /^\w{3,64}\/\d{1,12}$/.test(name) ? name : null;
}

/** `/channel/123` and `/s/channel/123`. */
function namedInAddress(url: URL): string | null {
  return /^\/(?:s\/)?(\w{3,64}\/\d{1,12})\/?$/.exec(url.pathname)?.[1] ?? null;
}

/** The message a reply quotes stands in a block of its own, before the message's own words. */
function narrativeOf(page: Page, root: Element): string | null {
  const own = page
    .selectAll(root, ".tgme_widget_message_text")
    .filter((text) => page.closest(text, ".tgme_widget_message_reply") === null)
    // A media message wraps its text in an element of the same class.
    .filter((text, _index, all) => !all.some((outer) => outer !== text && page.contains(outer, text)));
  return (
    own
      .map((text) => textOf(page, text))
      .filter((text) => text !== null)
      .join("\n\n") || null
  );
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
