import type { Locale } from "@otklik/shared/people/locale";
import type { Findings } from "@otklik/shared/proof/verify-files";
import { sayProof } from "../messages/proof/index";
import { VERDICT_SIGN, type Verdict, verdictOf } from "./verdict";

interface OverallVerdictProps {
  readonly locale: Locale;
  /** Of each clip; null for one without a proof. */
  readonly clips: readonly (Findings | null)[];
}

/** What came of several clips together, before each is told of; nothing where there is one alone. */
export function OverallVerdict({ locale, clips }: OverallVerdictProps) {
  const total = clips.length;
  if (total < 2) return null;
  const verdicts = clips.map((findings) => findings && verdictOf(findings));
  const count = (wanted: Verdict | null) => verdicts.filter((verdict) => verdict === wanted).length;
  const [differing, unsigned] = [count("broken"), count(null)];
  const [unvouched, incomplete] = [count("unvouched"), count("incomplete")];
  const words = () => {
    if (differing > 0) return sayProof(locale, "overall.broken", { differing, total });
    if (unsigned > 0) return sayProof(locale, "overall.unsigned", { unsigned, total });
    if (unvouched > 0) return sayProof(locale, "overall.unvouched", { unvouched, total });
    if (incomplete > 0) return sayProof(locale, "overall.incomplete", { incomplete, total });
    return sayProof(locale, "overall.whole", { total });
  };
  const worst = (["unvouched", "incomplete"] as const).find((verdict) => count(verdict) > 0) ?? "whole";
  const verdict = differing + unsigned > 0 ? "broken" : worst;
  return (
    <p class={`proof-overall ${verdict}`}>
      <span aria-hidden="true">{VERDICT_SIGN[verdict]}</span> {words()}.
    </p>
  );
}
