import type { ThreadPlace } from "@otklik/shared/complaint/clip";
import { CLIP_LIMITS } from "@otklik/shared/complaint/clip-limits";
import type { Page } from "../page";
import { lineOf } from "../read-text";
import { ownParts, permalinkOf } from "./locate-post";
import { wordsOf } from "./read-by-selectors";
import type { SiteAdapter } from "./site-adapter";

type AnsweredPost = ThreadPlace["parent"];

/** What a post answers, as far as the page tells, within the register's limits; null when it tells nothing. */
export function answered(
  author: string | null,
  permalink: string | null,
  narrative: string | null,
): AnsweredPost {
  if (author === null && permalink === null && narrative === null) return null;
  return {
    author: shortened(author, CLIP_LIMITS.nameLength),
    permalink,
    narrative: shortened(narrative, CLIP_LIMITS.parentLength),
  };
}

/**
 * The post that is answered, where it stands on the page too: read by its site's own selectors.
 *
 * @param permalink its address, where the site puts it together from more than a link
 */
export function answeredPost(
  page: Page,
  site: SiteAdapter,
  post: Element | null,
  permalink: string | null = post === null ? null : permalinkOf(page, site, post),
): AnsweredPost {
  if (post === null) return null;
  const { author, words, notWords, folded } = site.selectors;
  const own = (selector: string | undefined) =>
    selector === undefined ? [] : ownParts(page, site, post, selector);
  const narrative = wordsOf(page, own(words), { without: notWords, folded, keepsLines: site.keepsLines });
  return answered(lineOf(page, own(author)[0] ?? null), permalink, narrative);
}

/** Its number among the answers on the page, from 1; null when it is none of them. */
export function positionAmong(page: Page, answers: string, post: Element): number | null {
  const number = page.selectAll(page.document, answers, CLIP_LIMITS.threadPosition).indexOf(post) + 1;
  return number === 0 ? null : number;
}

/** The place of a post in its thread; null when nothing is known of it. */
export function threadPlace(parent: AnsweredPost, position: number | null): ThreadPlace | null {
  return parent === null && position === null ? null : { parent, position };
}

function shortened(text: string | null, length: number): string | null {
  if (text === null || text.length <= length) return text;
  const cut = text.slice(0, length - 1);
  return `${cut.isWellFormed() ? cut : cut.slice(0, -1)}…`;
}
