import type { Page } from "../page";
import { textOf } from "../read-text";
import { endsInAttribution, quoteHeadingAt } from "./quote-headings";
import { stripQuotedText } from "./strip-quoted-text";

/** What mail programs and webmails set round the mail that they answer, and only they. */
const MAIL_QUOTES = [
  "blockquote[type='cite' i]",
  "blockquote.gmail_quote",
  "blockquote.protonmail_quote",
  ".gmail_quote",
  ".mail-quote-collapse",
  ".mail-quote-collapse > blockquote",
  ".mailru-blockquote",
  ".yahoo_quoted",
  "[id^='yahoo_quoted']",
  ".protonmail_quote",
  ".tutanota_quote",
  ".qa-MessageViewer-RootQuote-Wrapper",
  "#OLK_SRC_BODY_SECTION",
].join(",");

/** Set off by a line at its side: most programs draw one, and so do people who quote by hand. */
const OTHER_QUOTES = "blockquote[style*='border-left'],.message-part .pre blockquote";

/** "On … wrote:" in an element of its own. */
const HEADINGS = ".gmail_attr,.moz-cite-prefix,[id$='reply-intro']";

/** Outlook, Hotmail and Zimbra mark where the quoted mail begins, and nothing of what follows. Its webmail puts `x_` before ids. */
const QUOTED_FROM_HERE = [
  "[id$='appendonsend']",
  "[id$='divRplyFwdMsg']",
  "[id$='mail-editor-reference-message-container']",
  ".OutlookMessageHeader",
  "hr[id$='stopSpelling']",
  "hr[id$='zwchr']",
].join(",");
const RULED = "div[style*='border-top']";
/** From, Sent, To and Subject, in whatever language. */
const LABELS_OF_A_HEAD = 3;

/** Stands for a quotation while the text is put together; the number says which. */
const PLACE = "\ue000";

export interface NewWords {
  /** Null when there are no words at all. */
  readonly words: string | null;
  /** Whether something in it is marked as the quotation of a mail. */
  readonly hasQuoted: boolean;
  /** Whether a mail was left out that nothing marks but a line that surely opens one. */
  readonly endsAtHeading: boolean;
}

/**
 * The words that a mail's author wrote, without the mail that he or she answers: see `stripQuotedText` for what is
 * kept. What programs mark as quoted is taken for that; any other quotation only below a line that says who wrote it.
 *
 * @param without parts that are nobody's words, as CSS
 */
export function newWordsOf(page: Page, root: Element, without?: string): NewWords {
  const places: Element[] = [];
  let hasQuoted = false;
  const text = textOf(page, root, {
    without: without === undefined ? HEADINGS : `${without},${HEADINGS}`,
    endsAt: (element) => {
      const ends = opensQuotedMail(page, element);
      hasQuoted ||= ends;
      return ends;
    },
    instead: (element) => {
      if (!isQuotation(page, element)) return null;
      return `${PLACE}${places.push(element) - 1}`;
    },
  });
  const lines: string[] = [];
  let isAnswered = false;
  for (const line of (text ?? "").split("\n")) {
    const quotation = places[Number(new RegExp(`^${PLACE}(\\d+)$`).exec(line)?.[1] ?? -1)];
    if (quotation === undefined) {
      lines.push(line);
      continue;
    }
    const words = (textOf(page, quotation) ?? "").split("\n");
    const isMails = page.matches(quotation, MAIL_QUOTES);
    // Answers that stand between parts of one mail leave only its first part an opening line.
    isAnswered ||= !isMails && endsInAttribution(lines);
    hasQuoted ||= isMails || isAnswered;
    const isQuoted = isMails || isAnswered || page.matches(quotation, OTHER_QUOTES);
    lines.push(...(isQuoted ? words.map((word) => `> ${word}`) : words));
  }
  const words = stripQuotedText(lines.join("\n"));
  const isAllQuoted = words === "" || lines.every((line) => line.trim() === "" || line.startsWith(">"));
  const isShortened = words.length < lines.join("\n").trim().length;
  const endsAtHeading = isShortened && lines.some((_, at) => quoteHeadingAt(lines, at)?.isSure);
  return { words: isAllQuoted ? textOf(page, root, { without }) : words, hasQuoted, endsAtHeading };
}

/** Whether anything below an element may be a mail's quotation; quick, for pages that are no mails. */
export function mayHoldQuotedMail(page: Page, root: Element): boolean {
  return page.select(root, `${MAIL_QUOTES},${HEADINGS},${QUOTED_FROM_HERE},${RULED},blockquote`) !== null;
}

/** Programs wrap the opening line and the quotation in one box: where that is so, only the quotation is one. */
function isQuotation(page: Page, element: Element): boolean {
  if (page.tag(element) === "blockquote") return true;
  if (!page.matches(element, MAIL_QUOTES)) return false;
  return !page.childElements(element).some((child) => page.tag(child) === "blockquote");
}

function opensQuotedMail(page: Page, element: Element): boolean {
  if (page.matches(element, QUOTED_FROM_HERE)) return true;
  if (!page.matches(element, RULED)) return false;
  const labels = page.selectAll(element, "b, strong", 20).map((label) => textOf(page, label) ?? "");
  return labels.filter((label) => /^[^:]{1,30}:$/.test(label)).length >= LABELS_OF_A_HEAD;
}
