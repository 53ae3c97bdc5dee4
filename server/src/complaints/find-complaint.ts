import type { Complaint, ComplaintEvent } from "@otklik/shared/complaint/complaint";
import { COMPLAINT_EVENTS, type ComplaintEventKind } from "@otklik/shared/complaint/vocabulary";
import { windowOf } from "@otklik/shared/deadline/calendar/window-of";
import { isBusinessUnit } from "@otklik/shared/deadline/vocabulary";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Queryable } from "../db/client";
import { addedClips, complaints, events, evidence, files, people, topics } from "../db/schema";
import { termsColumns } from "../deadlines/complaint-terms";
import type { RuleBook } from "../deadlines/rule-book";
import { withRules } from "../deadlines/with-rules";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";
import { nameAt, nameThen } from "../journal/name-then";
import { openTaskLinks } from "../tasks/open-task-links";
import { subjectsOf } from "./find-subjects";
import { findTerms } from "./find-terms";
import { selectSummaries } from "./select-summaries";
import { toComplaint } from "./to-complaint";
import { withinReach } from "./within-reach";

/**
 * One complaint with everything that is known of it.
 *
 * @throws RegisterError `not-found`, also for one that the caller may not read
 */
export async function findComplaint(deps: Deps, caller: Caller, id: string): Promise<Complaint> {
  return withRules(deps, caller, (book) => findBy(book, deps, caller, id));
}

function findBy(book: RuleBook, deps: Deps, caller: Caller, id: string): Promise<Complaint> {
  return deps.tenants.read(caller.orgId, (tx) => readBy(tx, book, caller, id, deps.now()));
}

async function readBy(
  tx: Queryable,
  book: RuleBook,
  caller: Caller,
  id: string,
  now: Date,
): Promise<Complaint> {
  const { orgId, zone } = caller;
  const [[summary], [detail], files, added, events, subjects, taskLinks] = await Promise.all([
    selectSummaries(tx).where(and(eq(complaints.orgId, orgId), eq(complaints.id, id), withinReach(caller))),
    selectDetail(tx, orgId, id),
    evidenceOf(tx, orgId, id),
    addedClipsOf(tx, orgId, id),
    eventsOf(tx, orgId, id),
    subjectsOf(tx, orgId, id),
    openTaskLinks(tx, orgId, id, now),
  ]);
  if (summary === undefined || detail === undefined) throw new RegisterError("not-found");
  const terms = await findTerms(tx, book, caller, detail.terms);
  const inHours = [...terms.dueDates, ...terms.pausedClocks].some(({ rule }) => isBusinessUnit(rule.unit));
  const details = {
    topic: detail.topic,
    remedySought: detail.remedySought,
    receivedAt: detail.terms.receivedAt.toISOString(),
    closedAt: detail.terms.closedAt?.toISOString() ?? null,
    registeredBy: detail.registeredBy,
    clip: detail.clip,
    ...terms,
    evidence: files,
    addedClips: added,
    events,
    subjects,
    taskLinks,
    zone,
    window: windowOf(book.calendar, now.toISOString(), zone, inHours),
  };
  return toComplaint(summary, details, book);
}

function selectDetail(db: Queryable, orgId: string, id: string) {
  const registrar = alias(people, "registrar");
  return db
    .select({
      topic: { id: topics.id, name: topics.name },
      remedySought: complaints.remedySought,
      terms: termsColumns,
      clip: complaints.clip,
      registeredBy: { id: registrar.id, name: registrar.name },
    })
    .from(complaints)
    .innerJoin(
      registrar,
      and(eq(registrar.orgId, complaints.orgId), eq(registrar.id, complaints.registeredBy)),
    )
    .leftJoin(topics, and(eq(topics.orgId, complaints.orgId), eq(topics.id, complaints.topicId)))
    .where(and(eq(complaints.orgId, orgId), eq(complaints.id, id)));
}

async function evidenceOf(db: Queryable, orgId: string, complaintId: string): Promise<Complaint["evidence"]> {
  const rows = await db
    .select({
      kind: evidence.kind,
      sha256: evidence.sha256,
      mediaType: evidence.mediaType,
      bytes: evidence.bytes,
      region: evidence.region,
      masks: evidence.masks,
      maskedParts: evidence.maskedParts,
      addedClipId: evidence.addedClipId,
      storedAt: files.storedAt,
    })
    .from(evidence)
    .leftJoin(files, and(eq(files.orgId, evidence.orgId), eq(files.sha256, evidence.sha256)))
    .where(and(eq(evidence.orgId, orgId), eq(evidence.complaintId, complaintId)))
    .orderBy(asc(evidence.position));
  return rows.map(({ maskedParts, ...row }) => ({
    ...row,
    ...(maskedParts !== null && { maskedParts }),
    sha256: row.sha256.toString("hex"),
    storedAt: row.storedAt?.toISOString() ?? null,
  }));
}

async function addedClipsOf(
  db: Queryable,
  orgId: string,
  complaintId: string,
): Promise<Complaint["addedClips"]> {
  const rows = await db
    .select({
      id: addedClips.id,
      clip: addedClips.clip,
      addedAt: addedClips.addedAt,
      addedBy: { id: people.id, name: nameAt(people, addedClips.addedAt) },
    })
    .from(addedClips)
    .innerJoin(people, and(eq(people.orgId, addedClips.orgId), eq(people.id, addedClips.addedBy)))
    .where(and(eq(addedClips.orgId, orgId), eq(addedClips.complaintId, complaintId)))
    .orderBy(asc(addedClips.addedAt), asc(addedClips.id));
  return rows.map((row) => ({ ...row, addedAt: row.addedAt.toISOString() }));
}

async function eventsOf(db: Queryable, orgId: string, complaintId: string): Promise<ComplaintEvent[]> {
  const rows = await db
    .select({
      at: events.at,
      kind: sql<ComplaintEventKind>`${events.kind}`,
      actor: { id: people.id, name: sql<string>`${nameThen()}` },
      data: events.data,
    })
    .from(events)
    .leftJoin(people, and(eq(people.orgId, events.orgId), eq(people.id, events.actorId)))
    .where(
      and(
        eq(events.orgId, orgId),
        eq(events.complaintId, complaintId),
        inArray(events.kind, [...COMPLAINT_EVENTS]),
      ),
    )
    .orderBy(asc(events.id));
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
