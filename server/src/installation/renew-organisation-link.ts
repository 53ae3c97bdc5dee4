import type { OrganisationLink } from "@otklik/shared/people/organisations";
import type { Queryable } from "../db/client";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";
import { recordPeopleEvent } from "../journal/record-people-event";
import { findLinkedPerson } from "../people/find-linked-person";
import { type IssuedAccountLink, issueAccountLink } from "../people/issue-account-link";
import { mailAccountLink } from "../people/mail-account-link";
import { INSTALLATION_ID } from "../people/secrets";
import { type InvitedAdmin, invitedAdmins } from "./invited-admins";

/**
 * Makes the invitation of an organisation's first admin anew, as long as nobody has entered it: the link that was
 * there before may have been lost. Whoever looks after the installation gets into no register by it that has anything
 * in it.
 *
 * @throws RegisterError `not-found`; `organisation-entered` when somebody has joined it
 */
export async function renewOrganisationLink(
  deps: Deps,
  caller: Caller,
  orgId: string,
): Promise<OrganisationLink> {
  const ids = await deps.across.organisationIds();
  if (!ids.includes(orgId)) throw new RegisterError("not-found");
  const made = await deps.tenants.within([INSTALLATION_ID, orgId], async (tx) => {
    const admin = (await invitedAdmins(tx, [orgId])).get(orgId);
    if (admin === undefined) throw new RegisterError("organisation-entered");
    return { admin, link: await inviteAgain(deps, tx, caller, admin) };
  });
  return mailInvitation(deps, made.admin, made.link);
}

/** The link and what is written of it. @throws RegisterError `organisation-entered` */
export async function inviteAgain(
  deps: Deps,
  tx: Queryable,
  caller: Caller,
  { orgId, id, name }: InvitedAdmin,
): Promise<IssuedAccountLink> {
  // Behind the lock: they may have joined this moment.
  const person = await findLinkedPerson(tx, { orgId, personId: id });
  if (person?.purpose !== "invitation") throw new RegisterError("organisation-entered");
  const invitation = { orgId, personId: id, name, purpose: person.purpose, issuedBy: caller };
  const link = await issueAccountLink(tx, deps.env.publicUrl, invitation, deps.now());
  const data = { person: { id, name }, purpose: person.purpose, expiresAt: link.expiresAt.toISOString() };
  await recordPeopleEvent(tx, caller, { kind: "account_link_issued", data });
  return link;
}

/** Sends it where mail is configured; then nobody else is shown it. */
export async function mailInvitation(
  deps: Deps,
  { orgId, name, email }: InvitedAdmin,
  link: IssuedAccountLink,
): Promise<OrganisationLink> {
  const issued = await mailAccountLink(deps, orgId, { name, email }, "invitation", link);
  return issued.mailed ? { ...issued, url: null } : issued;
}
