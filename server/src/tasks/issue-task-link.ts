import { randomUUID } from "node:crypto";
import { formatRegisterNumber } from "@otklik/shared/complaint/register-number";
import type { IssuedTaskLink } from "@otklik/shared/complaint/task";
import { MILLISECONDS_OF_DAY } from "@otklik/shared/deadline/time/local-day";
import { mayDo } from "@otklik/shared/people/roles";
import { and, eq, isNull } from "drizzle-orm";
import { lockOpenComplaint } from "../complaints/lock-complaint";
import { requireNoConflict } from "../complaints/require-no-conflict";
import type { Queryable } from "../db/client";
import { people, taskLinks, termExtensions } from "../db/schema";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";
import { recordPeopleEvent } from "../journal/record-people-event";
import { formatToken, hashSecret, newSecret } from "../people/secrets";

const DAYS = 7;

interface Issue {
  readonly id: string;
  readonly position: number;
  readonly personId: string;
}

/**
 * Makes a link by which somebody who may decide later dates decides this one without signing in. Its address is
 * given this once: only a hash of its secret is kept.
 *
 * @throws RegisterError `not-found`; `cannot-decide` when the person may not decide later dates, or not on this
 *   complaint; `extension-decided`; `conflict-of-interest`, `complaint-closed`, `complaint-merged`
 */
export async function issueTaskLink(
  deps: Deps,
  caller: Caller,
  { id, position, personId }: Issue,
): Promise<IssuedTaskLink> {
  const { orgId } = caller;
  const secret = newSecret();
  const linkId = randomUUID();
  const issuedAt = deps.now();
  const expiresAt = new Date(issuedAt.getTime() + DAYS * MILLISECONDS_OF_DAY);
  const person = await deps.tenants.within(orgId, async (tx) => {
    const { year, ordinal } = await lockOpenComplaint(tx, caller, id);
    await requireWaiting(tx, orgId, id, position);
    const decider = await findDecider(tx, orgId, id, personId);
    await tx.insert(taskLinks).values({
      orgId,
      secretHash: hashSecret(secret),
      id: linkId,
      task: "decide_extension",
      complaintId: id,
      position,
      personId,
      issuedBy: caller.personId,
      issuedAt,
      expiresAt,
    });
    const complaint = { id, incomingNumber: formatRegisterNumber(year, ordinal) };
    const data = { complaint, task: "decide_extension", person: decider, expiresAt: expiresAt.toISOString() };
    await recordPeopleEvent(tx, caller, { kind: "task_link_issued", data }, id);
    return decider;
  });
  return {
    // Behind `#`: no server and no log on the way sees it.
    url: `${deps.env.publicUrl}/task#${formatToken(orgId, secret)}`,
    link: {
      id: linkId,
      position,
      person,
      issuedAt: issuedAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
    },
  };
}

async function requireWaiting(tx: Queryable, orgId: string, id: string, position: number): Promise<void> {
  const [row] = await tx
    .select({ decision: termExtensions.decision })
    .from(termExtensions)
    .where(
      and(
        eq(termExtensions.orgId, orgId),
        eq(termExtensions.complaintId, id),
        eq(termExtensions.position, position),
      ),
    );
  if (row === undefined) throw new RegisterError("not-found");
  if (row.decision !== null) throw new RegisterError("extension-decided");
}

async function findDecider(tx: Queryable, orgId: string, complaintId: string, personId: string) {
  const [row] = await tx
    .select({ id: people.id, name: people.name, roles: people.roles })
    .from(people)
    .where(and(eq(people.orgId, orgId), eq(people.id, personId), isNull(people.disabledAt)));
  if (row === undefined) throw new RegisterError("not-found");
  const { roles, ...person } = row;
  if (!mayDo(roles, "extension:decide")) throw new RegisterError("cannot-decide");
  await requireNoConflict(tx, { orgId, personId }, [complaintId], "cannot-decide");
  return person;
}
