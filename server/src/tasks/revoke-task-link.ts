import { formatRegisterNumber } from "@otklik/shared/complaint/register-number";
import { and, eq, isNull } from "drizzle-orm";
import { lockComplaint } from "../complaints/lock-complaint";
import { requireNoConflict } from "../complaints/require-no-conflict";
import type { PersonKey } from "../db/across";
import type { Queryable } from "../db/client";
import { taskLinks } from "../db/schema";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";
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

/** From now on none of the links by which this person's decisions could be made opens anything. */
export async function revokeTaskLinksOf(
  tx: Queryable,
  { orgId, personId }: PersonKey,
  now: Date,
): Promise<void> {
  await tx
    .update(taskLinks)
    .set({ revokedAt: now })
    .where(
      and(
        eq(taskLinks.orgId, orgId),
        eq(taskLinks.personId, personId),
        isNull(taskLinks.usedAt),
        isNull(taskLinks.revokedAt),
      ),
    );
}
