import type { Locale } from "@otklik/shared/people/locale";
import type { Findings } from "@otklik/shared/proof/verify-files";
import { sayProof } from "../messages/proof/index";

interface OverallVerdictProps {
  readonly locale: Locale;
  /** Of each clip; null for one without a proof. */
  readonly clips: readonly (Findings | null)[];
}

/** What came of several clips together, before each is told of; nothing where there is one alone. */
export function OverallVerdict({ locale, clips }: OverallVerdictProps) {
  const total = clips.length;
  if (total < 2) return null;
  const differing = clips.filter((findings) => findings?.isWhole === false).length;
  const unsigned = clips.filter((findings) => findings === null).length;
  const isWhole = differing + unsigned === 0;
  return (
    <p class={isWhole ? "proof-overall" : "proof-overall broken"}>
      <span aria-hidden="true">{isWhole ? "✓" : "✕"}</span>{" "}
      {differing > 0
        ? sayProof(locale, "overall.broken", { differing, total })
        : unsigned > 0
          ? sayProof(locale, "overall.unsigned", { unsigned, total })
          : sayProof(locale, "overall.whole", { total })}
      .
    </p>
  );
}
