import type { FieldProblem } from "../../field-problems";
import type { Locale } from "../../people/locale";
import type { ProblemCode } from "../../problem-codes";
import { en } from "./en";
import { CLIP_FIELDS } from "./fields";
import { sayClipWord, sayFieldProblemBy } from "./say-field-problem";

type CodeOf<Key> = Key extends `${infer Code}.detail` ? Code : never;
type ClipProblemCode = CodeOf<keyof typeof en> & ProblemCode;

/**
 * Title and detail of a problem that pairing or sending a clip meets, in the reader's language: the words of
 * `problem` without those of the desk, which would outweigh the pages of the extension.
 */
export function sayClipProblem(locale: Locale, code: ProblemCode): { title: string; detail: string } {
  const known = ownCode(code);
  return { title: sayClipWord(locale, `${known}.title`), detail: sayClipWord(locale, `${known}.detail`) };
}

/** What is wrong with one field of a clip, as a clause: "the text is longer than 20,000 characters". */
export function sayClipFieldProblem(locale: Locale, problem: FieldProblem): string {
  return sayFieldProblemBy({ nameOf, sayReason }, locale, problem);
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
    return sayClipWord(locale, "notAcceptedDetail", { detail: sayClipProblem(locale, problem.code).detail });
  }
  return sayClipWord(locale, "notAccepted", {
    reason: sayClipFieldProblem(locale, first),
    mend: sayClipWord(locale, mendFor(first.reason)),
  });
}

/** A code of the desk reaches no device; from a server that has gone on, it says that something does not fit. */
function ownCode(code: ProblemCode): ClipProblemCode {
  return isOwn(code) ? code : "invalid-request";
}

function isOwn(code: ProblemCode): code is ClipProblemCode {
  return Object.hasOwn(en, `${code}.detail`);
}

function nameOf(locale: Locale, path: string) {
  const named = CLIP_FIELDS.find((candidate) => candidate.path.test(path));
  const field =
    named === undefined ? sayClipWord(locale, "field.unknown", { path }) : sayClipWord(locale, named.key);
  return { field, isText: named?.measure === "characters" };
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
  "topic-unknown",
  "evidence-differs",
  "proof-signature",
  "proof-complaint",
  "proof-clip",
  "proof-files",
] as const;

function sayReason(locale: Locale, reason: string, field: string): string {
  const known = REASONS.find((candidate) => candidate === reason);
  return sayClipWord(locale, known === undefined ? "reason.other" : `reason.${known}`, { field });
}

function mendFor(reason: string): "mend.shorten" | "mend.update" | "mend.correct" {
  if (reason === "too_big") return "mend.shorten";
  // An agent cannot mend a shape: the extension and the server are of different versions.
  return reason === "unrecognized_keys" || reason === "invalid_type" ? "mend.update" : "mend.correct";
}
