import type { Author, PostedAt } from "@otklik/shared/complaint/clip";
import { CLIP_LIMITS } from "@otklik/shared/complaint/clip-limits";
import type { FoundAttachment, PostFields } from "../captured-page";
import type { Page } from "../page";
import { lineOf } from "../read-text";
import { inDocuments, ownParts } from "../sites/locate-post";
import type { SiteAdapter } from "../sites/site-adapter";
import { webAddress } from "../web-address";
import { kindOfFile } from "./kind-of-file";
import { newWordsOf } from "./strip-quoted";

/** Attributes in which webmails keep a person's address, whatever name they show. */
const ADDRESS_ATTRIBUTES = ["email", "data-email", "data-address", "title", "href"];
const ADDRESS = /[^\s<>()[\]",;:@]{1,64}@[^\s<>()[\]",;:@]{1,190}/u;

/** What is read of a mail in another way than of a post: the words without those it quotes, addresses, its head. */
export function mailFields(page: Page, site: SiteAdapter, root: Element): Partial<PostFields> {
  const { selectors } = site;
  const own = (selector: string | undefined): Element[] =>
    selector === undefined ? [] : ownParts(page, site, root, selector);
  // A conversation has its subject once, above all its mails.
  const around = (selector: string | undefined): Element | null =>
    selector === undefined ? null : (inDocuments(page, site, selector)[0] ?? null);
  const to = [...new Set(own(selectors.to).map((part) => addressOf(page, part) ?? lineOf(page, part)))];
  return {
    narrative: wordsOf(page, own(selectors.words), selectors.notWords),
    subject: lineOf(page, own(selectors.subject)[0] ?? around(selectors.subject)),
    author: correspondent(page, own(selectors.author)[0] ?? null, own(selectors.handle)[0] ?? null),
    postedAt: sentAt(page, own(selectors.time)[0] ?? null),
    attachments: filesOf(page, [...own(selectors.files), ...own(selectors.images)]),
    mail: to.length === 0 ? null : { messageId: null, to: listed(to) },
  };
}

/** The address that an element carries or shows; null when it does neither. */
export function addressOf(page: Page, element: Element): string | null {
  const said = [...ADDRESS_ATTRIBUTES.map((name) => page.attribute(element, name)), lineOf(page, element)];
  for (const value of said) {
    const address = value === null ? null : ADDRESS.exec(value.slice(0, 1_000).replace(/^mailto:/i, ""));
    if (address?.[0] !== undefined) return address[0];
  }
  return null;
}

/** Names or addresses as one line, within the register's limit. */
export function listed(people: readonly (string | null)[]): string | null {
  const line = people.filter((one) => one !== null).join(", ");
  return [...line].slice(0, CLIP_LIMITS.titleLength).join("") || null;
}

function wordsOf(page: Page, parts: readonly Element[], notWords: string | undefined): string | null {
  const outermost = parts.filter(
    (part) => !parts.some((other) => other !== part && page.contains(other, part)),
  );
  const words = outermost.map((part) => newWordsOf(page, part, notWords).words);
  return words.filter((text) => text !== null).join("\n\n") || null;
}

function correspondent(page: Page, name: Element | null, shown: Element | null): Author | null {
  const handle = [shown, name]
    .map((part) => part && addressOf(page, part))
    .find((address) => address !== null);
  const words = name && (page.attribute(name, "name") ?? lineOf(page, name));
  const alone = words?.replace(/[<(][^<>()]{0,300}@[^<>()]{0,300}[>)]/u, "").trim();
  const author: Author = {
    name: !alone || alone === handle ? null : alone,
    handle: handle ?? null,
    profileUrl: null,
    platformId: null,
  };
  return author.name === null && author.handle === null ? null : author;
}

/** Webmails shorten the date that they show; the whole of it stands in the tooltip, or the other way round. */
function sentAt(page: Page, element: Element | null): PostedAt | null {
  if (element === null) return null;
  const said = [page.attribute(element, "datetime"), page.attribute(element, "title"), lineOf(page, element)];
  const read = said
    .filter((value) => value !== null)
    .map((value) => page.postedAt(value, value))
    .filter((value) => value !== null);
  return read.find(({ at }) => at !== null) ?? read.find(({ day }) => day !== undefined) ?? read[0] ?? null;
}

/** Files by their names: a webmail gives their bytes only for a further request. */
function filesOf(page: Page, parts: readonly Element[]): FoundAttachment[] | null {
  const found = parts
    .map((part): FoundAttachment => {
      const address = page.attribute(part, "src") ?? page.attribute(part, "href");
      const name = (page.attribute(part, "alt") ?? lineOf(page, part))?.trim() || null;
      const isPicture = page.tag(part) === "img";
      return {
        kind: isPicture ? "image" : kindOfFile(name ?? ""),
        url: webAddress(address, page.url),
        alt: name === null ? null : name.slice(0, CLIP_LIMITS.titleLength).toWellFormed(),
      };
    })
    .filter(({ url, alt }) => url !== null || alt !== null);
  return found.length === 0 ? null : found;
}
