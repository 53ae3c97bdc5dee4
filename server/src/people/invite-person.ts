import { randomUUID } from "node:crypto";
import type { Invite, IssuedLink, Person } from "@otklik/shared/people/people";
import { people } from "../db/schema";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";
import { recordPeopleEvent } from "../journal/record-people-event";
import { issueAccountLink } from "./issue-account-link";
import { readPerson } from "./list-people";
import { mailAccountLink } from "./mail-account-link";

/**
 * Makes a person who has yet to set a password by the link that is answered, and mailed where mail is configured.
 *
 * @throws RegisterError `email-taken` when the organisation has somebody with this address, shut out or not
 */
export async function invitePerson(
  deps: Deps,
  caller: Caller,
  { name, email, roles }: Invite,
): Promise<{ person: Person; link: IssuedLink }> {
  const { orgId } = caller;
  const key = { orgId, personId: randomUUID() };
  const made = await deps.tenants.within(orgId, async (tx) => {
    const inserted = await tx
      .insert(people)
      .values({ orgId, id: key.personId, name, email, passwordHash: null, roles })
      .onConflictDoNothing({ target: [people.orgId, people.email] })
      .returning({ id: people.id, name: people.name });
    const [invited] = inserted;
    if (invited === undefined) throw new RegisterError("email-taken");
    await recordPeopleEvent(tx, caller, { kind: "person_invited", data: { person: invited, email, roles } });
    const link = await issueAccountLink(
      tx,
      deps.env.publicUrl,
      { ...key, name, purpose: "invitation", issuedBy: caller },
      deps.now(),
    );
    return { person: await readPerson(tx, orgId, key.personId), link };
  });
  return {
    person: made.person,
    link: await mailAccountLink(deps, orgId, made.person, "invitation", made.link),
  };
}
