import type { Complaint, TraceStep } from "@otklik/shared/complaint/complaint";
import { formatRegisterNumber } from "@otklik/shared/complaint/register-number";
import type { ComplaintLink, PausedClock, TermExtension } from "@otklik/shared/complaint/term-changes";
import { latestExtension } from "@otklik/shared/deadline/extension-limit";
import type { IsoDate, OwedClock } from "@otklik/shared/deadline/vocabulary";
import { traceOf } from "@otklik/shared/deadline/why";
import { and, asc, eq, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Queryable } from "../db/client";
import { complaints, people, termExtensions } from "../db/schema";
import { type ComplaintTerms, readTerms, runningPause, type TermsRow } from "../deadlines/complaint-terms";
import { expectedDates } from "../deadlines/expected-dates";
import { clocksStill } from "../deadlines/owed-clocks";
import { isSameCount } from "../deadlines/plan-dates";
import type { RuleBook } from "../deadlines/rule-book";
import { givenByRule, pausesBehind, ruleTermsOf } from "../deadlines/rule-terms";
import { inForce, type StoredDueDate } from "../deadlines/stored-due-dates";
import type { Caller } from "../deps";
import { nameAt } from "../journal/name-then";

/** What of a complaint has to do with its dates. */
export type FoundTerms = Pick<
  Complaint,
  | "bases"
  | "restartedAt"
  | "restartedChannel"
  | "dueDates"
  | "pausedClocks"
  | "dueHistory"
  | "extensions"
  | "pauses"
  | "mergedInto"
  | "mergedFrom"
>;

type Reader = Pick<Caller, "orgId" | "zone">;

/** The dates of a complaint, how each came to be, and what has moved them. @throws RulesNotKnown */
export async function findTerms(
  db: Queryable,
  book: RuleBook,
  reader: Reader,
  row: TermsRow,
): Promise<FoundTerms> {
  const [terms, extensions, links] = await Promise.all([
    readTerms(db, book, reader, row),
    extensionsOf(db, reader.orgId, row.id),
    linksOf(db, reader.orgId, row),
  ]);
  return {
    bases: row.bases,
    restartedAt: row.restartedAt?.toISOString() ?? null,
    restartedChannel: row.restartedChannel,
    dueDates: inForce(terms.dueDates).map((due) => toDueInForce(terms, due, book, reader.zone)),
    pausedClocks: pausedClocksOf(terms, book, reader.zone),
    dueHistory: terms.dueDates.flatMap(({ supersededAt, ...due }) =>
      supersededAt === null ? [] : [{ ...due, supersededAt }],
    ),
    extensions,
    pauses: terms.pauses.map(({ from, to, reason }) => ({ from, to, reason })),
    ...links,
  };
}

function toDueInForce(
  terms: ComplaintTerms,
  stored: StoredDueDate,
  book: RuleBook,
  zone: string,
): Complaint["dueDates"][number] {
  const { supersededAt: _supersededAt, ...due } = stored;
  return {
    ...due,
    extendableTo: extendableTo(terms, stored, book, zone),
    trace: traceBehind(terms, stored, book, zone),
  };
}

function extendableTo(
  terms: ComplaintTerms,
  due: StoredDueDate,
  { calendar }: RuleBook,
  zone: string,
): IsoDate | null {
  if (terms.closedAt !== null || due.metAt !== null || due.rule.extension === null) return null;
  return latestExtension(ruleTermsOf(terms, due, calendar, zone), calendar);
}

/** Of the date that the rule gave: from there an extension has moved it on. */
function traceBehind(terms: ComplaintTerms, due: StoredDueDate, book: RuleBook, zone: string): TraceStep[] {
  const given = givenByRule(terms, due);
  return traceOf(
    given,
    book.regulation(given.rule.regulation, given.rule.regulationVersion),
    book.calendarOf(given.calendarVersion),
    zone,
    pausesBehind(terms, given),
  );
}

function pausedClocksOf(terms: ComplaintTerms, book: RuleBook, zone: string): PausedClock[] {
  const pause = runningPause(terms);
  if (pause === null || terms.closedAt !== null) return [];
  return clocksStill(terms, expectedDates(terms, book.calendar, zone)).map((still) => {
    const had = terms.dueDates.find(
      (due) => due.clock === still.clock && due.supersededAt === pause.from && isSameCount(due, still),
    );
    const { clock, rule, dueAt, dueOn } = had ?? still;
    return { clock, rule, dueAt, dueOn };
  });
}

async function extensionsOf(db: Queryable, orgId: string, complaintId: string): Promise<TermExtension[]> {
  const asker = alias(people, "asker");
  const decider = alias(people, "decider");
  const rows = await db
    .select({
      position: termExtensions.position,
      clock: sql<OwedClock>`${termExtensions.clock}`,
      fromDueOn: termExtensions.fromDueOn,
      toDueOn: termExtensions.toDueOn,
      reason: termExtensions.reason,
      requestedBy: { id: asker.id, name: nameAt(asker, termExtensions.requestedAt) },
      requestedAt: termExtensions.requestedAt,
      decision: termExtensions.decision,
      decidedBy: { id: decider.id, name: nameAt(decider, termExtensions.decidedAt) },
      decidedAt: termExtensions.decidedAt,
      comment: termExtensions.comment,
      notice: termExtensions.notice,
    })
    .from(termExtensions)
    .innerJoin(asker, and(eq(asker.orgId, termExtensions.orgId), eq(asker.id, termExtensions.requestedBy)))
    .leftJoin(decider, and(eq(decider.orgId, termExtensions.orgId), eq(decider.id, termExtensions.decidedBy)))
    .where(and(eq(termExtensions.orgId, orgId), eq(termExtensions.complaintId, complaintId)))
    .orderBy(asc(termExtensions.position));
  return rows.map((row) => ({
    ...row,
    requestedAt: row.requestedAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
  }));
}

/** The one in which it goes on, and those that go on in it. */
async function linksOf(
  db: Queryable,
  orgId: string,
  { id, mergedInto }: Pick<TermsRow, "id" | "mergedInto">,
): Promise<Pick<FoundTerms, "mergedInto" | "mergedFrom">> {
  const isLinked: SQL | undefined =
    mergedInto === null
      ? eq(complaints.mergedInto, id)
      : or(eq(complaints.mergedInto, id), eq(complaints.id, mergedInto));
  const rows = await db
    .select({ id: complaints.id, year: complaints.year, ordinal: complaints.ordinal })
    .from(complaints)
    .where(and(eq(complaints.orgId, orgId), isLinked))
    .orderBy(asc(complaints.year), asc(complaints.ordinal));
  const links: ComplaintLink[] = rows.map((row) => ({
    id: row.id,
    incomingNumber: formatRegisterNumber(row.year, row.ordinal),
  }));
  return {
    mergedInto: links.find((link) => link.id === mergedInto) ?? null,
    mergedFrom: links.filter((link) => link.id !== mergedInto),
  };
}
