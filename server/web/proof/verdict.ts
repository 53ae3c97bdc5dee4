import type { Findings } from "@otklik/shared/proof/verify-files";

/**
 * What a check comes to. `unvouched`: the files are those that were signed, but nothing tells whose key signed them:
 * without the register's receipt anybody can have made all of it. `incomplete`: nothing differs, and the bytes of some
 * files are still on their way to the register.
 */
export type Verdict = "whole" | "incomplete" | "unvouched" | "broken";

export const VERDICT_SIGN: Readonly<Record<Verdict, string>> = {
  whole: "✓",
  incomplete: "–",
  unvouched: "?",
  broken: "✕",
};

/** The verdict on one clip. */
export function verdictOf({
  isUnaltered,
  isWhole,
  isReceived,
}: Pick<Findings, "isUnaltered" | "isWhole" | "isReceived">): Verdict {
  if (!isUnaltered) return "broken";
  if (isReceived !== true) return "unvouched";
  return isWhole ? "whole" : "incomplete";
}
