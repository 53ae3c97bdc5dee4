import type { Failure } from "../../api/outcome";

/** Where the present password stands in what is sent. */
export const CURRENT = "confirmation.password";

/** Whether it is only the present password that is wrong: that is told where it was typed, and nothing beside it. */
export function isPasswordWrong(failure: Failure): boolean {
  if (failure.kind !== "refused" || failure.problem.code !== "not-confirmed") return false;
  return failure.problem.errors?.some(({ path }) => path === CURRENT) === true;
}
