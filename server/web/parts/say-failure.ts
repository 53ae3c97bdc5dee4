import { sayFieldProblem, sayProblem } from "@otklik/shared/messages/problem/index";
import type { Locale } from "@otklik/shared/people/locale";
import { PROBLEM_STATUS } from "@otklik/shared/problem-codes";
import type { Failure } from "../api/outcome";
import { sayDesk } from "../messages/index";

/**
 * A failure in the language that is chosen now, which may have changed since the server answered.
 * A code that this page does not know, from a newer server, keeps the server's own words.
 */
export function sayFailure(locale: Locale, failure: Failure): { title: string; detail: string } {
  if (failure.kind === "unreachable") {
    return {
      title: sayDesk(locale, "failure.unreachable"),
      detail: sayDesk(locale, "failure.unreachable.detail"),
    };
  }
  const { code, title, detail = "" } = failure.problem;
  return Object.hasOwn(PROBLEM_STATUS, code) ? sayProblem(locale, code) : { title, detail };
}

/** What the server found wrong in one field, in words; empty when nothing. */
export function sayWrong(locale: Locale, failure: Failure | null, field: string): string[] {
  if (failure?.kind !== "refused") return [];
  return (failure.problem.errors ?? [])
    .filter((error) => error.path === field)
    .map((error) => sayFieldProblem(locale, error));
}
