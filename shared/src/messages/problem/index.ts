import type { FieldProblem } from "../../field-problems";
import type { Locale } from "../../people/locale";
import type { ProblemCode } from "../../problem-codes";
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
export function sayFieldProblem(locale: Locale, { path, reason, limit }: FieldProblem): string {
  const named = fieldAt(path);
  const field = named === null ? sayPlace(locale, path) : say(locale, named.key);
  if (limit !== undefined) {
    const isText = named?.measure === "characters";
    if (reason === "too_big") {
      return isText
        ? say(locale, "reason.too_long", { field, count: limit })
        : say(locale, "reason.too_many", { field, limit });
    }
    if (reason === "too_small") {
      if (!isText) return say(locale, "reason.too_few", { field, limit });
      return limit === 1
        ? say(locale, "reason.required", { field })
        : say(locale, "reason.too_short", { field, count: limit });
    }
  }
  return say(locale, isReason(reason) ? `reason.${reason}` : "reason.other", { field });
}

/** A place in a file, such as `line.12`, or a path without a name of its own. */
function sayPlace(locale: Locale, path: string): string {
  const [kind, number = ""] = path.split(".");
  if (kind === "line" || kind === "event") return say(locale, `field.${kind}`, { number });
  return say(locale, "field.unknown", { path });
}

/**
 * Why the server did not take a clip and what to do about it, in one or two sentences: "Not
 * accepted: the text is longer than 20,000 characters. Shorten it or save it to a file."
 */
export function sayNotAccepted(
  locale: Locale,
  problem: { readonly code: ProblemCode; readonly errors?: readonly FieldProblem[] | undefined },
): string {
  const [first] = problem.errors ?? [];
  if (first === undefined) {
    return say(locale, "notAcceptedDetail", { detail: say(locale, `${problem.code}.detail`) });
  }
  return say(locale, "notAccepted", {
    reason: sayFieldProblem(locale, first),
    mend: say(locale, mendFor(first.reason)),
  });
}

/** Reasons that have words of their own, beside those told by a limit. */
const REASONS = [
  "invalid_type",
  "invalid_value",
  "invalid_format",
  "unrecognized_keys",
  "unstorable-text",
  "control-character",
  "user-info-in-url",
  "no-such-day",
  "empty-interval",
  "intervals-overlap",
  "legal-clock-pauses",
  "rule-id-twice",
  "in-future",
  "before-complaint",
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
  "topic-unknown",
  "evidence-differs",
] as const;

function isReason(reason: string): reason is (typeof REASONS)[number] {
  return (REASONS as readonly string[]).includes(reason);
}

function mendFor(reason: string): "mend.shorten" | "mend.update" | "mend.correct" {
  if (reason === "too_big") return "mend.shorten";
  // An agent cannot mend a shape: the extension and the server are of different versions.
  return reason === "unrecognized_keys" || reason === "invalid_type" ? "mend.update" : "mend.correct";
}
