import type { Locale } from "@otklik/shared/people/locale";
import type { Findings } from "@otklik/shared/proof/verify-files";
import { sayProof } from "../messages/proof/index";
import { VERDICT_SIGN, verdictOf } from "./verdict";

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
  const unvouched = clips.filter(
    (findings) => findings !== null && verdictOf(findings) === "unvouched",
  ).length;
  const verdict = differing + unsigned > 0 ? "broken" : unvouched > 0 ? "unvouched" : "whole";
  return (
    <p class={`proof-overall ${verdict}`}>
      <span aria-hidden="true">{VERDICT_SIGN[verdict]}</span>{" "}
      {differing > 0
        ? sayProof(locale, "overall.broken", { differing, total })
        : unsigned > 0
          ? sayProof(locale, "overall.unsigned", { unsigned, total })
          : unvouched > 0
            ? sayProof(locale, "overall.unvouched", { unvouched, total })
            : sayProof(locale, "overall.whole", { total })}
      .
    </p>
  );
}
