import { randomUUID } from "node:crypto";
import type { CreateOrganisation, OrganisationCreated } from "@otklik/shared/people/organisations";
import { people } from "../db/schema";
import type { Caller, Deps } from "../deps";
import { recordPeopleEvent } from "../journal/record-people-event";
import { insertOrganisation } from "../people/insert-organisation";
import { issueAccountLink } from "../people/issue-account-link";
import { mailAccountLink } from "../people/mail-account-link";

/**
 * Makes an organisation and invites its first admin. Its log tells of both; whoever looks after the installation
 * is nobody in it, so that no person of it did either: the installation's log tells who it was.
 */
export async function createOrganisation(
  deps: Deps,
  caller: Caller,
  { organisationName, zone, locale, name, email }: CreateOrganisation,
): Promise<OrganisationCreated> {
  const orgId = randomUUID();
  const personId = randomUUID();
  const now = deps.now();
  const link = await deps.tenants.within(orgId, async (tx) => {
    await insertOrganisation(tx, { id: orgId, name: organisationName, zone, locale, createdAt: now });
    const roles = ["admin" as const];
    await tx.insert(people).values({ orgId, id: personId, name, email, passwordHash: null, roles });
    const nobody = { orgId, personId: null, deviceId: null };
    const created = { name: organisationName, zone, locale };
    await recordPeopleEvent(tx, nobody, { kind: "organisation_created", data: created });
    const person = { id: personId, name };
    await recordPeopleEvent(tx, nobody, { kind: "person_invited", data: { person, email, roles } });
    const invitation = { orgId, personId, name, purpose: "invitation", issuedBy: caller } as const;
    return issueAccountLink(tx, deps.env.publicUrl, invitation, now);
  });
  return {
    organisation: {
      id: orgId,
      name: organisationName,
      zone,
      locale,
      people: 1,
      createdAt: now.toISOString(),
    },
    link: await mailAccountLink(deps, orgId, { name, email }, "invitation", link),
  };
}
