import type { TimeLimit } from "@otklik/shared/deadline/regulation/regulation";
import { differingFields } from "../compare-rules";
import { checkRule } from "./check-rule";
import { formOf, type RuleForm, toTimeLimit } from "./rule-form";

/** One rule of the draft while it is worked on. */
export interface WorkingRule {
  /** Holds while the page is open: the rule's own id may be changed. */
  readonly key: number;
  readonly form: RuleForm;
  /** Taken out of the draft, and still there to be put back. */
  readonly removed: boolean;
  /** As it was when it last said a whole rule: what is counted by while it is being typed. Null when it never did. */
  readonly lastWhole: TimeLimit | null;
}

/** All rules of the draft, removed ones among them. */
export type DraftWork = readonly WorkingRule[];

/**
 * What is worked on when a draft is opened.
 *
 * @param present the rules that the draft is to replace: those that it lacks stand as removed
 */
export function workOf(draft: readonly TimeLimit[], present: readonly TimeLimit[]): DraftWork {
  const work = draft.map((limit, key) => ({ key, form: formOf(limit), removed: false, lastWhole: limit }));
  return withMissing(work, present);
}

/** With those of the present rules that the work knows nothing of, as removed: they can be put back. */
export function withMissing(work: DraftWork, present: readonly TimeLimit[]): DraftWork {
  const ids = new Set(work.map(({ form }) => form.id));
  return present
    .filter(({ id }) => !ids.has(id))
    .reduce((known, limit) => {
      const added = addRule(known, formOf(limit));
      return setRemoved(added.work, added.key, true);
    }, work);
}

/** The rule as its form says it now; what the form was when it was last whole is kept. */
export function changeRule(work: DraftWork, key: number, form: RuleForm): DraftWork {
  return work.map((rule) => {
    if (rule.key !== key) return rule;
    return { ...rule, form, lastWhole: checkRule(form).limit ?? rule.lastWhole };
  });
}

/** With one rule more; it stands after the one that it was copied from, or last. */
export function addRule(work: DraftWork, form: RuleForm, after?: number): { work: DraftWork; key: number } {
  const key = Math.max(-1, ...work.map((rule) => rule.key)) + 1;
  const added: WorkingRule = { key, form, removed: false, lastWhole: checkRule(form).limit };
  const place = work.findIndex((rule) => rule.key === after);
  const until = place === -1 ? work.length : place + 1;
  return { work: [...work.slice(0, until), added, ...work.slice(until)], key };
}

/** Takes a rule out, or puts it back. */
export function setRemoved(work: DraftWork, key: number, removed: boolean): DraftWork {
  return work.map((rule) => (rule.key === key ? { ...rule, removed } : rule));
}

/** The draft's rules; null while some form does not say one, or none is left. */
export function limitsOf(work: DraftWork): readonly TimeLimit[] | null {
  const limits = work.filter(({ removed }) => !removed).map(({ form }) => checkRule(form).limit);
  const whole = limits.filter((limit) => limit !== null);
  if (whole.length !== limits.length || whole.length === 0) return null;
  return new Set(whole.map(({ id }) => id)).size === whole.length ? whole : null;
}

/** The rules to count by meanwhile: each as it was last whole. */
export function countableLimits(work: DraftWork): readonly TimeLimit[] {
  return work.flatMap(({ removed, lastWhole }) => (removed || lastWhole === null ? [] : [lastWhole]));
}

/** The rule as the table shows it: as it was last whole, and before that as far as it is typed. */
export function shownLimit({ form, lastWhole }: WorkingRule): TimeLimit {
  return lastWhole ?? toTimeLimit(form);
}

/** What a rule is beside the one of its id that is to be replaced. */
export type RuleMark = "added" | "changed" | "removed" | "same";

/** Compares a rule of the draft with that of the same id among those in force. */
export function markOf(rule: WorkingRule, present: readonly TimeLimit[]): RuleMark {
  if (rule.removed) return "removed";
  const before = present.find(({ id }) => id === rule.form.id);
  if (before === undefined) return "added";
  const { limit } = checkRule(rule.form);
  return limit !== null && differingFields(before, limit).length === 0 ? "same" : "changed";
}

/**
 * An id that no rule has had: `wanted`, or with the first free number after it.
 *
 * @param taken ids of every version and of the draft, removed rules included: an id is never given twice
 */
export function freeId(wanted: string, taken: ReadonlySet<string>): string {
  const stem = wanted.replace(/-\d+$/, "");
  if (!taken.has(stem)) return stem;
  for (let number = 2; ; number++) {
    const id = `${stem}-${number}`;
    if (!taken.has(id)) return id;
  }
}
