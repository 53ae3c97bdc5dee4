import type { Page } from "../../page";
import type { SiteAdapter } from "../site-adapter";

/**
 * One mail in Mail.ru and the domains that it serves. Known by the `letter` classes, which other programs have read
 * since 2019, and by the id of the body, `style_…_BODY`, which names the mail. The mail that is answered stands in the
 * same class within: the outermost is meant.
 */
export const mailRu: SiteAdapter = {
  name: "mail-ru",
  channel: "webmail",
  hosts: ["e.mail.ru", "touch.mail.ru", "light.mail.ru"],
  isMail: true,
  selectors: {
    post: "div:has(.letter__author):has(.letter-body, .letter__body)",
    main: ".letter-body, .letter__body",
    words:
      ".letter-body__body, .letter-body:not(:has(.letter-body__body)), .letter__body:not(:has(.letter-body))",
    notWords: ".mail-quote-collapse__button, .letter-body__attaches",
    subject: "h2.thread__subject, h2.thread-subject",
    author: ".letter__author .letter-contact, .letter__author .letter__contact-item",
    time: ".letter__date",
    to: ".letter__recipients .letter-contact, .letter__recipients .letter__contact-item",
    files: ".letter__attach-list [title], .attach-list__file-name",
  },

  /** `mail-ru:id`, from `/inbox/0:id:0/`. */
  keyOf({ pathname }) {
    const id = /\/\d+:(\d{10,25}):\d+\/?$/.exec(pathname)?.[1];
    return id === undefined ? null : `mail-ru:${id}`;
  },

  keyIn(page, root) {
    const id = bodyId(page, root);
    return id === null ? null : `mail-ru:${id}`;
  },

  /** The address leads to one mail; to the others of its conversation none does. */
  refine: (page, root, found) => {
    const key = mailRu.keyIn?.(page, root) ?? null;
    return { ...found, permalink: key !== null && mailRu.keyOf?.(page.url) === key ? page.url.href : null };
  },
};

function bodyId(page: Page, root: Element): string | null {
  const body = page.select(root, "[id^='style_'][id$='_BODY']");
  const id = body === null ? "" : (page.attribute(body, "id") ?? "");
  return /^style_(\d{10,25})_BODY$/.exec(id)?.[1] ?? null;
}
