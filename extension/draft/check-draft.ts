import { type RegisterComplaint, registerComplaintSchema } from "@otklik/shared/complaint/complaint";
import { LIMITS } from "@otklik/shared/complaint/limits";

/** Why a field cannot be sent as it is; keys of the draft messages (`error.…`). */
export const FIELD_ERRORS = ["empty", "too-long", "not-an-address", "unreadable"] as const;

export interface FieldError {
  /** Path in the request, such as `clip.narrative`. */
  readonly path: string;
  readonly reason: (typeof FIELD_ERRORS)[number];
  /** The most characters allowed, where that is the reason. */
  readonly limit: number | null;
}

/** What must be corrected before the request can be sent, by field; empty when nothing. */
export function errorsIn(request: RegisterComplaint): FieldError[] {
  const checked = registerComplaintSchema.safeParse(request);
  if (checked.success) return [];
  const first = new Map<string, FieldError>();
  for (const issue of checked.error.issues) {
    const path = issue.path.join(".");
    if (first.has(path)) continue;
    first.set(path, { path, ...reasonOf(issue, path) });
  }
  return [...first.values()];
}

type Issue = { readonly code: string; readonly maximum?: number | bigint };

function reasonOf(issue: Issue, path: string): Pick<FieldError, "reason" | "limit"> {
  if (issue.code === "too_small") return { reason: "empty", limit: null };
  if (issue.code === "too_big") return { reason: "too-long", limit: Number(issue.maximum) };
  if (/(url|Url|permalink)$/.test(path)) return { reason: "not-an-address", limit: LIMITS.urlLength };
  return { reason: "unreadable", limit: null };
}
