import { randomUUID } from "node:crypto";
import type { CreateOrganisation, OrganisationCreated } from "@otklik/shared/people/organisations";
import { eq, sql } from "drizzle-orm";
import type { Queryable } from "../db/client";
import { organisations, people } from "../db/schema";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";
import { recordPeopleEvent } from "../journal/record-people-event";
import { insertOrganisation } from "../people/insert-organisation";
import { INSTALLATION_ID } from "../people/secrets";
import { type InvitedAdmin, invitedAdmins } from "./invited-admins";
import { inviteAgain, mailInvitation } from "./renew-organisation-link";

/** With the low half of an organisation's id: of two requests for it at once the second finds it made. */
const LOCK = 4_605_513;

/**
 * Makes an organisation and invites its first admin. Its log tells of both; whoever looks after the installation
 * is nobody in it, so that no person of it did either: the installation's log tells who it was. Sent again, because
 * the answer was lost, it makes nothing but a new link.
 *
 * @throws RegisterError `organisation-id-reused` when there is one of this id with other details, or entered
 */
export async function createOrganisation(
  deps: Deps,
  caller: Caller,
  input: CreateOrganisation,
): Promise<OrganisationCreated & { readonly isNew: boolean }> {
  const { id, organisationName, zone, locale } = input;
  const made = await deps.tenants.within([INSTALLATION_ID, id], async (tx) => {
    await tx.execute(sql`SELECT pg_advisory_xact_lock(${LOCK}, hashtext(${id}))`);
    const known = await findMade(tx, input);
    const admin = known?.admin ?? (await insert(tx, caller, input, deps.now()));
    const link = await inviteAgain(deps, tx, caller, admin);
    return { admin, link, createdAt: known?.createdAt ?? deps.now(), isNew: known === null };
  });
  const { admin, link, createdAt, isNew } = made;
  return {
    organisation: {
      id,
      name: organisationName,
      zone,
      locale,
      people: 1,
      invited: { name: admin.name, email: admin.email },
      createdAt: createdAt.toISOString(),
    },
    link: await mailInvitation(deps, admin, link),
    isNew,
  };
}

/** The organisation that the same request has made before; null when there is none of its id. */
async function findMade(
  tx: Queryable,
  { id, organisationName, zone, locale, name, email }: CreateOrganisation,
) {
  const [row] = await tx.select().from(organisations).where(eq(organisations.id, id));
  if (row === undefined) return null;
  const admin = (await invitedAdmins(tx, [id])).get(id);
  const isSame =
    row.name === organisationName &&
    row.zone === zone &&
    row.locale === locale &&
    admin?.name === name &&
    admin.email === email;
  if (!isSame) throw new RegisterError("organisation-id-reused");
  return { admin, createdAt: row.createdAt };
}

async function insert(
  tx: Queryable,
  caller: Caller,
  { id: orgId, organisationName, zone, locale, name, email }: CreateOrganisation,
  createdAt: Date,
): Promise<InvitedAdmin> {
  const id = randomUUID();
  await insertOrganisation(tx, { id: orgId, name: organisationName, zone, locale, createdAt });
  const roles = ["admin" as const];
  await tx.insert(people).values({ orgId, id, name, email, passwordHash: null, roles });
  const nobody = { orgId, personId: null, deviceId: null };
  const data = { name: organisationName, zone, locale };
  await recordPeopleEvent(tx, nobody, { kind: "organisation_created", data });
  await recordPeopleEvent(tx, caller, { kind: "organisation_created", data: { ...data, id: orgId } });
  await recordPeopleEvent(tx, nobody, {
    kind: "person_invited",
    data: { person: { id, name }, email, roles },
  });
  return { orgId, id, name, email };
}
