import { randomUUID } from "node:crypto";
import { formatRegisterNumber } from "@otklik/shared/complaint/register-number";
import type { IssuedTaskLink } from "@otklik/shared/complaint/task";
import type { TaskKind } from "@otklik/shared/complaint/vocabulary";
import { MILLISECONDS_OF_DAY } from "@otklik/shared/deadline/time/local-day";
import { sayTaskMail } from "@otklik/shared/messages/task-mail/index";
import { mayDo } from "@otklik/shared/people/roles";
import { and, eq, isNull } from "drizzle-orm";
import { lockOpenComplaint } from "../complaints/lock-complaint";
import { requireNoConflict } from "../complaints/require-no-conflict";
import type { Queryable } from "../db/client";
import { people, taskLinks, termExtensions } from "../db/schema";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";
import { recordPeopleEvent } from "../journal/record-people-event";
import { mailPerson } from "../mail/mail-person";
import { hasJoined } from "../people/list-people";
import { formatToken, hashSecret, newSecret } from "../people/secrets";
import { revokeTaskLink } from "./revoke-task-link";

const DAYS = 7;

interface Issue {
  readonly id: string;
  readonly position: number;
  readonly personId: string;
}

const TASK: TaskKind = "decide_extension";

/**
 * Makes a link by which somebody who may decide later dates decides this one without signing in, and mails it to them
 * alone. Where it cannot be mailed its address is answered, this once, to be passed on; never to the one who asked
 * for the date, who could decide by it in the other's name. Only a hash of its secret is kept.
 *
 * @throws RegisterError `not-found`; `cannot-decide` when the person may not decide later dates, or not on this
 *   complaint, or has not joined yet; `link-not-for-asker` when it could not be mailed and the caller has asked for the date;
 *   `extension-decided`; `conflict-of-interest`, `complaint-closed`, `complaint-merged`
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
  const made = await deps.tenants.within(orgId, async (tx) => {
    const { year, ordinal } = await lockOpenComplaint(tx, caller, id);
    const requestedBy = await requireWaiting(tx, orgId, id, position);
    const isAsker = requestedBy === caller.personId;
    if (isAsker && deps.mail === null) throw new RegisterError("link-not-for-asker");
    const { email, ...decider } = await findDecider(tx, orgId, id, personId);
    await tx.insert(taskLinks).values({
      orgId,
      secretHash: hashSecret(secret),
      id: linkId,
      task: TASK,
      complaintId: id,
      position,
      personId,
      issuedBy: caller.personId,
      issuedAt,
      expiresAt,
    });
    const complaint = { id, incomingNumber: formatRegisterNumber(year, ordinal) };
    const data = { complaint, task: TASK, person: decider, expiresAt: expiresAt.toISOString() };
    await recordPeopleEvent(tx, caller, { kind: "task_link_issued", data }, id);
    return { decider, email, isAsker, incomingNumber: complaint.incomingNumber };
  });
  const { decider, email, isAsker, incomingNumber } = made;
  // Behind `#`: no server and no log on the way sees it.
  const url = `${deps.env.publicUrl}/task#${formatToken(orgId, secret)}`;
  const mailed = await mailPerson(deps, orgId, email, (organisation) => {
    const said = { name: decider.name, number: incomingNumber, url, until: organisation.format(expiresAt) };
    const { locale, name, nameInSubject } = organisation;
    return {
      subject: sayTaskMail(locale, "subject", { ...said, organisation: nameInSubject }),
      text: sayTaskMail(locale, "text", { ...said, organisation: name }),
    };
  });
  if (!mailed && isAsker) {
    await revokeTaskLink(deps, caller, { id, linkId });
    throw new RegisterError("link-not-for-asker");
  }
  return {
    url: mailed ? null : url,
    mailed,
    link: {
      id: linkId,
      position,
      person: decider,
      issuedAt: issuedAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
    },
  };
}

/** @returns who has asked for the date that waits */
async function requireWaiting(tx: Queryable, orgId: string, id: string, position: number): Promise<string> {
  const [row] = await tx
    .select({ decision: termExtensions.decision, requestedBy: termExtensions.requestedBy })
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
  return row.requestedBy;
}

async function findDecider(tx: Queryable, orgId: string, complaintId: string, personId: string) {
  const [row] = await tx
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      roles: people.roles,
      joined: hasJoined(),
    })
    .from(people)
    .where(and(eq(people.orgId, orgId), eq(people.id, personId), isNull(people.disabledAt)));
  if (row === undefined) throw new RegisterError("not-found");
  const { roles, joined, ...person } = row;
  if (!joined || !mayDo(roles, "extension:decide")) throw new RegisterError("cannot-decide");
  await requireNoConflict(tx, { orgId, personId }, [complaintId], "cannot-decide");
  return person;
}
