import type { DueEnd } from "@otklik/shared/complaint/term-changes";
import type { WorkCalendar } from "@otklik/shared/deadline/calendar/work-calendar";
import type { Pause } from "@otklik/shared/deadline/count/pauses";
import { countLimit } from "@otklik/shared/deadline/due";
import type { DueDate } from "@otklik/shared/deadline/due-date";
import type { ApplicableRule } from "@otklik/shared/deadline/regulation/regulation";
import type { Instant } from "@otklik/shared/deadline/vocabulary";
import { and, eq, isNull, ne } from "drizzle-orm";
import { among } from "../db/among";
import type { Queryable } from "../db/client";
import { dueDates, pauses } from "../db/schema";
import type { Caller } from "../deps";
import { type RuleBook, type RuleName, ruleNamed } from "./rule-book";

/** A due date that a calendar gives another end. */
export interface RecountedDate {
  readonly complaintId: string;
  readonly before: DueEnd;
  readonly after: DueDate;
}

/**
 * Counts the due dates of complaints by a calendar: each that is owed and not met, by its own rule from its own
 * start. Extended dates were agreed and not counted; clocks that stand still have none: both are left alone.
 *
 * @returns those only whose end is another
 * @throws RulesNotKnown when the book lacks rules that made a date
 */
export async function recountDates(
  db: Queryable,
  book: RuleBook,
  calendar: WorkCalendar,
  { orgId, zone }: Pick<Caller, "orgId" | "zone">,
  complaintIds: readonly string[],
): Promise<RecountedDate[]> {
  if (complaintIds.length === 0) return [];
  const rules = namedRules(book);
  const counted = (await unmetDates(db, orgId, complaintIds)).map((row) => ({ row, ...rules(row) }));
  const mayPause = counted.filter(({ limit }) => limit.pausable).map(({ row }) => row.complaintId);
  const waited = await waitsOf(db, orgId, mayPause);
  const recounted: RecountedDate[] = [];
  for (const { row, limit, rule } of counted) {
    const startAt = row.startAt.toISOString();
    const { over, since } = waited.get(row.complaintId) ?? NEVER;
    const end = countLimit(limit, startAt, { calendar, zone, pauses: over });
    const before = { dueAt: row.dueAt.toISOString(), dueOn: row.dueOn, provisional: row.provisional };
    if (isSameEnd(before, end)) continue;
    // Only a clock that had run out before somebody was waited for has a date then, and must keep having one.
    if (limit.pausable && since !== null && end.dueAt > since) continue;
    const { complaintId, clock } = row;
    recounted.push({
      complaintId,
      before,
      after: { clock, ...end, startAt, calendarVersion: calendar.version, rule },
    });
  }
  return recounted;
}

function isSameEnd(one: DueEnd, other: DueEnd): boolean {
  return one.dueAt === other.dueAt && one.dueOn === other.dueOn && one.provisional === other.provisional;
}

function unmetDates(db: Queryable, orgId: string, complaintIds: readonly string[]) {
  return db
    .select({
      complaintId: dueDates.complaintId,
      clock: dueDates.clock,
      dueAt: dueDates.dueAt,
      dueOn: dueDates.dueOn,
      provisional: dueDates.provisional,
      startAt: dueDates.startAt,
      regulation: dueDates.regulation,
      regulationVersion: dueDates.regulationVersion,
      ruleId: dueDates.ruleId,
    })
    .from(dueDates)
    .where(
      and(
        eq(dueDates.orgId, orgId),
        among(dueDates.complaintId, complaintIds),
        isNull(dueDates.metAt),
        isNull(dueDates.supersededAt),
        ne(dueDates.cause, "extended"),
      ),
    );
}

/** Finds rules by their names; they are few, and asked for thousands of times. */
function namedRules(book: RuleBook): (name: RuleName) => ApplicableRule {
  const found = new Map<string, ApplicableRule>();
  return (name) => {
    const key = `${name.regulation} ${name.regulationVersion} ${name.ruleId}`;
    const rule = found.get(key) ?? ruleNamed(book, name);
    found.set(key, rule);
    return rule;
  };
}

/** When the complainant of one complaint was waited for. */
interface Waits {
  readonly over: readonly Pause[];
  /** Since when now; null when not. */
  readonly since: Instant | null;
}

const NEVER: Waits = { over: [], since: null };

async function waitsOf(
  db: Queryable,
  orgId: string,
  complaintIds: readonly string[],
): Promise<Map<string, Waits>> {
  const waits = new Map<string, Waits>();
  if (complaintIds.length === 0) return waits;
  const rows = await db
    .select({ complaintId: pauses.complaintId, startedAt: pauses.startedAt, endedAt: pauses.endedAt })
    .from(pauses)
    .where(and(eq(pauses.orgId, orgId), among(pauses.complaintId, [...new Set(complaintIds)])));
  for (const { complaintId, startedAt, endedAt } of rows) {
    const { over, since } = waits.get(complaintId) ?? NEVER;
    const from = startedAt.toISOString();
    waits.set(
      complaintId,
      endedAt === null
        ? { over, since: from }
        : { over: [...over, { from, to: endedAt.toISOString() }], since },
    );
  }
  return waits;
}
