import type { Channel } from "@otklik/shared/complaint/vocabulary";
import type { Regulation, RuleFacts } from "@otklik/shared/deadline/regulation/regulation";
import { localDateOf } from "@otklik/shared/deadline/time/zone";
import type { Clock, Instant } from "@otklik/shared/deadline/vocabulary";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Queryable } from "../db/client";
import { complaints, dueDates, pauses } from "../db/schema";
import type { Caller } from "../deps";
import { grouped } from "./grouped";
import type { RuleBook } from "./rule-book";
import { dueDateRevisions, type StoredDueDate } from "./stored-due-dates";

/** Columns of a complaint on which its terms hang. */
export const termsColumns = {
  id: complaints.id,
  year: complaints.year,
  ordinal: complaints.ordinal,
  kind: complaints.kind,
  channel: complaints.channel,
  anonymous: complaints.anonymous,
  bases: complaints.legalBases,
  receivedAt: complaints.receivedAt,
  registeredAt: complaints.registeredAt,
  closedAt: complaints.closedAt,
  restartedAt: complaints.restartedAt,
  restartedChannel: complaints.restartedChannel,
  mergedInto: complaints.mergedInto,
};

export type TermsRow = Pick<typeof complaints.$inferSelect, Exclude<keyof typeof termsColumns, "bases">> & {
  readonly bases: (typeof complaints.$inferSelect)["legalBases"];
};

/** An event from which terms run: the complaint's own, or that of another one that goes on in it. */
export interface TermEvent {
  readonly channel: Channel;
  readonly receivedAt: Instant;
  readonly registeredAt: Instant;
  /** What it waited for and had been done when it was merged. */
  readonly met: readonly Clock[];
}

export interface StoredPause {
  readonly position: number;
  readonly from: Instant;
  /** Null while it lasts. */
  readonly to: Instant | null;
  readonly reason: string;
}

/** All on which the due dates of one complaint hang, and those that it has had. */
export interface ComplaintTerms {
  readonly id: string;
  readonly facts: Omit<RuleFacts, "channel">;
  readonly closedAt: Instant | null;
  /** Its own first. */
  readonly events: readonly TermEvent[];
  /** In order. */
  readonly pauses: readonly StoredPause[];
  /** Every revision: by clock, the newest first. */
  readonly dueDates: readonly StoredDueDate[];
  /** When all clocks last began anew; null while they run from its first registration. */
  readonly restartedIn: Instant | null;
  /** The one that first dated it. */
  readonly regulation: Regulation;
}

/** Reads the terms of one complaint. @throws RulesNotKnown when the book lacks rules that made a date */
export async function readTerms(
  db: Queryable,
  book: RuleBook,
  reader: Pick<Caller, "orgId" | "zone">,
  row: TermsRow,
): Promise<ComplaintTerms> {
  const [terms] = await readAllTerms(db, book, reader, [row]);
  if (terms === undefined) throw new Error("The terms of a complaint were not read");
  return terms;
}

/** Reads the terms of several complaints, in their order. @throws RulesNotKnown */
export async function readAllTerms(
  db: Queryable,
  book: RuleBook,
  { orgId, zone }: Pick<Caller, "orgId" | "zone">,
  rows: readonly TermsRow[],
): Promise<ComplaintTerms[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const [revisionsOf, pausesOf, mergedOf] = await Promise.all([
    dueDateRevisions(db, book, orgId, ids),
    selectPauses(db, orgId, ids),
    mergedEvents(db, orgId, ids),
  ]);
  return rows.map((row) => {
    const revisions = revisionsOf.get(row.id) ?? [];
    const restartedIn = restartOf(revisions);
    return {
      id: row.id,
      facts: { kind: row.kind, anonymous: row.anonymous, bases: row.bases },
      closedAt: row.closedAt?.toISOString() ?? null,
      events: [
        eventOf(row, []),
        ...(mergedOf.get(row.id) ?? [])
          .filter(({ mergedAt }) => restartedIn === null || mergedAt > restartedIn)
          .map(({ event }) => event),
      ],
      pauses: pausesOf.get(row.id) ?? [],
      dueDates: revisions,
      restartedIn,
      regulation: firstRegulation(revisions, book) ?? book.regulationOn(registeredOn(row, zone)),
    };
  });
}

/** The pause that lasts now. */
export function runningPause(terms: Pick<ComplaintTerms, "pauses">): StoredPause | null {
  const last = terms.pauses.at(-1);
  return last?.to === null ? last : null;
}

function registeredOn(row: TermsRow, zone: string): string {
  return localDateOf(row.registeredAt.toISOString(), zone);
}

function firstRegulation(revisions: readonly StoredDueDate[], book: RuleBook): Regulation | undefined {
  const first = revisions.find(({ cause }) => cause === "registered");
  return first && book.regulation(first.rule.regulation, first.rule.regulationVersion);
}

function restartOf(revisions: readonly StoredDueDate[]): Instant | null {
  const restarts = revisions.filter(({ cause }) => cause === "reopened" || cause === "written");
  return (
    restarts
      .map(({ madeAt }) => madeAt)
      .sort()
      .at(-1) ?? null
  );
}

type EventRow = Pick<
  TermsRow,
  "channel" | "receivedAt" | "registeredAt" | "restartedAt" | "restartedChannel"
>;

function eventOf(row: EventRow, met: readonly Clock[]): TermEvent {
  return {
    channel: row.restartedChannel ?? row.channel,
    receivedAt: (row.restartedAt ?? row.receivedAt).toISOString(),
    registeredAt: (row.restartedAt ?? row.registeredAt).toISOString(),
    met,
  };
}

async function selectPauses(
  db: Queryable,
  orgId: string,
  complaintIds: readonly string[],
): Promise<Map<string, StoredPause[]>> {
  const rows = await db
    .select()
    .from(pauses)
    .where(and(eq(pauses.orgId, orgId), inArray(pauses.complaintId, [...complaintIds])))
    .orderBy(asc(pauses.position));
  return grouped(
    rows,
    ({ complaintId }) => complaintId,
    ({ position, startedAt, endedAt, reason }) => ({
      position,
      from: startedAt.toISOString(),
      to: endedAt?.toISOString() ?? null,
      reason,
    }),
  );
}

/** Of those that go on in them, and of those that had gone on in these: by the complaint in which all of them do. */
async function mergedEvents(db: Queryable, orgId: string, complaintIds: readonly string[]) {
  const matter = sql`(
    WITH RECURSIVE matter AS (
      SELECT m.id, m.merged_into AS goes_on_in FROM complaints m
      WHERE m.org_id = ${orgId} AND ${inArray(sql`m.merged_into`, [...complaintIds])}
      UNION
      SELECT m.id, matter.goes_on_in FROM matter
      JOIN complaints m ON m.org_id = ${orgId} AND m.merged_into = matter.id
    ) SELECT id, goes_on_in FROM matter
  ) AS matter`;
  const rows = await db
    .select({
      goesOnIn: sql<string>`matter.goes_on_in`,
      channel: complaints.channel,
      receivedAt: complaints.receivedAt,
      registeredAt: complaints.registeredAt,
      restartedAt: complaints.restartedAt,
      restartedChannel: complaints.restartedChannel,
      closedAt: complaints.closedAt,
      met: sql<Clock[]>`ARRAY(
        SELECT d.clock::text FROM ${dueDates} d
        WHERE d.org_id = ${complaints.orgId} AND d.complaint_id = ${complaints.id}
          AND d.met_at IS NOT NULL AND d.superseded_at IS NULL
      )`,
    })
    .from(complaints)
    .innerJoin(matter, and(eq(complaints.orgId, orgId), eq(complaints.id, sql`matter.id`)));
  return grouped(
    rows,
    ({ goesOnIn }) => goesOnIn,
    (row) => ({ event: eventOf(row, row.met), mergedAt: row.closedAt?.toISOString() ?? "" }),
  );
}
