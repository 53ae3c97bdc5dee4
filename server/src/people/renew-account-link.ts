import type { IssuedLink } from "@otklik/shared/people/people";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";
import { findLinkedPerson } from "./find-linked-person";
import { issueAccountLink } from "./issue-account-link";
import { mailAccountLink } from "./mail-account-link";

/**
 * Makes a link for a colleague: the invitation again as long as they have no way to sign in, else one for a new
 * password. Their earlier links open nothing any more.
 *
 * @throws RegisterError `not-found`; `person-shut-out`
 */
export async function renewAccountLink(deps: Deps, caller: Caller, personId: string): Promise<IssuedLink> {
  const { orgId } = caller;
  const key = { orgId, personId };
  const made = await deps.tenants.within(orgId, async (tx) => {
    const person = await findLinkedPerson(tx, key);
    if (person === null) throw new RegisterError("not-found");
    if (person.disabledAt !== null) throw new RegisterError("person-shut-out");
    const { name, purpose } = person;
    const link = { ...key, name, purpose, issuedBy: caller };
    return { person, link: await issueAccountLink(tx, deps.env.publicUrl, link, deps.now()) };
  });
  return mailAccountLink(deps, orgId, made.person, made.person.purpose, made.link);
}
