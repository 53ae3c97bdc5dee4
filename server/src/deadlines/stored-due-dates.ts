import type { ComplaintDueDate } from "@otklik/shared/complaint/complaint";
import type { DueRevision } from "@otklik/shared/complaint/term-changes";
import type { Instant } from "@otklik/shared/deadline/vocabulary";
import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { Queryable } from "../db/client";
import { dueDates } from "../db/schema";
import { grouped } from "./grouped";
import { type RuleBook, ruleOf } from "./rule-book";

/** One revision of a due date, in force or not. */
export interface StoredDueDate extends ComplaintDueDate, DueRevision {
  /** When another took its place; null while it is in force. */
  readonly supersededAt: Instant | null;
}

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
  const revisions = await dueDateRevisions(db, book, orgId, [complaintId]);
  return inForce(revisions.get(complaintId) ?? []).map(
    ({ revision: _revision, cause: _cause, madeAt: _madeAt, supersededAt: _supersededAt, ...due }) => due,
  );
}

/**
 * Every revision of the due dates of complaints: of each by clock, the newest first.
 *
 * @throws RulesNotKnown when one was made by rules that the book does not have
 */
export async function dueDateRevisions(
  db: Queryable,
  book: RuleBook,
  orgId: string,
  complaintIds: readonly string[],
): Promise<Map<string, StoredDueDate[]>> {
  const rows = await db
    .select()
    .from(dueDates)
    .where(and(eq(dueDates.orgId, orgId), inArray(dueDates.complaintId, [...complaintIds])))
    .orderBy(asc(dueDates.clock), desc(dueDates.revision));
  return grouped(
    rows,
    (row) => row.complaintId,
    (row) => toStoredDueDate(row, book),
  );
}

/** Those in force, the earliest first. */
export function inForce<Due extends StoredDueDate>(revisions: readonly Due[]): Due[] {
  return revisions
    .filter(({ supersededAt }) => supersededAt === null)
    .sort((one, other) => Date.parse(one.dueAt) - Date.parse(other.dueAt));
}

function toStoredDueDate(row: typeof dueDates.$inferSelect, book: RuleBook): StoredDueDate {
  return {
    clock: row.clock,
    dueAt: row.dueAt.toISOString(),
    dueOn: row.dueOn,
    provisional: row.provisional,
    startAt: row.startAt.toISOString(),
    calendarVersion: row.calendarVersion,
    rule: ruleOf(book, row),
    revision: row.revision,
    cause: row.cause,
    madeAt: row.madeAt.toISOString(),
    metAt: row.metAt?.toISOString() ?? null,
    supersededAt: row.supersededAt?.toISOString() ?? null,
  };
}
