import type { FoundAttachment } from "../../captured-page";
import { kindOfFile } from "../../mail/kind-of-file";
import type { Page } from "../../page";
import { webAddress } from "../../web-address";
import type { SiteAdapter } from "../site-adapter";

/**
 * One mail open in Gmail. The classes are those of Gmail's own templates since 2010 and what every add-on for it
 * rests on; ids and addresses stand in attributes, which no language of the page changes. Seen in a saved
 * conversation of 2026.
 */
export const gmail: SiteAdapter = {
  name: "gmail",
  channel: "webmail",
  hosts: ["mail.google.com"],
  isMail: true,
  selectors: {
    post: ".adn.ads[data-legacy-message-id]",
    main: ".adn.ads[data-legacy-message-id]:has(.a3s)",
    words: ".a3s",
    // What Gmail folds because an earlier mail of the conversation has it, its own buttons on pictures.
    notWords: ".yj6qo, .adL, .a6S, .ajR",
    subject: "h2.hP",
    author: ".gD[email]",
    time: ".g3[title]",
    to: ".g2[email]",
    files: "[download_url]",
    images: ".a3s img.CToWUd.a6T",
  },

  /** `gmail:16-digit id`: the mail's own, not the conversation's, whose names in the address begin otherwise. */
  keyOf({ hash }) {
    const id = /^#[^/]+(?:\/[^/]+)?\/([0-9a-f]{16})$/.exec(hash)?.[1];
    return id === undefined ? null : `gmail:${id}`;
  },

  keyIn(page, root) {
    const id = messageId(page, root);
    return id === null ? null : `gmail:${id}`;
  },

  refine: (page, root, found) => ({
    ...found,
    permalink: addressIn(page, messageId(page, root)),
    attachments:
      found.attachments?.map((file, index) => ({ ...file, ...downloadOf(page, root, index) })) ?? null,
  }),
};

function messageId(page: Page, root: Element): string | null {
  const id = page.attribute(root, "data-legacy-message-id") ?? "";
  return /^[0-9a-f]{6,32}$/.test(id) ? id : null;
}

/** Leads to the mail in the same account, whichever folder it has been moved to. */
function addressIn(page: Page, id: string | null): string | null {
  const account = /^\/mail\/u\/\d+\//.exec(page.url.pathname)?.[0];
  return id === null || account === undefined ? null : `${page.url.origin}${account}#all/${id}`;
}

/** `image/png:name.png:https://…`, by which a file can be dragged out of the page. */
function downloadOf(page: Page, root: Element, index: number): Partial<FoundAttachment> {
  const part = page.selectAll(root, "[download_url]")[index];
  const told = part === undefined ? null : page.attribute(part, "download_url");
  const [, name, address] = /^[^:]{1,100}:([^:]{1,300}):(https:.*)$/s.exec(told ?? "") ?? [];
  if (name === undefined) return {};
  const decoded = decodedName(name);
  return { kind: kindOfFile(decoded), url: webAddress(address, page.url), alt: decoded };
}

function decodedName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
