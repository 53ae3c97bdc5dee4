import type { z } from "zod";

/** Where and why a value does not fit its schema. */
export interface FieldProblem {
  /** Such as `clip.narrative`; empty for the value as a whole. */
  readonly path: string;
  /** A stable word, such as `too_big` or `control-character`. */
  readonly reason: string;
  /** Inclusive bound, where that is the reason. */
  readonly limit?: number;
}

/** More than a person reads; a hostile body could make a million. */
const MAX_PROBLEMS = 20;

/** The problems of a value in the register's own stable reasons, at most 20. */
export function fieldProblemsIn(error: z.core.$ZodError): FieldProblem[] {
  return error.issues.slice(0, MAX_PROBLEMS).flatMap(toProblems).slice(0, MAX_PROBLEMS);
}

function toProblems(issue: z.core.$ZodIssue): FieldProblem[] {
  const path = issue.path.join(".");
  switch (issue.code) {
    case "too_big":
      return [{ path, reason: "too_big", limit: Number(issue.maximum) }];
    case "too_small":
      return [{ path, reason: "too_small", limit: Number(issue.minimum) }];
    case "unrecognized_keys":
      return issue.keys.map((key) => ({
        path: [...issue.path, key].join("."),
        reason: "unrecognized_keys",
      }));
    case "custom":
      return [{ path, reason: issue.message }];
    case "invalid_format":
      // A format with a name of its own, such as `control-character`.
      return [{ path, reason: isOwnName(issue) ? issue.message : "invalid_format" }];
    default:
      return [{ path, reason: issue.code }];
  }
}

function isOwnName(issue: { readonly format: string; readonly message: string }): boolean {
  return issue.format === "regex" && !issue.message.includes(" ");
}
