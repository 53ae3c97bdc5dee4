import type { Failure } from "../api/outcome";

/** Whether the same, asked again, may be answered otherwise: what the server refused, it will refuse again. */
export function mayPass(failure: Failure): boolean {
  if (failure.kind === "unreachable") return true;
  const { status } = failure.problem;
  return status === 429 || status >= 500;
}
