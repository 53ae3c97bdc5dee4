import { and, eq, isNull } from "drizzle-orm";
import type { Queryable } from "../db/client";
import { pauses } from "../db/schema";
import { type ComplaintTerms, runningPause } from "./complaint-terms";

/**
 * Ends the pause that lasts, if one does.
 *
 * @returns the terms with the pause over
 */
export async function endPauseOf(
  tx: Queryable,
  orgId: string,
  terms: ComplaintTerms,
  at: Date,
): Promise<ComplaintTerms> {
  const ended = withPauseEnded(terms, at);
  const to = ended.pauses.at(-1)?.to;
  if (runningPause(terms) === null || to === undefined || to === null) return terms;
  await tx
    .update(pauses)
    .set({ endedAt: new Date(to) })
    .where(and(eq(pauses.orgId, orgId), eq(pauses.complaintId, terms.id), isNull(pauses.endedAt)));
  return ended;
}

/** The terms as they would be if the pause that lasts were over then. */
export function withPauseEnded(terms: ComplaintTerms, at: Date): ComplaintTerms {
  return {
    ...terms,
    pauses: terms.pauses.map((pause) => {
      if (pause.to !== null) return pause;
      // The clocks of two servers may differ by a little: no pause ends before it begins.
      const to = new Date(Math.max(at.getTime(), Date.parse(pause.from)));
      return { ...pause, to: to.toISOString() };
    }),
  };
}
