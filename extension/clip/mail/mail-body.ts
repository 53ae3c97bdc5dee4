import type { Page } from "../page";
import { mayHoldQuotedMail, newWordsOf } from "./strip-quoted";

/** What pages have and mails do not. */
const OF_A_PAGE = "nav,main,article,form,script[src],[role=main],[role=navigation]";

/** The body of a page that is nothing but a mail with the one that it answers, saved as HTML; null for any other page. */
export function mailBodyOf(page: Page): Element | null {
  const body = page.select(page.document, "body");
  if (body === null || !mayHoldQuotedMail(page, body)) return null;
  if (page.select(page.document, OF_A_PAGE) !== null) return null;
  return newWordsOf(page, body).hasQuoted ? body : null;
}

/** The words of a part that quotes a mail, without that mail; null where it quotes none. */
export function mailWordsOf(page: Page, part: Element, without: string): string | null {
  if (!mayHoldQuotedMail(page, part)) return null;
  const { words, hasQuoted } = newWordsOf(page, part, without);
  return hasQuoted ? words : null;
}
