import type { TimeLimit } from "@otklik/shared/deadline/regulation/regulation";
import { timeLimitSchema } from "@otklik/shared/deadline/regulation/regulation-schema";
import { type FieldProblem, fieldProblemsIn } from "@otklik/shared/field-problems";
import { z } from "zod";
import { type RuleForm, toTimeLimit } from "./rule-form";

// The page's policy lets no code be made from text, and zod would try.
z.config({ jitless: true });

/** A form that says a rule, or what is wrong with it, each problem at a path of the rule such as `basis.act`. */
export type CheckedRule =
  | { readonly limit: TimeLimit; readonly problems: readonly [] }
  | { readonly limit: null; readonly problems: readonly FieldProblem[] };

const checked = new WeakMap<RuleForm, CheckedRule>();

/** Reads one form by the very schema that the server reads it by. */
export function checkRule(form: RuleForm): CheckedRule {
  const known = checked.get(form);
  if (known !== undefined) return known;
  const read = timeLimitSchema.safeParse(toTimeLimit(form));
  const result: CheckedRule = read.success
    ? { limit: read.data, problems: [] }
    : { limit: null, problems: fieldProblemsIn(read.error) };
  checked.set(form, result);
  return result;
}
