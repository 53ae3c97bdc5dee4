import { NO_FIELDS } from "../../captured-page";
import type { Page } from "../../page";
import type { SiteAdapter } from "../site-adapter";

const BODY = "[id^='UniqueMessageBody']";

/**
 * One mail in Outlook on the web, Microsoft's and an organisation's. Its classes change with every build and its
 * labels with the language, so that it is known by ids and test ids alone, which other programs read in 2025 and 2026:
 * the body's `UniqueMessageBody…`, the subject's `…_SUBJECT`, the sender's `…_FROM`, `SentReceivedSavedTime`. A mail is
 * what holds a body and its time.
 */
export const outlook: SiteAdapter = {
  name: "outlook",
  channel: "webmail",
  hosts: [
    "outlook.live.com",
    "outlook.office.com",
    "outlook.office365.com",
    "outlook.cloud.microsoft",
    "outlook.office.de",
  ],
  isMail: true,
  selectors: {
    post: `div:has(${BODY}):has([data-testid='SentReceivedSavedTime'])`,
    main: BODY,
    words: BODY,
    notWords: "button, [role=button]",
    subject: "[role=heading][id$='_SUBJECT']",
    author: "[id$='_FROM']",
    handle: "[id$='_FROM'] [title*='@'], [id$='_FROM'][title*='@']",
    time: "[data-testid='SentReceivedSavedTime']",
    to: "[id$='_TO'] [title*='@']",
    files: "[data-testid='AttachmentCard'] [title]",
  },

  /** `outlook:item id`, from `/mail/inbox/id/AAQk…` and `?ItemID=AAMk…`. */
  keyOf({ pathname, searchParams }) {
    const id = /\/id\/([^/]{20,250})$/.exec(pathname)?.[1] ?? searchParams.get("ItemID");
    return id === null || id === "" || id.length > 250 ? null : `outlook:${decoded(id)}`;
  },

  keyIn(page, root) {
    const item = page.closest(root, "[data-itemid]") ?? page.select(root, "[data-itemid]");
    const id = item === null ? "" : (page.attribute(item, "data-itemid") ?? "");
    if (/^[\w+/=-]{20,250}$/.test(id)) return `outlook:${id}`;
    return isAlone(page) ? (outlook.keyOf?.(page.url) ?? null) : null;
  },

  refine(page, root, found) {
    // Pointed at between two mails, there is no saying which.
    if (page.selectAll(root, BODY).length > 1) return { ...NO_FIELDS, subject: found.subject };
    const isOwn = isAlone(page) && outlook.keyOf?.(page.url) !== null;
    return { ...found, permalink: isOwn ? page.url.href : null };
  },
};

/** The address is the conversation's; it is the mail's where no other stands open. */
function isAlone(page: Page): boolean {
  return page.selectAll(page.document, BODY, 2).length === 1;
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
