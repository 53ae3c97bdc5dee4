import type { TimeLimit } from "@otklik/shared/deadline/regulation/regulation";
import {
  type RegulationProblem,
  regulationProblems,
} from "@otklik/shared/deadline/regulation/regulation-problems";
import { sayRegulationProblem } from "@otklik/shared/deadline/say/say-regulation-problem";
import { useMemo } from "preact/hooks";
import { sayRegulation } from "../../../messages/regulation/index";
import { useLocale } from "../../../preferences/Preferences";
import { sayRuleName } from "../say-rule";

interface DraftDoubtsProps {
  readonly timeLimits: readonly TimeLimit[];
  readonly onOpen: (ruleId: string) => void;
}

/** What is doubtful about the draft as a whole. It can be saved and published all the same. */
export function DraftDoubts({ timeLimits, onOpen }: DraftDoubtsProps) {
  const locale = useLocale();
  const doubts = useMemo(() => regulationProblems(timeLimits), [timeLimits]);
  if (doubts.length === 0) return null;
  return (
    <section class="note" aria-labelledby="doubts-title">
      <h2 id="doubts-title" class="note-title">
        {sayRegulation(locale, "doubts.title")}
      </h2>
      <ul class="problems">
        {doubts.map((doubt) => (
          <li key={JSON.stringify(doubt)}>
            <Doubt doubt={doubt} timeLimits={timeLimits} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface DoubtProps extends DraftDoubtsProps {
  readonly doubt: RegulationProblem;
}

/** One doubt; that of a rule leads to it. */
function Doubt({ doubt, timeLimits, onOpen }: DoubtProps) {
  const locale = useLocale();
  const said = sayRegulationProblem(locale, doubt);
  const rule = "ruleId" in doubt ? timeLimits.find(({ id }) => id === doubt.ruleId) : undefined;
  if (rule === undefined) return <>{said}</>;
  return (
    <>
      <button type="button" class="link-button" onClick={() => onOpen(rule.id)}>
        {sayRuleName(locale, rule)}
      </button>{" "}
      — {said}
    </>
  );
}
