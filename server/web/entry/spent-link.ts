import type { Failure } from "../api/outcome";

const SPENT = new Set(["setup-link-used", "setup-done", "account-link-invalid", "not-found"]);

/** Whether a link for a set-up or a password is used, out of date or unknown: nothing can be done with it any more. */
export function isSpentLink(failure: Failure): boolean {
  return failure.kind === "refused" && SPENT.has(failure.problem.code);
}
