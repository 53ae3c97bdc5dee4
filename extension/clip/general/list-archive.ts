import { NO_FIELDS, type PostFields } from "../captured-page";
import { newWordsOf } from "../mail/strip-quoted";
import type { Page } from "../page";
import { lineOf } from "../read-text";

/** By which a reader answers: every page of Mailman 2 has it below its heading, between who and when. */
const ANSWER = "body > h1 ~ a[href*='In-Reply-To' i]";

/**
 * The mail on a page of a mailing list's archive as Mailman 2 makes them: no part has a name, but all stand in
 * one order, heading, name, address, date and the mail as plain text. Null on other pages.
 */
export function listArchivePost(page: Page): PostFields | null {
  const words = page.select(page.document, `${ANSWER} ~ pre`);
  if (words === null) return null;
  const line = (selector: string) => lineOf(page, page.select(page.document, selector));
  const name = line("body > h1 ~ b");
  const handle = line(ANSWER)?.replace(/ at /g, "@") ?? null;
  return {
    ...NO_FIELDS,
    narrative: newWordsOf(page, words).words,
    subject: line("body > h1"),
    author: { name, handle, profileUrl: null, platformId: null },
    permalink: page.url.href,
    postedAt: page.postedAt(null, line(`${ANSWER} ~ i`)),
  };
}
