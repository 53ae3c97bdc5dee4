import type { SiteAdapter } from "../site-adapter";

const BODY = ".react-message-wrapper__body, .mail-Message-Body-Content, [class*='MessageBody_body']";
const HEAD = ".qa-MessageViewer-Header-wrapper, .qa-MessageViewer-SenderEmail, .mail-Message-Sender-Email";

/**
 * One mail in Yandex Mail. The classes that begin with `qa-` are kept for tests and change with neither build nor
 * language; those that begin with `mail-Message` are of the older page. Both as other programs read them, up to 2025.
 * A mail is what holds a sender and a body.
 */
export const yandexMail: SiteAdapter = {
  name: "yandex-mail",
  channel: "webmail",
  hosts: [
    "mail.yandex.ru",
    "mail.yandex.com",
    "mail.yandex.kz",
    "mail.yandex.by",
    "mail.yandex.uz",
    "mail.360.yandex.ru",
  ],
  isMail: true,
  selectors: {
    post: `:is(div, article, section):has(${HEAD}):has(${BODY})`,
    main: BODY,
    words: BODY,
    notWords: "button, [class*='QuoteToggle']",
    subject: ".qa-MessageViewer-Title, .mail-Message-Toolbar-Subject",
    author: ".qa-MessageViewer-SenderName, .ns-view-message-head-sender-name",
    handle: ".qa-MessageViewer-SenderEmail, .mail-Message-Sender-Email",
    time: ".qa-MessageViewer-Header-dateLink, .ns-view-message-head-date",
    permalink:
      "a.qa-MessageViewer-Header-dateLink[href*='#message/'], a.ns-view-message-head-date[href*='#message/']",
    to: ".qa-MessageViewer-Recipients-to .qa-MessageViewer-Recipient",
    files: "[class*='qa-MessageViewer-Attachment'] [class*='Name'][title]",
  },

  /** `yandex-mail:id`, from `#message/id`; a conversation's `#thread/…` names no mail. */
  keyOf({ hash }) {
    const id = /^#message\/(\d{5,25})$/.exec(hash)?.[1];
    return id === undefined ? null : `yandex-mail:${id}`;
  },
};
