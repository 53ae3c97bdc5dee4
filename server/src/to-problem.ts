import { sayFieldProblem, sayProblem } from "@otklik/shared/messages/problem/index";
import type { Locale } from "@otklik/shared/people/locale";
import type { Problem } from "@otklik/shared/problem";
import { PROBLEM_STATUS, PROBLEM_TYPE_PREFIX, type ProblemCode } from "@otklik/shared/problem-codes";
import type { FieldError } from "./errors";

/** The RFC 9457 body of a refusal, in the reader's language. */
export function toProblem(code: ProblemCode, locale: Locale, errors?: readonly FieldError[]): Problem {
  return {
    type: `${PROBLEM_TYPE_PREFIX}${code}`,
    status: PROBLEM_STATUS[code],
    code,
    ...sayProblem(locale, code),
    ...(errors !== undefined && {
      errors: errors.map((error) => ({ ...error, message: sayFieldProblem(locale, error) })),
    }),
  };
}
