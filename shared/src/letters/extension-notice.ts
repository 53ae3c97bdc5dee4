import { sayPlainDate } from "../deadline/say/say-date";
import type { IsoDate, OwedClock } from "../deadline/vocabulary";
import { sayLetter } from "../messages/letters/index";
import type { Locale } from "../people/locale";
import { lineOf, paragraphsOf } from "./letter-text";

/** What the complainant is told when a date is moved. */
export interface ExtensionNotice {
  readonly organisation: string;
  /** Such as `2026-000142`. */
  readonly incomingNumber: string;
  readonly clock: OwedClock;
  /** Last day of the old term, inclusive. */
  readonly fromDueOn: IsoDate;
  /** Last day of the new term, inclusive. */
  readonly toDueOn: IsoDate;
  /** In the words of whoever asked for the new date. */
  readonly reason: string;
}

/**
 * The letter that gives a complainant the new date and its reason, as plain text: lines end with a line
 * feed, paragraphs with an empty line. It is text, never markup: what people wrote stands in it as it is,
 * without control characters.
 */
export function extensionNotice(locale: Locale, notice: ExtensionNotice): string {
  const number = lineOf(notice.incomingNumber);
  const what = sayLetter(locale, `what.${notice.clock}`);
  return [
    sayLetter(locale, "extension.title", { what, number }),
    sayLetter(locale, "extension.greeting"),
    sayLetter(locale, "extension.dates", {
      what,
      number,
      from: sayPlainDate(locale, notice.fromDueOn),
      to: sayPlainDate(locale, notice.toDueOn),
    }),
    sayLetter(locale, "extension.reason", { reason: paragraphsOf(notice.reason) }),
    sayLetter(locale, "extension.nothingToDo"),
    sayLetter(locale, "extension.close", { organisation: lineOf(notice.organisation) }),
  ].join("\n\n");
}
