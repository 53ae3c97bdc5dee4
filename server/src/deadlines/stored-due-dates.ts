import type { ComplaintDueDate } from "@otklik/shared/complaint/complaint";
import { and, asc, eq, isNull } from "drizzle-orm";
import type { Queryable } from "../db/client";
import { dueDates } from "../db/schema";
import { type RuleBook, ruleOf } from "./rule-book";

/**
 * The due dates of one complaint that are in force, the earliest first.
 *
 * @throws RulesNotKnown when one was made by rules that the book does not have
 */
export async function storedDueDates(
  db: Queryable,
  book: RuleBook,
  orgId: string,
  complaintId: string,
): Promise<ComplaintDueDate[]> {
  const rows = await db
    .select()
    .from(dueDates)
    .where(
      and(eq(dueDates.orgId, orgId), eq(dueDates.complaintId, complaintId), isNull(dueDates.supersededAt)),
    )
    .orderBy(asc(dueDates.dueAt), asc(dueDates.clock));
  return rows.map((row) => toComplaintDueDate(row, book));
}

function toComplaintDueDate(row: typeof dueDates.$inferSelect, book: RuleBook): ComplaintDueDate {
  return {
    clock: row.clock,
    dueAt: row.dueAt.toISOString(),
    dueOn: row.dueOn,
    provisional: row.provisional,
    startAt: row.startAt.toISOString(),
    calendarVersion: row.calendarVersion,
    rule: ruleOf(book, row),
    metAt: row.metAt?.toISOString() ?? null,
  };
}
