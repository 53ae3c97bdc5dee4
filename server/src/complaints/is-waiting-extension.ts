import { and, gte, isNull, or, type SQL } from "drizzle-orm";
import { complaints, termExtensions } from "../db/schema";

/**
 * That an extension waits for a decision. One asked for before the terms began anew was for a date that is over:
 * nobody waits for it.
 *
 * @param restartedAt when the complaint's terms began anew; the column itself where complaints are joined
 */
export function isWaitingExtension(
  restartedAt: Date | null | typeof complaints.restartedAt,
): SQL | undefined {
  const isOfTheseTerms =
    restartedAt === complaints.restartedAt
      ? or(isNull(restartedAt), gte(termExtensions.requestedAt, restartedAt))
      : restartedAt === null
        ? undefined
        : gte(termExtensions.requestedAt, restartedAt);
  return and(isNull(termExtensions.decision), isOfTheseTerms);
}
