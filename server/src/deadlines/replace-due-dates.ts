import type { DueDate } from "@otklik/shared/deadline/due-date";
import { type Clock, type DueCause, type Instant, OWED_CLOCKS } from "@otklik/shared/deadline/vocabulary";
import { type SQL, sql } from "drizzle-orm";
import type { Queryable } from "../db/client";

/** What takes the place of a due date. */
export interface DueReplacement {
  readonly complaintId: string;
  readonly clock: Clock;
  /** Null when the clock runs no more, or stands still. */
  readonly due: DueDate | null;
  /** When its event came, where it has. */
  readonly metAt: Instant | null;
  readonly cause: DueCause;
}

/**
 * The one way in which a due date changes: what was in force is superseded and stays, and a new revision takes
 * its place. Then every complaint that was touched says anew what is owed next.
 *
 * Called in the transaction that holds the complaints' rows locked; several complaints are locked in the
 * order of their ids, so that two such transactions never wait for each other in a circle.
 *
 * @param replacements one for a clock of a complaint at most
 */
export async function replaceDueDates(
  tx: Queryable,
  orgId: string,
  replacements: readonly DueReplacement[],
  at: Date,
): Promise<void> {
  if (replacements.length === 0) return;
  const rows = sql`jsonb_to_recordset(${JSON.stringify(replacements.map(toRow))}::text::jsonb) AS r(
    complaint_id uuid, clock clock, due_at timestamptz, due_on date, provisional boolean, start_at timestamptz,
    regulation text, regulation_version integer, rule_id text, calendar_version text, cause due_cause,
    met_at timestamptz
  )`;
  const instant = sql`${at.toISOString()}::timestamptz`;
  await tx.execute(sql`
    UPDATE due_dates d SET superseded_at = ${instant} FROM ${rows}
    WHERE d.org_id = ${orgId} AND d.complaint_id = r.complaint_id AND d.clock = r.clock
      AND d.superseded_at IS NULL`);
  await tx.execute(sql`
    INSERT INTO due_dates (
      org_id, complaint_id, clock, revision, due_at, due_on, provisional, start_at, regulation,
      regulation_version, rule_id, calendar_version, cause, made_at, met_at
    )
    SELECT ${orgId}::uuid, r.complaint_id, r.clock, 1 + coalesce((
        SELECT max(d.revision) FROM due_dates d
        WHERE d.org_id = ${orgId} AND d.complaint_id = r.complaint_id AND d.clock = r.clock
      ), 0), r.due_at, r.due_on, r.provisional, r.start_at, r.regulation, r.regulation_version, r.rule_id,
      r.calendar_version, r.cause, ${instant}, r.met_at
    FROM ${rows} WHERE r.due_at IS NOT NULL`);
  await tellNextDue(tx, orgId, [...new Set(replacements.map(({ complaintId }) => complaintId))]);
}

/** Lets each of the complaints say what is owed next: nobody is late by a retention, and nothing is owed on a closed one. */
export async function tellNextDue(
  tx: Queryable,
  orgId: string,
  complaintIds: readonly string[],
): Promise<void> {
  const owed: SQL = sql.join(
    OWED_CLOCKS.map((clock) => sql`${clock}::clock`),
    sql`, `,
  );
  await tx.execute(sql`
    UPDATE complaints c SET next_due_at = CASE WHEN c.closed_at IS NULL THEN (
      SELECT min(d.due_at) FROM due_dates d
      WHERE d.org_id = c.org_id AND d.complaint_id = c.id AND d.met_at IS NULL AND d.superseded_at IS NULL
        AND d.clock IN (${owed})
    ) END
    WHERE c.org_id = ${orgId}
      AND c.id IN (SELECT value::uuid FROM jsonb_array_elements_text(${JSON.stringify(complaintIds)}::text::jsonb))`);
}

function toRow({ complaintId, clock, due, metAt, cause }: DueReplacement) {
  return {
    complaint_id: complaintId,
    clock,
    cause,
    met_at: metAt,
    due_at: due?.dueAt ?? null,
    due_on: due?.dueOn ?? null,
    provisional: due?.provisional ?? null,
    start_at: due?.startAt ?? null,
    regulation: due?.rule.regulation ?? null,
    regulation_version: due?.rule.regulationVersion ?? null,
    rule_id: due?.rule.id ?? null,
    calendar_version: due?.calendarVersion ?? null,
  };
}
