import { LIMITS } from "@otklik/shared/complaint/limits";
import type { CountProgress, DueChange } from "@otklik/shared/settings/due-changes";
import { and, asc, count, eq, isNull, sql } from "drizzle-orm";
import type { Queryable } from "../db/client";
import { complaints } from "../db/schema";
import type { Deps } from "../deps";

/** An open complaint on its way past. */
export interface OpenComplaint {
  readonly id: string;
  readonly year: number;
  readonly ordinal: number;
}

/** What is, or has been, changed on some of the open complaints. */
export type Look = (complaints: readonly OpenComplaint[]) => Promise<readonly DueChange[]>;

/** Large enough that the way to the database costs little, small enough that none of them is locked for long. */
const BATCH = 1_000;

/**
 * Looks at all open complaints of an organisation, some at a time in the order of their numbers, and tells after
 * each of them how far it has come. It keeps no more than a batch; whoever stops iterating ends it there.
 */
export async function* countOpenComplaints(
  { tenants }: Pick<Deps, "tenants">,
  orgId: string,
  look: Look,
  batch = BATCH,
): AsyncGenerator<CountProgress> {
  const open = await tenants.read(orgId, (tx) => countOpen(tx, orgId));
  const changes: DueChange[] = [];
  const sums = { counted: 0, changed: 0, earlier: 0, later: 0 };
  let last: OpenComplaint | null = null;
  const openAhead = (after: OpenComplaint | null) =>
    tenants.read(orgId, (tx) => openAfter(tx, orgId, after, batch + 1));
  for (;;) {
    // One more than is looked at tells whether there is a next batch.
    const ahead: readonly OpenComplaint[] = await openAhead(last);
    const next = ahead.slice(0, batch);
    const found = await look(next);
    sums.counted += next.length;
    add(sums, found);
    changes.push(...found.slice(0, LIMITS.changedDates - changes.length));
    last = next.at(-1) ?? null;
    if (ahead.length <= batch) break;
    // Others are registered meanwhile, so that there may be more of them than there were.
    yield { ...sums, of: Math.max(open, sums.counted), done: false, changes: [] };
  }
  yield { ...sums, of: sums.counted, done: true, changes };
}

function add(sums: { changed: number; earlier: number; later: number }, found: readonly DueChange[]): void {
  sums.changed += found.length;
  for (const { before, after } of found) {
    if (before === null || after === null) continue;
    const moved = Date.parse(after.dueAt) - Date.parse(before.dueAt);
    if (moved < 0) sums.earlier++;
    if (moved > 0) sums.later++;
  }
}

async function countOpen(db: Queryable, orgId: string): Promise<number> {
  const [row] = await db
    .select({ open: count() })
    .from(complaints)
    .where(and(eq(complaints.orgId, orgId), isNull(complaints.closedAt)));
  return row?.open ?? 0;
}

/** By number, which never changes: a complaint whose dates move is neither missed nor met twice. */
async function openAfter(
  db: Queryable,
  orgId: string,
  last: OpenComplaint | null,
  limit: number,
): Promise<OpenComplaint[]> {
  return db
    .select({ id: complaints.id, year: complaints.year, ordinal: complaints.ordinal })
    .from(complaints)
    .where(
      and(
        eq(complaints.orgId, orgId),
        isNull(complaints.closedAt),
        last === null
          ? undefined
          : sql`(${complaints.year}, ${complaints.ordinal}) > (${last.year}, ${last.ordinal})`,
      ),
    )
    .orderBy(asc(complaints.year), asc(complaints.ordinal))
    .limit(limit);
}
