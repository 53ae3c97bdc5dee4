import type { Page } from "../../page";
import { lineOf } from "../../read-text";
import type { SiteAdapter } from "../site-adapter";

/**
 * One mail in Roundcube, the webmail of most Russian and other hosting companies, on any host: open on its own or in
 * the frame beside the list. Ids and classes as the sources of 1.4 to 1.7 write them, with the skin Elastic.
 */
export const roundcube: SiteAdapter = {
  name: "roundcube",
  channel: "webmail",
  hosts: null,
  isMail: true,
  selectors: {
    post: "div:has(td.header.from):has(#messagebody), body:has(#messagebody)",
    main: "#messagebody",
    words: "#messagebody",
    notWords: ".image-attachment, .part-notice, fieldset.image-attachment",
    subject: "#message-header .subject",
    author: "td.header.from .rcmContactAddress",
    time: "td.header.date",
    to: "td.header.to .rcmContactAddress",
    files: "#attachment-list .attachment-name, #attachment-list li > a:not(:has(.attachment-name))",
  },

  recognises: (page) =>
    page.select(page.document, "body.task-mail") !== null &&
    page.select(page.document, "#messagecontframe, #messagebody") !== null,

  frames: (page) =>
    page
      .selectAll(page.document, "iframe#messagecontframe", 1)
      .map((frame) => page.frameDocument(frame))
      .filter((inner) => inner !== null),

  /** `roundcube:host/folder/number`: numbers are each folder's own. */
  keyOf({ host, searchParams }) {
    const [uid, folder] = [searchParams.get("_uid"), searchParams.get("_mbox")];
    if (uid === null || folder === null || !/^\d{1,12}$/.test(uid)) return null;
    return `roundcube:${host}/${folder}/${uid}`.slice(0, 300);
  },

  refine: (page, root, found) => {
    const address = addressOfMail(page, root);
    return {
      ...found,
      subject: subjectIn(page, root),
      permalink: address?.href ?? null,
      permalinkKey: address === null ? null : (roundcube.keyOf?.(address) ?? null),
    };
  },
};

/** The heading holds a label for screen readers and a button too. */
function subjectIn(page: Page, root: Element): string | null {
  return lineOf(page, page.select(root, roundcube.selectors.subject ?? "h2"), ".voice, a, button");
}

/** The page of this one mail: the frame itself has no address that a person sees. */
function addressOfMail(page: Page, root: Element): URL | null {
  const links = page.selectAll(root, "a[href*='_uid='][href*='_mbox='], form[action*='_uid=']", 20);
  const said = [
    ...links.map((link) => page.attribute(link, "href") ?? page.attribute(link, "action")),
    page.url.href,
  ];
  for (const value of said) {
    if (value === null || !URL.canParse(value, page.url.href)) continue;
    const { origin, searchParams } = new URL(value, page.url);
    const [uid, folder] = [searchParams.get("_uid"), searchParams.get("_mbox")];
    if (origin !== page.url.origin || uid === null || folder === null || !/^\d{1,12}$/.test(uid)) continue;
    const address = new URL(page.url.pathname, page.url);
    for (const [name, given] of [
      ["_task", "mail"],
      ["_action", "show"],
      ["_mbox", folder],
      ["_uid", uid],
    ] as const) {
      address.searchParams.set(name, given);
    }
    return address;
  }
  return null;
}
