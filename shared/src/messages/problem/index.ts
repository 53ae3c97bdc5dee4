import type { FieldProblem } from "../../field-problems";
import type { Locale } from "../../people/locale";
import type { ProblemCode } from "../../problem-codes";
import { sayFieldProblemBy } from "../clip-problems/say-field-problem";
import { sayFrom } from "../message";
import { en } from "./en";
import { fieldAt } from "./fields";
import { ru } from "./ru";

const say = sayFrom({ en, ru });

/** Title and detail of a problem, in the reader's language. The detail says how to mend it. */
export function sayProblem(locale: Locale, code: ProblemCode): { title: string; detail: string } {
  return { title: say(locale, `${code}.title`), detail: say(locale, `${code}.detail`) };
}

/** What is wrong with one field, as a clause: "the text is longer than 20,000 characters". */
export function sayFieldProblem(locale: Locale, problem: FieldProblem): string {
  return sayFieldProblemBy({ nameOf, sayReason }, locale, problem);
}

function nameOf(locale: Locale, path: string) {
  const named = fieldAt(path);
  const field = named === null ? sayPlace(locale, path) : say(locale, named.key);
  return { field, isText: named?.measure === "characters" };
}

function sayReason(locale: Locale, reason: string, field: string): string {
  return say(locale, isReason(reason) ? `reason.${reason}` : "reason.other", { field });
}

/** A place in a file, such as `line.12`, or a path without a name of its own. */
function sayPlace(locale: Locale, path: string): string {
  const [kind, number = ""] = path.split(".");
  if (kind === "line" || kind === "event") return say(locale, `field.${kind}`, { number });
  return say(locale, "field.unknown", { path });
}

/** Reasons that have words of their own, beside those told by a limit. */
const REASONS = [
  "invalid_type",
  "invalid_value",
  "invalid_format",
  "unrecognized_keys",
  "unstorable-text",
  "control-character",
  "unseen-character",
  "no-letter",
  "user-info-in-url",
  "no-such-day",
  "empty-interval",
  "intervals-overlap",
  "legal-clock-pauses",
  "rule-id-twice",
  "in-future",
  "before-complaint",
  "before-restart",
  "not-well-formed",
  "xml-doctype",
  "not-a-calendar",
  "no-such-year",
  "unknown-mark",
  "day-twice",
  "months-missing",
  "row-length",
  "other-country",
  "other-week",
  "no-days",
  "recurrence-not-read",
  "event-too-long",
  "too-much",
  "years-reversed",
  "unknown-zone",
  "wrong-password",
  "same-password",
  "topic-unknown",
  "evidence-differs",
] as const;

function isReason(reason: string): reason is (typeof REASONS)[number] {
  return (REASONS as readonly string[]).includes(reason);
}
