import { sayDueWord } from "../../messages/due-words/index";
import type { Locale } from "../../people/locale";
import { sayPlainDate } from "./say-date";

/**
 * An act as the reader's language cites it. Acts are kept in the words of the calendar or the
 * regulation, so one that is not known is said as it stands.
 */
export function sayAct(locale: Locale, act: string): string {
  const decree = /^Government decree No\. (\d+) of (\d{4}-\d\d-\d\d)$/.exec(act);
  if (decree?.[1] !== undefined && decree[2] !== undefined) {
    return sayDueWord(locale, "act.decree", { number: decree[1], date: sayPlainDate(locale, decree[2]) });
  }
  const law = /^Law (\d[\d-]*?)(-FZ)?(?: (art|arts)\. (.+))?$/.exec(act);
  if (law !== null) return sayLaw(locale, law);
  for (const [pattern, key] of CITATIONS) {
    const clause = pattern.exec(act)?.[1];
    if (clause !== undefined) return sayDueWord(locale, key, { clause });
  }
  const key = Object.hasOwn(WHOLE_ACTS, act) ? WHOLE_ACTS[act] : undefined;
  return key === undefined ? act : sayDueWord(locale, key);
}

/** Federal laws bear letters after their number: 442-FZ, in Russian 442-ФЗ. */
function sayLaw(locale: Locale, [, number = "", federal, many, clause]: RegExpExecArray): string {
  const law = federal === undefined ? number : sayDueWord(locale, "act.federal", { number });
  if (clause === undefined) return sayDueWord(locale, "act.law", { law });
  return sayDueWord(locale, many === "arts" ? "act.lawArticles" : "act.lawArticle", { law, clause });
}

const CITATIONS = [
  [/^Labour Code art\. (.+)$/, "act.labourCode"],
  [/^Civil Code art\. (.+)$/, "act.civilCode"],
  [/^regulation (.+)$/, "act.regulation"],
] as const;

const WHOLE_ACTS: Readonly<Record<string, "act.expectation" | "act.courtPractice">> = {
  "customers' expectation by channel": "act.expectation",
  "court practice: 2–3 weeks": "act.courtPractice",
};
