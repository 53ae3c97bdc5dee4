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
  const [row] = await deps.tenants.call(
    orgId,
    (sql, inside) => sql<Row[]>`
      SELECT overdue, due_today AS "dueToday", due_in_window AS "dueInWindow", still_open AS open,
        my_overdue AS "myOverdue", my_due_today AS "myDueToday", my_due_in_window AS "myDueInWindow",
        my_still_open AS "myOpen", coming, my_coming AS "myComing"
      FROM count_open_complaints(
        ${inside(sql`${orgId}::uuid`)}, ${personId}::uuid, ${now}::timestamptz, ${dayEnd}::timestamptz, ${end}::timestamptz,
        ${LIMITS.badgeInstants}::integer
      )`,
  );
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
