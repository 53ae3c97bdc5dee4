import type { TimeLimit } from "@otklik/shared/deadline/regulation/regulation";
import { CLOCKS } from "@otklik/shared/deadline/vocabulary";

/** What of a rule may differ, in the order in which a reader wants to know. */
export const RULE_FIELDS = [
  "clock",
  "scope",
  "term",
  "from",
  "roll",
  "end",
  "family",
  "pausable",
  "priority",
  "extension",
  "inForceFrom",
  "act",
  "link",
  "checkedOn",
] as const;
export type RuleField = (typeof RULE_FIELDS)[number];

/** What became of one rule. */
export type RuleChange =
  | { readonly kind: "added"; readonly after: TimeLimit }
  | { readonly kind: "removed"; readonly before: TimeLimit }
  | {
      readonly kind: "changed";
      readonly before: TimeLimit;
      readonly after: TimeLimit;
      readonly fields: readonly RuleField[];
    };

/** Which rules of `after` are new, which say something else and which are gone; by their ids, in the order of the clocks. */
export function compareRules(before: readonly TimeLimit[], after: readonly TimeLimit[]): RuleChange[] {
  const earlier = new Map(before.map((limit) => [limit.id, limit]));
  const later = new Set(after.map(({ id }) => id));
  const changes: RuleChange[] = [
    ...after.flatMap((limit): RuleChange[] => {
      const known = earlier.get(limit.id);
      if (known === undefined) return [{ kind: "added", after: limit }];
      const fields = differingFields(known, limit);
      return fields.length === 0 ? [] : [{ kind: "changed", before: known, after: limit, fields }];
    }),
    ...before
      .filter(({ id }) => !later.has(id))
      .map((limit) => ({ kind: "removed" as const, before: limit })),
  ];
  return changes.sort((one, other) => placeOf(one) - placeOf(other));
}

/** In what two rules differ; a list in another order is the same list. */
export function differingFields(before: TimeLimit, after: TimeLimit): RuleField[] {
  return RULE_FIELDS.filter((field) => textOf(before, field) !== textOf(after, field));
}

/** Whether two sets of rules say the same, rule by rule and in the same order. */
export function areSameRules(one: readonly TimeLimit[], other: readonly TimeLimit[]): boolean {
  return (
    one.length === other.length &&
    one.every((limit, place) => {
      const twin = other[place];
      return twin !== undefined && twin.id === limit.id && differingFields(limit, twin).length === 0;
    })
  );
}

function placeOf(change: RuleChange): number {
  return CLOCKS.indexOf(change.kind === "removed" ? change.before.clock : change.after.clock);
}

/** A field as a text that is the same where the field says the same. */
function textOf(limit: TimeLimit, field: RuleField): string {
  const { appliesTo, extension, basis } = limit;
  switch (field) {
    case "scope":
      return [
        sorted(appliesTo.kinds),
        sorted(appliesTo.channels),
        String(appliesTo.anonymous),
        sorted(appliesTo.bases),
      ].join("; ");
    case "term":
      return `${limit.n} ${limit.unit}`;
    case "extension":
      if (extension === null) return "none";
      return extension.longest === null ? "agreed" : `${extension.longest.n} ${extension.longest.unit}`;
    case "inForceFrom":
      return limit.inForceFrom ?? "";
    case "act":
      return `${basis.act}\n${basis.clause ?? ""}`;
    case "link":
      return basis.url ?? "";
    case "checkedOn":
      return basis.checkedOn;
    default:
      return String(limit[field]);
  }
}

function sorted(list: readonly string[] | undefined): string {
  return list === undefined ? "" : [...list].sort().join();
}
