import type { Findings } from "@otklik/shared/proof/verify-files";

/**
 * What a check comes to. `unvouched`: the files are those that were signed, but nothing tells whose key signed them:
 * without the register's receipt anybody can have made all of it.
 */
export type Verdict = "whole" | "unvouched" | "broken";

export const VERDICT_SIGN: Readonly<Record<Verdict, string>> = { whole: "✓", unvouched: "?", broken: "✕" };

/** The verdict on one clip. */
export function verdictOf({ isWhole, isReceived }: Pick<Findings, "isWhole" | "isReceived">): Verdict {
  if (!isWhole) return "broken";
  return isReceived === true ? "whole" : "unvouched";
}
