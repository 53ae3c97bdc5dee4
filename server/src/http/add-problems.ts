import { PROBLEM_STATUS, type ProblemCode } from "@otklik/shared/problem-codes";
import type { generateSpecs } from "hono-openapi";

export type Specs = Awaited<ReturnType<typeof generateSpecs>>;
export type Operation = NonNullable<NonNullable<NonNullable<Specs["paths"]>[string]>["get"]>;

/** Adds to what a route answers the refusals that do not come from itself; those that it names already stay as they are. */
export function addProblems(operation: Operation, codes: readonly ProblemCode[]): void {
  const { responses } = operation;
  // Every route names it: the shape of a problem is taken from there.
  const failed = responses?.["500"];
  if (responses === undefined || failed === undefined || "$ref" in failed) return;
  for (const code of codes) {
    const status = String(PROBLEM_STATUS[code]);
    const known = responses[status];
    const others =
      known !== undefined && "description" in known ? (known.description?.split(", ") ?? []) : [];
    if (!others.includes(code)) responses[status] = { ...failed, description: [...others, code].join(", ") };
  }
}
