import type { CountProgress, DueChange } from "@otklik/shared/settings/due-changes";
import { and, asc, eq, isNull } from "drizzle-orm";
import { among } from "../db/among";
import type { Queryable } from "../db/client";
import { complaints, organisations } from "../db/schema";
import { databaseErrorCode } from "../db/unavailable";
import type { Caller, Deps } from "../deps";
import { type NewEvent, recordEvent, recordEvents } from "../journal/record-event";
import { dueChanges } from "./count-open-by-calendar";
import { countOpenComplaints, type OpenComplaint } from "./count-open-complaints";
import { recountDates } from "./recount-dates";
import { replaceDueDates } from "./replace-due-dates";
import { type RuleBook, RulesNotKnown } from "./rule-book";
import { withNewestRules } from "./with-rules";

/** Deadlock, serialization, a lock that somebody held for long: what was tried can be tried again. */
const TRANSIENT: ReadonlySet<string> = new Set(["40P01", "40001", "55P03"]);
const MAX_ATTEMPTS = 4;

/**
 * Counts the due dates of all open complaints by the newest calendar and keeps those that are others as new
 * revisions beside the old ones. Each batch is done or not; what was done stays when the iteration is ended
 * early. Doing it again changes nothing. A calendar that is published meanwhile makes it begin anew.
 */
export async function* recountOpenComplaints(deps: Deps, caller: Caller): AsyncGenerator<CountProgress> {
  let reached: CountProgress | null = null;
  try {
    const run = withNewestRules(deps, caller, (book) => recountBy(deps, caller, book));
    for await (const progress of run) {
      reached = progress;
      yield progress;
    }
  } finally {
    if (reached?.done !== true) {
      const { counted = 0, of = null, changed = 0 } = reached ?? {};
      deps.log.warn({ orgId: caller.orgId, counted, of, changed }, "a recount ended before all were counted");
    }
  }
}

async function* recountBy(deps: Deps, caller: Caller, book: RuleBook): AsyncGenerator<CountProgress> {
  const look = (batch: readonly OpenComplaint[]) =>
    again(() => deps.tenants.within(caller.orgId, (tx) => recountBatch(tx, caller, book, batch, deps.now())));
  for await (const progress of countOpenComplaints(deps, caller.orgId, look)) {
    // What the last line says is so by then.
    if (progress.done) await noteRecount(deps, caller, book, progress);
    yield progress;
  }
}

async function recountBatch(
  tx: Queryable,
  caller: Caller,
  book: RuleBook,
  batch: readonly OpenComplaint[],
  at: Date,
): Promise<DueChange[]> {
  if (batch.length === 0) return [];
  const { orgId } = caller;
  await requireNewest(tx, orgId, book);
  const ids = await lockOpen(tx, orgId, batch);
  const { calendar } = book;
  const recounted = await recountDates(tx, book, calendar, caller, ids);
  const replacements = recounted.map(({ complaintId, after }) => ({
    complaintId,
    clock: after.clock,
    due: after,
    metAt: null,
    cause: "recounted" as const,
  }));
  await replaceDueDates(tx, orgId, replacements, at);
  const changes = dueChanges(batch, recounted);
  await recordEvents(tx, caller, eventsOf(changes, calendar.version));
  return changes;
}

/** Nothing is published before the batch is done, so that no date is counted by a calendar that has been corrected. */
async function requireNewest(tx: Queryable, orgId: string, book: RuleBook): Promise<void> {
  const [organisation] = await tx
    .select({ revision: organisations.rulesRevision })
    .from(organisations)
    .where(eq(organisations.id, orgId))
    .for("share");
  if (organisation?.revision !== book.revision) throw new RulesNotKnown(`Revision ${organisation?.revision}`);
}

/** Those that are still open. Their ids give the order in which everybody locks several, so nobody waits in a circle. */
async function lockOpen(tx: Queryable, orgId: string, batch: readonly OpenComplaint[]): Promise<string[]> {
  const rows = await tx
    .select({ id: complaints.id })
    .from(complaints)
    .where(
      and(
        eq(complaints.orgId, orgId),
        among(
          complaints.id,
          batch.map(({ id }) => id),
        ),
        isNull(complaints.closedAt),
      ),
    )
    .orderBy(asc(complaints.id))
    .for("no key update");
  return rows.map(({ id }) => id);
}

/** One for each complaint, with all its dates that moved. */
function eventsOf(changes: readonly DueChange[], calendarVersion: string): NewEvent[] {
  const moves = new Map<string, Omit<DueChange, "complaintId" | "incomingNumber">[]>();
  for (const { complaintId, clock, before, after } of changes) {
    moves.set(complaintId, [...(moves.get(complaintId) ?? []), { clock, before, after }]);
  }
  return [...moves].map(([complaintId, moved]) => ({
    kind: "due_dates_recounted",
    complaintId,
    data: { calendarVersion, moves: moved },
  }));
}

async function noteRecount(
  { tenants }: Deps,
  caller: Caller,
  { calendar }: RuleBook,
  { counted, changed, earlier, later }: CountProgress,
): Promise<void> {
  await tenants.within(caller.orgId, async (tx) => {
    await tx
      .update(organisations)
      .set({ recountedBy: calendar.version })
      .where(eq(organisations.id, caller.orgId));
    await recordEvent(tx, caller, {
      kind: "open_complaints_recounted",
      data: { calendarVersion: calendar.version, counted, changed, earlier, later },
    });
  });
}

async function again<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === MAX_ATTEMPTS || !TRANSIENT.has(databaseErrorCode(error) ?? "")) throw error;
    }
  }
}
