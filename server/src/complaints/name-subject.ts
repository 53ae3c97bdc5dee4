import type { Complaint } from "@otklik/shared/complaint/complaint";
import { formatRegisterNumber } from "@otklik/shared/complaint/register-number";
import { and, eq } from "drizzle-orm";
import type { Queryable } from "../db/client";
import { complaintSubjects } from "../db/schema";
import type { TermsRow } from "../deadlines/complaint-terms";
import type { Caller, Deps } from "../deps";
import { recordPeopleEvent } from "../journal/record-people-event";
import { namePerson } from "../people/name-person";
import { findComplaint } from "./find-complaint";
import { lockComplaint } from "./lock-complaint";
import { requireNoConflict } from "./require-no-conflict";

interface Subject {
  readonly id: string;
  readonly personId: string;
}

/**
 * Names a colleague whom a complaint is about, so that they decide nothing on it any more; naming oneself is how one
 * stands back. Somebody named already stays so.
 *
 * @throws RegisterError `not-found` for either, `conflict-of-interest` when it is about the caller
 */
export async function nameSubject(deps: Deps, caller: Caller, { id, personId }: Subject): Promise<Complaint> {
  await deps.tenants.within(caller.orgId, async (tx) => {
    const { row, person } = await lockSubject(tx, caller, { id, personId });
    const named = await tx
      .insert(complaintSubjects)
      .values({ orgId: caller.orgId, complaintId: id, personId, namedBy: caller.personId })
      .onConflictDoNothing()
      .returning({ personId: complaintSubjects.personId });
    if (named.length === 0) return;
    await recordPeopleEvent(
      tx,
      caller,
      { kind: "subject_named", data: { complaint: linkTo(row), person } },
      id,
    );
  });
  return findComplaint(deps, caller, id);
}

/**
 * Says that a complaint is not about a colleague after all. Somebody not named stays so.
 *
 * @throws RegisterError `not-found` for either, `conflict-of-interest` when it is about the caller
 */
export async function removeSubject(
  deps: Deps,
  caller: Caller,
  { id, personId }: Subject,
): Promise<Complaint> {
  await deps.tenants.within(caller.orgId, async (tx) => {
    const { row, person } = await lockSubject(tx, caller, { id, personId });
    const removed = await tx
      .delete(complaintSubjects)
      .where(
        and(
          eq(complaintSubjects.orgId, caller.orgId),
          eq(complaintSubjects.complaintId, id),
          eq(complaintSubjects.personId, personId),
        ),
      )
      .returning({ personId: complaintSubjects.personId });
    if (removed.length === 0) return;
    await recordPeopleEvent(
      tx,
      caller,
      { kind: "subject_removed", data: { complaint: linkTo(row), person } },
      id,
    );
  });
  return findComplaint(deps, caller, id);
}

async function lockSubject(tx: Queryable, caller: Caller, { id, personId }: Subject) {
  const row = await lockComplaint(tx, caller.orgId, id);
  await requireNoConflict(tx, caller, [id]);
  return { row, person: await namePerson(tx, { orgId: caller.orgId, personId }) };
}

function linkTo({ id, year, ordinal }: TermsRow) {
  return { id, incomingNumber: formatRegisterNumber(year, ordinal) };
}
