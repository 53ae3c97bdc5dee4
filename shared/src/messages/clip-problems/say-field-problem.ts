import type { FieldProblem } from "../../field-problems";
import type { Locale } from "../../people/locale";
import { sayFrom } from "../message";
import { en } from "./en";
import { ru } from "./ru";

export const sayClipWord = sayFrom({ en, ru });

/** How fields and reasons are named, by a catalogue that knows more or fewer of them. */
export interface FieldWords {
  /** The field that a path means, and whether its length is counted in characters. */
  readonly nameOf: (locale: Locale, path: string) => { readonly field: string; readonly isText: boolean };
  /** What is wrong with it, beside a limit. */
  readonly sayReason: (locale: Locale, reason: string, field: string) => string;
}

/** What is wrong with one field, as a clause: "the text is longer than 20,000 characters". */
export function sayFieldProblemBy(
  { nameOf, sayReason }: FieldWords,
  locale: Locale,
  { path, reason, limit }: FieldProblem,
): string {
  const { field, isText } = nameOf(locale, path);
  if (limit !== undefined) {
    if (reason === "too_big") {
      return isText
        ? sayClipWord(locale, "reason.too_long", { field, count: limit })
        : sayClipWord(locale, "reason.too_many", { field, limit });
    }
    if (reason === "too_small") {
      if (!isText) return sayClipWord(locale, "reason.too_few", { field, limit });
      return limit === 1
        ? sayClipWord(locale, "reason.required", { field })
        : sayClipWord(locale, "reason.too_short", { field, count: limit });
    }
  }
  return sayReason(locale, reason, field);
}
