import type { TimeLimit } from "@otklik/shared/deadline/regulation/regulation";
import { differingFields } from "../compare-rules";
import { checkRule } from "./check-rule";
import { addRule, type DraftWork, type WorkingRule } from "./draft-work";
import { formOf } from "./rule-form";

/** A rule that two people have changed, each in another way. */
export interface Clash {
  /** Of the rule in the work. */
  readonly key: number;
  /** What the other made of it; null when they removed it. */
  readonly theirs: TimeLimit | null;
}

export interface Merged {
  /** The work with everything of theirs that nothing here contradicts; clashing rules stand as they are here. */
  readonly work: DraftWork;
  readonly clashes: readonly Clash[];
}

/**
 * Brings what somebody else saved into the work, rule by rule.
 *
 * @param base the draft as both of them had it
 */
export function mergeTheirs(
  work: DraftWork,
  base: readonly TimeLimit[],
  theirs: readonly TimeLimit[],
): Merged {
  const bases = byId(base);
  const others = byId(theirs);
  const clashes: Clash[] = [];
  const kept = work.map((rule) => {
    const was = bases.get(rule.form.id) ?? null;
    const their = others.get(rule.form.id) ?? null;
    if (isSame(was, their) || isSame(limitHere(rule), their)) return rule;
    if (isSame(limitHere(rule), was)) return takeTheirs(rule, their);
    clashes.push({ key: rule.key, theirs: their });
    return rule;
  });
  const here = new Set(work.map(({ form }) => form.id));
  const added = theirs.filter(({ id }) => !here.has(id));
  return {
    work: added.reduce<DraftWork>((known, limit) => addRule(known, formOf(limit)).work, kept),
    clashes,
  };
}

/** The other person's rule in place of the one here. */
export function takeTheirs(rule: WorkingRule, theirs: TimeLimit | null): WorkingRule {
  if (theirs === null) return { ...rule, removed: true };
  return { ...rule, removed: false, form: formOf(theirs), lastWhole: theirs };
}

/** The rule as it is in the draft here: null when it is not; undefined while it is half typed, which is like nothing else. */
function limitHere({ removed, form }: WorkingRule): TimeLimit | null | undefined {
  return removed ? null : (checkRule(form).limit ?? undefined);
}

function isSame(one: TimeLimit | null | undefined, other: TimeLimit | null): boolean {
  if (one === null || other === null) return one === other;
  return one !== undefined && differingFields(one, other).length === 0;
}

function byId(limits: readonly TimeLimit[]): ReadonlyMap<string, TimeLimit> {
  return new Map(limits.map((limit) => [limit.id, limit]));
}
