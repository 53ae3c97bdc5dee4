import type { FieldProblem } from "@otklik/shared/field-problems";
import { sayRegulation } from "../../../messages/regulation/index";
import { useLocale } from "../../../preferences/Preferences";
import { sayRuleName } from "../say-rule";
import { type DraftWork, shownLimit, type WorkingRule } from "./draft-work";

interface DraftProblemsProps {
  readonly work: DraftWork;
  readonly problems: ReadonlyMap<number, readonly FieldProblem[]>;
  readonly onOpen: (rule: WorkingRule) => void;
}

/** What has to be corrected before the draft can be saved or published, each with the way there. */
export function DraftProblems({ work, problems, onOpen }: DraftProblemsProps) {
  const locale = useLocale();
  const isEmpty = work.every(({ removed }) => removed);
  if (problems.size === 0 && !isEmpty) return null;
  return (
    <section class="note note-failure" aria-labelledby="problems-title">
      <h2 id="problems-title" class="note-title">
        {sayRegulation(locale, "problems.title")}
      </h2>
      <ul class="problems">
        {isEmpty && <li>{sayRegulation(locale, "problems.last")}</li>}
        {work
          .filter(({ key }) => problems.has(key))
          .map((rule) => (
            <li key={rule.key}>
              <button type="button" class="link-button" onClick={() => onOpen(rule)}>
                {sayRegulation(locale, "problems.rule", {
                  rule: sayRuleName(locale, shownLimit(rule)),
                  count: problems.get(rule.key)?.length ?? 0,
                })}
              </button>
            </li>
          ))}
      </ul>
    </section>
  );
}
