import type { BadgeCounts, BadgeSnapshot } from "@otklik/shared/badge/badge-snapshot";
import { type BadgeWindow, dayEndAfter, LISTED_DAY_ENDS, windowEnd } from "@otklik/shared/badge/badge-window";
import { LIMITS } from "@otklik/shared/complaint/limits";
import { dayEndsFrom } from "@otklik/shared/deadline/time/zone";
import type { Caller, Deps } from "../deps";

interface Row {
  overdue: number;
  dueToday: number;
  dueInWindow: number;
  open: number;
  myOverdue: number;
  myDueToday: number;
  myDueInWindow: number;
  myOpen: number;
  /** Milliseconds since the epoch. */
  coming: number[];
  myComing: number[];
}

/**
 * Counts the caller's and the organisation's open complaints by due date, as of now. Only open
 * complaints are read, from the index alone; the ends of days are worked out here, because zone
 * arithmetic on every row costs more than the count.
 */
export async function findBadge(deps: Deps, caller: Caller, window: BadgeWindow): Promise<BadgeSnapshot> {
  const now = deps.now();
  const dayEndsAt = dayEndsFrom(now.toISOString(), caller.zone, LISTED_DAY_ENDS);
  const dayEnd = new Date(dayEndAfter(now.getTime(), dayEndsAt));
  const end = new Date(windowEnd(window, now.getTime(), dayEndsAt));
  const row = await count(deps, caller, now, dayEnd, end);
  return {
    asOf: now.toISOString(),
    window,
    zone: caller.zone,
    dayEndsAt,
    mine: counts(row.myOverdue, row.myDueToday, row.myDueInWindow, row.myOpen, row.myComing),
    organisation: counts(row.overdue, row.dueToday, row.dueInWindow, row.open, row.coming),
  };
}

async function count(deps: Deps, caller: Caller, at: Date, dayEndAt: Date, endAt: Date): Promise<Row> {
  const { orgId, personId } = caller;
  const [now, dayEnd, end] = [at.toISOString(), dayEndAt.toISOString(), endAt.toISOString()];
  const [row] = await deps.db.$client<Row[]>`
    SELECT
      count(*) FILTER (WHERE next_due_at <= ${now})::int AS overdue,
      count(*) FILTER (WHERE next_due_at > ${now} AND next_due_at <= ${dayEnd})::int AS "dueToday",
      count(*) FILTER (WHERE next_due_at > ${now} AND next_due_at <= ${end})::int AS "dueInWindow",
      count(*)::int AS open,
      count(*) FILTER (WHERE mine AND next_due_at <= ${now})::int AS "myOverdue",
      count(*) FILTER (WHERE mine AND next_due_at > ${now} AND next_due_at <= ${dayEnd})::int AS "myDueToday",
      count(*) FILTER (WHERE mine AND next_due_at > ${now} AND next_due_at <= ${end})::int AS "myDueInWindow",
      count(*) FILTER (WHERE mine)::int AS "myOpen",
      ARRAY(
        SELECT extract(epoch FROM next_due_at)::float8 * 1000 FROM complaints
        WHERE org_id = ${orgId} AND closed_at IS NULL AND next_due_at > ${now}
        ORDER BY next_due_at LIMIT ${LIMITS.badgeInstants}
      ) AS coming,
      ARRAY(
        SELECT extract(epoch FROM next_due_at)::float8 * 1000 FROM complaints
        WHERE org_id = ${orgId} AND responsible_id = ${personId} AND closed_at IS NULL AND next_due_at > ${now}
        ORDER BY next_due_at LIMIT ${LIMITS.badgeInstants}
      ) AS "myComing"
    FROM (
      SELECT next_due_at, responsible_id = ${personId} AS mine
      FROM complaints
      WHERE org_id = ${orgId} AND closed_at IS NULL
    ) AS still_open`;
  if (row === undefined) throw new Error("A count gave no row");
  return row;
}

function counts(
  overdue: number,
  dueToday: number,
  dueInWindow: number,
  open: number,
  coming: readonly number[],
): BadgeCounts {
  return {
    overdue,
    dueToday,
    dueInWindow,
    open,
    nextDueAt: coming.map((due) => new Date(due).toISOString()),
  };
}
