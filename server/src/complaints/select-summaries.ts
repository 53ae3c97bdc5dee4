import { OWED_CLOCKS } from "@otklik/shared/deadline/vocabulary";
import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Queryable } from "../db/client";
import { complaints, dueDates, people } from "../db/schema";

/** Enough of the narrative for an excerpt: the rest stays in the database. */
const EXCERPT_SOURCE_LENGTH = 400;

/** What a row of a list is made of; whoever uses it adds which, in what order and how many. */
export function selectSummaries(db: Queryable) {
  const nextDue = db
    .select({
      clock: dueDates.clock,
      dueAt: dueDates.dueAt,
      dueOn: dueDates.dueOn,
      provisional: dueDates.provisional,
      startAt: dueDates.startAt,
      cause: dueDates.cause,
      regulation: dueDates.regulation,
      regulationVersion: dueDates.regulationVersion,
      ruleId: dueDates.ruleId,
      calendarVersion: dueDates.calendarVersion,
    })
    .from(dueDates)
    .where(
      and(
        eq(dueDates.orgId, complaints.orgId),
        eq(dueDates.complaintId, complaints.id),
        inArray(dueDates.clock, [...OWED_CLOCKS]),
        isNull(dueDates.metAt),
        isNull(dueDates.supersededAt),
        isNull(complaints.closedAt),
      ),
    )
    .orderBy(asc(dueDates.dueAt), asc(dueDates.clock))
    .limit(1)
    .as("next_due");
  return db
    .select({
      id: complaints.id,
      year: complaints.year,
      ordinal: complaints.ordinal,
      status: complaints.status,
      kind: complaints.kind,
      channel: complaints.channel,
      anonymous: complaints.anonymous,
      author: sql<{ name: string | null; handle: string | null }>`${complaints.clip} -> 'author'`,
      narrative: sql<string>`left(${complaints.clip} ->> 'narrative', ${EXCERPT_SOURCE_LENGTH})`,
      permalink: sql<string | null>`${complaints.clip} ->> 'permalink'`,
      registeredAt: complaints.registeredAt,
      nextDueAt: complaints.nextDueAt,
      responsible: { id: people.id, name: people.name },
      nextDue: {
        clock: nextDue.clock,
        dueAt: nextDue.dueAt,
        dueOn: nextDue.dueOn,
        provisional: nextDue.provisional,
        startAt: nextDue.startAt,
        cause: nextDue.cause,
        regulation: nextDue.regulation,
        regulationVersion: nextDue.regulationVersion,
        ruleId: nextDue.ruleId,
        calendarVersion: nextDue.calendarVersion,
      },
    })
    .from(complaints)
    .leftJoin(people, and(eq(people.orgId, complaints.orgId), eq(people.id, complaints.responsibleId)))
    .leftJoinLateral(nextDue, sql`true`);
}

export type SummaryRow = Awaited<ReturnType<typeof selectSummaries>>[number];
