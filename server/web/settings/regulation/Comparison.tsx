import type { TimeLimit } from "@otklik/shared/deadline/regulation/regulation";
import { sayRegulation } from "../../messages/regulation/index";
import { useLocale } from "../../preferences/Preferences";
import { compareRules, type RuleChange } from "./compare-rules";
import { sayRuleField, sayRuleName } from "./say-rule";

interface ComparisonProps {
  readonly title: string;
  readonly before: readonly TimeLimit[];
  readonly after: readonly TimeLimit[];
  /** Said where nothing differs. */
  readonly same: string;
}

/** What differs between two sets of rules, in words. */
export function Comparison({ title, before, after, same }: ComparisonProps) {
  const changes = compareRules(before, after);
  return (
    <section class="comparison" aria-labelledby="comparison-title">
      <h2 id="comparison-title" tabIndex={-1}>
        {title}
      </h2>
      {changes.length === 0 ? <p class="muted">{same}</p> : <ChangeList changes={changes} />}
    </section>
  );
}

const KINDS = ["added", "changed", "removed"] as const;

/** Added, changed and removed rules, each kind under its name. */
function ChangeList({ changes }: { changes: readonly RuleChange[] }) {
  const locale = useLocale();
  return (
    <>
      <p class="muted">{sayRegulation(locale, "compare.count", { count: changes.length })}</p>
      {KINDS.map((kind) => {
        const ofKind = changes.filter((change) => change.kind === kind);
        if (ofKind.length === 0) return null;
        return (
          <section class="rule-change-group" key={kind}>
            <h3>{sayRegulation(locale, `change.${kind}`)}</h3>
            <ul class="plain-list rule-changes">
              {ofKind.map((change) => (
                <li class="rule-change" key={ruleOf(change).id}>
                  <p class="rule-change-name">{sayRuleName(locale, ruleOf(change))}</p>
                  {change.kind === "changed" ? (
                    <Differences before={change.before} after={change.after} />
                  ) : (
                    <p>
                      {sayRuleField(locale, "term", ruleOf(change))}{" "}
                      {sayRuleField(locale, "from", ruleOf(change))};{" "}
                      {sayRuleField(locale, "act", ruleOf(change))}
                    </p>
                  )}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

/** In what one rule differs: each thing as it was and as it is now. */
function Differences({ before, after }: { before: TimeLimit; after: TimeLimit }) {
  const locale = useLocale();
  const [change] = compareRules([before], [{ ...after, id: before.id }]);
  if (change?.kind !== "changed") return null;
  return (
    <dl class="facts">
      {change.fields.map((field) => (
        <>
          <dt key={field}>{sayRegulation(locale, `field.${field}`)}</dt>
          <dd>
            <span class="hidden">{sayRegulation(locale, "change.was")} </span>
            <del>{sayRuleField(locale, field, before)}</del>{" "}
            <span class="hidden">{sayRegulation(locale, "change.now")} </span>
            <ins>{sayRuleField(locale, field, after)}</ins>
          </dd>
        </>
      ))}
    </dl>
  );
}

function ruleOf(change: RuleChange): TimeLimit {
  return change.kind === "removed" ? change.before : change.after;
}
