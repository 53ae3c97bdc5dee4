import type { z } from "zod";
import type { FieldError } from "./errors";

/** More than a person reads; a hostile body could make a million. */
const MAX_ERRORS = 20;

/** Where and why a value does not fit its schema, in the register's own stable reasons. */
export function fieldErrors(error: z.core.$ZodError): FieldError[] {
  return error.issues.slice(0, MAX_ERRORS).flatMap(toFieldErrors).slice(0, MAX_ERRORS);
}

function toFieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  const path = issue.path.join(".");
  switch (issue.code) {
    case "too_big":
      return [{ path, reason: "too_big", limit: Number(issue.maximum) }];
    case "too_small":
      return [{ path, reason: "too_small", limit: Number(issue.minimum) }];
    case "unrecognized_keys":
      return issue.keys.map((key) => ({ path: [...issue.path, key].join("."), reason: "unrecognized_keys" }));
    case "custom":
      return [{ path, reason: issue.message }];
    case "invalid_format":
      // A format with a name of its own, such as `control-character`.
      return [
        {
          path,
          reason: issue.format === "regex" && !issue.message.includes(" ") ? issue.message : "invalid_format",
        },
      ];
    default:
      return [{ path, reason: issue.code }];
  }
}
