import { and, eq } from "drizzle-orm";
import type { Queryable } from "../db/client";
import { complaints } from "../db/schema";
import type { ComplaintTerms } from "../deadlines/complaint-terms";
import { endPauseOf } from "../deadlines/end-pause-of";
import { expectedDates } from "../deadlines/expected-dates";
import { planDates } from "../deadlines/plan-dates";
import { replaceDueDates, tellNextDue } from "../deadlines/replace-due-dates";
import type { RuleBook } from "../deadlines/rule-book";
import type { Caller } from "../deps";

interface Closing {
  readonly at: Date;
  /** The complaint in which it goes on. */
  readonly mergedInto?: string;
}

/**
 * Closes a complaint whose row is locked: waiting for the complainant ends with it, and its retention begins
 * where the regulation sets one. What was not done keeps its date.
 */
export async function closeComplaint(
  tx: Queryable,
  book: RuleBook,
  { orgId, zone }: Pick<Caller, "orgId" | "zone">,
  terms: ComplaintTerms,
  { at, mergedInto }: Closing,
): Promise<void> {
  const ended = await endPauseOf(tx, orgId, terms, at);
  await tx
    .update(complaints)
    .set({ status: "closed", closedAt: at, ...(mergedInto !== undefined && { mergedInto }) })
    .where(and(eq(complaints.orgId, orgId), eq(complaints.id, terms.id)));
  const closed = { ...ended, closedAt: at.toISOString() };
  const expected = expectedDates(closed, book.calendar, zone);
  const retention = planDates(closed, expected, { cause: "closed", clocks: ["retention"] });
  await replaceDueDates(tx, orgId, retention, at);
  await tellNextDue(tx, orgId, [terms.id]);
}
