import type { IssuedLink } from "@otklik/shared/people/people";
import { and, eq } from "drizzle-orm";
import { people } from "../db/schema";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";
import { issueAccountLink } from "./issue-account-link";
import { hasJoined } from "./list-people";
import { mailAccountLink } from "./mail-account-link";

/**
 * Makes a link for a colleague: the invitation again as long as they have no way to sign in, else one for a new
 * password. Their earlier links open nothing any more.
 *
 * @throws RegisterError `not-found`; `person-shut-out`
 */
export async function renewAccountLink(deps: Deps, caller: Caller, personId: string): Promise<IssuedLink> {
  const { orgId } = caller;
  const made = await deps.tenants.within(orgId, async (tx) => {
    const [person] = await tx
      .select({
        name: people.name,
        email: people.email,
        disabledAt: people.disabledAt,
        hasJoined: hasJoined(),
      })
      .from(people)
      .where(and(eq(people.orgId, orgId), eq(people.id, personId)))
      .for("update");
    if (person === undefined) throw new RegisterError("not-found");
    if (person.disabledAt !== null) throw new RegisterError("person-shut-out");
    const purpose = person.hasJoined ? "password_reset" : "invitation";
    const link = await issueAccountLink(
      tx,
      deps.env.publicUrl,
      { orgId, personId, name: person.name, purpose, issuedBy: caller.personId },
      deps.now(),
    );
    return { person, purpose, link } as const;
  });
  return mailAccountLink(deps, orgId, made.person, made.purpose, made.link);
}
