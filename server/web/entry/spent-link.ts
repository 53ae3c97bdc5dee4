import type { Failure } from "../api/outcome";

const SPENT = new Set(["setup-link-used", "setup-done", "not-found"]);

/** Whether a set-up link is used, out of date or unknown: nothing can be done with it any more. */
export function isSpentLink(failure: Failure): boolean {
  return failure.kind === "refused" && SPENT.has(failure.problem.code);
}
