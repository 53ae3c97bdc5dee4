import type { Author } from "@otklik/shared/complaint/clip";
import type { Page } from "../page";
import { lineOf } from "../read-text";
import { webAddress } from "../web-address";
import { AUTHOR_MARKS } from "./post-marks";

/** A byline longer than this holds more than a name. */
const LONGEST_NAME = 80;
/** What stands before a name and is not of it. */
export const BEFORE_NAME =
  /^(?:автор|author|от|by|posted by|written by|написал\(?а?\)?|пользователь)(?:\s*:\s*|\s+)/iu;

const HANDLE = /^@[\w.-]+(@[\w.-]+)?$/u;

/** Who wrote a post on an unknown site, and the element that tells it. */
export interface AnyAuthor {
  readonly author: Author;
  readonly element: Element;
  /** What shows the handle beside the name. */
  readonly handleElement?: Element | undefined;
}

/**
 * The author as the post marks him or her: the name, the profile, and a handle where one is shown.
 *
 * @param isOwn whether an element is of the post itself and not among its words
 */
export function anyAuthor(page: Page, root: Element, isOwn: (element: Element) => boolean): AnyAuthor | null {
  for (const mark of AUTHOR_MARKS) {
    for (const element of page.selectAll(root, mark, 10)) {
      const author = isOwn(element) ? readAuthor(page, element) : null;
      if (author !== null) return withHandle(page, root, isOwn, { author, element });
    }
  }
  return null;
}

/** Many sites show `@who` beside the name, apart from the words. */
function withHandle(
  page: Page,
  root: Element,
  isOwn: (element: Element) => boolean,
  { author, element }: AnyAuthor,
): AnyAuthor {
  const handleElement = page
    .selectAll(root, "span,a,div,bdi,small", 60)
    .filter((part) => page.childElements(part).length === 0 && isOwn(part) && !page.closest(part, "p"))
    .find((part) => HANDLE.test(lineOf(page, part) ?? ""));
  const handle = handleElement === undefined ? author.handle : lineOf(page, handleElement);
  return { author: { ...author, handle }, element, handleElement };
}

/** The person whom an element names, in so many words as a name has; null when it is none. */
export function readAuthor(page: Page, element: Element): Author | null {
  const named = page.select(element, "[itemprop=name]") ?? element;
  const line = page.attribute(named, "content") ?? lineOf(page, named, "time,button,[class*=date i]");
  const shown = line?.replace(BEFORE_NAME, "").replace(/[\s,:]+$/u, "") ?? "";
  if (!/[\p{L}\p{N}]/u.test(shown) || shown.length > LONGEST_NAME) return null;
  const link =
    page.tag(element) === "a"
      ? element
      : (page.select(element, "a[href]") ?? page.closest(element, "a[href]"));
  const href = link === null ? null : page.attribute(link, "href");
  // `/@who` is a person, `/@who/7` what he or she wrote.
  if (link === element && /\/[@~][^/?#]+\/[^/?#]/.test(href ?? "")) return null;
  const profileUrl = href === null || href.startsWith("#") ? null : webAddress(href, page.url);
  const isHandle = HANDLE.test(shown);
  return { name: isHandle ? null : shown, handle: isHandle ? shown : null, profileUrl, platformId: null };
}
