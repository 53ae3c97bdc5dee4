import type { Complaint } from "@otklik/shared/complaint/complaint";
import { formatRegisterNumber } from "@otklik/shared/complaint/register-number";
import type { DecideExtension } from "@otklik/shared/complaint/term-changes";
import { endOfTerm } from "@otklik/shared/deadline/count/count-day-term";
import type { IsoDate, OwedClock } from "@otklik/shared/deadline/vocabulary";
import { extensionNotice } from "@otklik/shared/letters/extension-notice";
import { and, eq, sql } from "drizzle-orm";
import type { Queryable } from "../db/client";
import { organisations, termExtensions } from "../db/schema";
import { type ComplaintTerms, readTerms, type TermsRow } from "../deadlines/complaint-terms";
import { movesOf } from "../deadlines/plan-dates";
import { type DueReplacement, replaceDueDates } from "../deadlines/replace-due-dates";
import type { RuleBook } from "../deadlines/rule-book";
import { withRules } from "../deadlines/with-rules";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";
import { recordDatedEvent } from "../journal/record-dated-event";
import { checkExtension } from "./check-extension";
import { findComplaint } from "./find-complaint";
import { lockOpenComplaint } from "./lock-complaint";

/**
 * Decides a later date that was asked for. Approved before the present date has passed, it becomes the date, and the
 * letter to the complainant is written; approved too late it is refused, whenever it was asked for.
 * Who asked may also decide, when they hold both roles: the record names both and says so.
 *
 * @throws RegisterError `not-found`, `conflict-of-interest`, `complaint-closed`, `complaint-merged`, `extension-decided`,
 *   `step-already-recorded` when there is no date to be met any more, and those of `checkExtension`
 */
export async function decideExtension(
  deps: Deps,
  caller: Caller,
  input: DecideExtension & { readonly id: string; readonly position: number },
): Promise<Complaint> {
  await withRules(deps, caller, (book) =>
    deps.tenants.within(caller.orgId, (tx) =>
      decideExtensionIn(tx, book, caller, { ...input, now: deps.now() }),
    ),
  );
  return findComplaint(deps, caller, input.id);
}

interface Decide extends DecideExtension {
  readonly id: string;
  readonly position: number;
  readonly now: Date;
}

/** The same in a transaction that does more. */
export async function decideExtensionIn(
  tx: Queryable,
  book: RuleBook,
  caller: Caller,
  { id, position, decision, comment, now }: Decide,
): Promise<void> {
  const row = await lockOpenComplaint(tx, caller, id);
  const asked = await findAsked(tx, caller.orgId, id, position);
  const terms = await readTerms(tx, book, caller, row);
  const isOver = row.restartedAt !== null && asked.requestedAt < row.restartedAt;
  if (decision === "approved" && isOver) throw new RegisterError("extension-too-late");
  const approved =
    decision === "approved" ? await approve(tx, caller, book, { row, terms, asked, now }) : null;
  await tx
    .update(termExtensions)
    .set({
      decision,
      comment,
      decidedBy: caller.personId,
      decidedAt: now,
      notice: approved?.notice ?? null,
    })
    .where(isAsked(caller.orgId, id, position));
  const { clock, fromDueOn, toDueOn } = asked;
  await recordDatedEvent(tx, caller, id, {
    kind: "extension_decided",
    data: {
      position,
      clock,
      fromDueOn,
      toDueOn,
      decision,
      comment,
      ...(asked.requestedBy === caller.personId && { bySamePerson: true as const }),
      moves: movesOf(terms, approved === null ? [] : [approved.replacement]),
    },
  });
}

interface Asked {
  readonly clock: OwedClock;
  readonly fromDueOn: IsoDate;
  readonly toDueOn: IsoDate;
  readonly reason: string;
  readonly requestedBy: string;
  readonly requestedAt: Date;
}

async function findAsked(tx: Queryable, orgId: string, id: string, position: number): Promise<Asked> {
  const [row] = await tx
    .select({
      clock: sql<OwedClock>`${termExtensions.clock}`,
      fromDueOn: termExtensions.fromDueOn,
      toDueOn: termExtensions.toDueOn,
      reason: termExtensions.reason,
      requestedBy: termExtensions.requestedBy,
      requestedAt: termExtensions.requestedAt,
      decision: termExtensions.decision,
    })
    .from(termExtensions)
    .where(isAsked(orgId, id, position));
  if (row === undefined) throw new RegisterError("not-found");
  if (row.decision !== null) throw new RegisterError("extension-decided");
  return row;
}

function isAsked(orgId: string, id: string, position: number) {
  return and(
    eq(termExtensions.orgId, orgId),
    eq(termExtensions.complaintId, id),
    eq(termExtensions.position, position),
  );
}

interface Approval {
  readonly row: TermsRow;
  readonly terms: ComplaintTerms;
  readonly asked: Asked;
  readonly now: Date;
}

/** Moves the date. The day was agreed, so that no forecast can change it. */
async function approve(
  tx: Queryable,
  { orgId, zone }: Caller,
  { calendar }: RuleBook,
  { row, terms, asked, now }: Approval,
): Promise<{ readonly replacement: DueReplacement; readonly notice: string }> {
  const { clock, toDueOn: dueOn, reason } = asked;
  const present = checkExtension(terms, { clock, dueOn }, { now, calendar, zone });
  const dueAt = endOfTerm(dueOn, present.rule.end, calendar, zone);
  const due = { ...present, dueOn, dueAt, provisional: false };
  const replacement: DueReplacement = { complaintId: row.id, clock, due, metAt: null, cause: "extended" };
  await replaceDueDates(tx, orgId, [replacement], now);
  const [organisation] = await tx
    .select({ name: organisations.name, locale: organisations.locale })
    .from(organisations)
    .where(eq(organisations.id, orgId));
  if (organisation === undefined) throw new RegisterError("not-found");
  const notice = extensionNotice(organisation.locale, {
    organisation: organisation.name,
    incomingNumber: formatRegisterNumber(row.year, row.ordinal),
    clock,
    fromDueOn: present.dueOn,
    toDueOn: dueOn,
    reason,
  });
  return { replacement, notice };
}
