import type { FieldProblem } from "@otklik/shared/field-problems";
import { checkRule } from "./check-rule";
import type { DraftWork } from "./draft-work";

/**
 * What has to be corrected, by the key of the rule: what its own form lacks, and an id that is another rule's.
 *
 * @param usedBefore ids of the rules of earlier versions that the present one has no more
 */
export function problemsByRule(
  work: DraftWork,
  usedBefore: ReadonlySet<string>,
): ReadonlyMap<number, readonly FieldProblem[]> {
  const found = new Map<number, readonly FieldProblem[]>();
  for (const rule of work) {
    if (rule.removed) continue;
    const id = rule.form.id.trim();
    const others = work.filter((other) => other.key !== rule.key && other.form.id.trim() === id);
    const problems = [
      ...checkRule(rule.form).problems,
      ...(others.some(({ removed }) => !removed) ? [{ path: "id", reason: "rule-id-twice" }] : []),
      // An id stays with the rule that was removed: due dates are kept with it.
      ...(others.some(({ removed }) => removed) || usedBefore.has(id)
        ? [{ path: "id", reason: "rule-id-used" }]
        : []),
    ];
    if (problems.length > 0) found.set(rule.key, problems);
  }
  return found;
}
