import type { TimeLimit } from "@otklik/shared/deadline/regulation/regulation";
import { timeLimitsSchema } from "@otklik/shared/deadline/regulation/regulation-schema";

/** Ids of the rules that two sets differ in, in the order in which they stand there. */
export interface RuleChanges {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** Which rules came, went or became others. Their order says nothing: priority decides. */
export function ruleChanges(before: readonly TimeLimit[], after: readonly TimeLimit[]): RuleChanges {
  const [old, fresh] = [writtenById(before), writtenById(after)];
  return {
    added: [...fresh.keys()].filter((id) => !old.has(id)),
    changed: [...fresh].filter(([id, written]) => old.has(id) && old.get(id) !== written).map(([id]) => id),
    removed: [...old.keys()].filter((id) => !fresh.has(id)),
  };
}

/** Each rule as text; the schema puts its keys in one order, wherever it comes from. */
function writtenById(limits: readonly TimeLimit[]): Map<string, string> {
  return new Map(timeLimitsSchema.parse(limits).map((limit) => [limit.id, JSON.stringify(limit)]));
}
