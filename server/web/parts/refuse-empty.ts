import { sayFieldProblem, sayProblem } from "@otklik/shared/messages/problem/index";
import type { Locale } from "@otklik/shared/people/locale";
import { PROBLEM_STATUS, PROBLEM_TYPE_PREFIX } from "@otklik/shared/problem-codes";
import type { Failure } from "../api/outcome";

const CODE = "invalid-request";

/**
 * What the server would answer to fields that were left empty, told without asking it.
 *
 * @param values by the path under which the server knows the field
 * @returns null when none is empty
 */
export function refuseEmpty(locale: Locale, values: Readonly<Record<string, string>>): Failure | null {
  const errors = Object.entries(values)
    .filter(([, value]) => value === "")
    .map(([path]) => ({ path, reason: "too_small", limit: 1 }))
    .map((error) => ({ ...error, message: sayFieldProblem(locale, error) }));
  if (errors.length === 0) return null;
  const told = { code: CODE, status: PROBLEM_STATUS[CODE], ...sayProblem(locale, CODE) } as const;
  return { kind: "refused", problem: { type: `${PROBLEM_TYPE_PREFIX}${CODE}`, ...told, errors } };
}
