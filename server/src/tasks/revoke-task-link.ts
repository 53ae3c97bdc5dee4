import { formatRegisterNumber } from "@otklik/shared/complaint/register-number";
import { and, eq, inArray, isNull } from "drizzle-orm";
import { lockComplaint } from "../complaints/lock-complaint";
import { requireNoConflict } from "../complaints/require-no-conflict";
import type { Queryable } from "../db/client";
import { complaints, taskLinks } from "../db/schema";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";
import type { Actor } from "../journal/record-event";
import { recordPeopleEvent } from "../journal/record-people-event";
import { namePerson } from "../people/name-person";

interface Revoke {
  readonly id: string;
  readonly linkId: string;
}

/**
 * Withdraws a link that was not used: it opens nothing any more.
 *
 * @throws RegisterError `not-found`, also when it was used or withdrawn; `conflict-of-interest`
 */
export async function revokeTaskLink(deps: Deps, caller: Caller, { id, linkId }: Revoke): Promise<void> {
  const { orgId } = caller;
  await deps.tenants.within(orgId, async (tx) => {
    const { year, ordinal } = await lockComplaint(tx, orgId, id);
    await requireNoConflict(tx, caller, [id]);
    const [revoked] = await tx
      .update(taskLinks)
      .set({ revokedAt: deps.now() })
      .where(
        and(
          eq(taskLinks.orgId, orgId),
          eq(taskLinks.id, linkId),
          eq(taskLinks.complaintId, id),
          isNull(taskLinks.usedAt),
          isNull(taskLinks.revokedAt),
        ),
      )
      .returning({ personId: taskLinks.personId, task: taskLinks.task });
    if (revoked === undefined) throw new RegisterError("not-found");
    const person = await namePerson(tx, { orgId, personId: revoked.personId });
    const complaint = { id, incomingNumber: formatRegisterNumber(year, ordinal) };
    const data = { complaint, task: revoked.task, person };
    await recordPeopleEvent(tx, caller, { kind: "task_link_revoked", data }, id);
  });
}

/**
 * From now on none of the links by which this person's decisions could be made opens anything. Each complaint's
 * history tells of its own.
 *
 * @param actor who shuts them out
 */
export async function revokeTaskLinksOf(
  tx: Queryable,
  actor: Actor,
  person: { readonly id: string; readonly name: string },
  now: Date,
): Promise<void> {
  const { orgId } = actor;
  const revoked = await tx
    .update(taskLinks)
    .set({ revokedAt: now })
    .where(
      and(
        eq(taskLinks.orgId, orgId),
        eq(taskLinks.personId, person.id),
        isNull(taskLinks.usedAt),
        isNull(taskLinks.revokedAt),
      ),
    )
    .returning({ complaintId: taskLinks.complaintId, task: taskLinks.task });
  if (revoked.length === 0) return;
  const named = await tx
    .select({ id: complaints.id, year: complaints.year, ordinal: complaints.ordinal })
    .from(complaints)
    .where(
      and(
        eq(complaints.orgId, orgId),
        inArray(
          complaints.id,
          revoked.map(({ complaintId }) => complaintId),
        ),
      ),
    );
  const numbers = new Map(named.map(({ id, year, ordinal }) => [id, formatRegisterNumber(year, ordinal)]));
  for (const { complaintId, task } of revoked) {
    const complaint = { id: complaintId, incomingNumber: numbers.get(complaintId) ?? "" };
    const data = { complaint, task, person };
    await recordPeopleEvent(tx, actor, { kind: "task_link_revoked", data }, complaintId);
  }
}
