import { type RegisterComplaint, registerComplaintSchema } from "@otklik/shared/complaint/complaint";
import { type FieldProblem, fieldProblemsIn } from "@otklik/shared/field-problems";

/** What must be corrected before the request can be sent, the first problem of each field; empty when nothing. */
export function problemsIn(request: RegisterComplaint): FieldProblem[] {
  const checked = registerComplaintSchema.safeParse(request);
  if (checked.success) return [];
  const first = new Map<string, FieldProblem>();
  for (const problem of fieldProblemsIn(checked.error)) {
    if (!first.has(problem.path)) first.set(problem.path, problem);
  }
  return [...first.values()];
}
