import type { Page } from "../page";
import { POST_LIKE } from "../post-like";
import { mayHoldQuotedMail, newWordsOf } from "./strip-quoted";

/** What pages have and mails do not. */
const OF_A_PAGE = "nav,main,article,form,script[src],[role=main],[role=navigation]";

/** The body of a page that is nothing but a mail with the one that it answers, saved as HTML; null for any other page. */
export function mailBodyOf(page: Page): Element | null {
  const body = page.select(page.document, "body");
  if (body === null || page.select(page.document, OF_A_PAGE) !== null) return null;
  const { hasQuoted, endsAtHeading } = newWordsOf(page, body);
  return hasQuoted || endsAtHeading ? body : null;
}

/** The words of a part that quotes a mail, without that mail; null where it quotes none. A page's whole body is a mail. */
export function mailWordsOf(page: Page, part: Element, without: string): string | null {
  const isWhole = page.tag(part) === "body" && !page.matches(part, POST_LIKE);
  if (!isWhole && !mayHoldQuotedMail(page, part)) return null;
  const { words, hasQuoted } = newWordsOf(page, part, isWhole ? undefined : without);
  return hasQuoted || isWhole ? words : null;
}
