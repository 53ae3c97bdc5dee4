import { and, eq } from "drizzle-orm";
import type { PersonKey } from "../db/across";
import { identities, people } from "../db/schema";
import type { Tenant } from "../db/tenants";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";
import { recordPeopleEvent } from "../journal/record-people-event";
import { endSessions } from "../people/end-sessions";
import { type HeldPerson, holdCaller } from "../people/hold-person";
import { hasWayIn } from "./has-way-in";
import { providerOf } from "./provider-organisation";

/**
 * Forgets by what a person is known at an identity provider: the caller themselves, or a colleague, whose sessions
 * end with it. If the provider vouches for their address later, their next sign-in there links them anew.
 *
 * @throws RegisterError `not-found`; `person-shut-out` for a colleague to whom it opens nothing anyway; `last-way-in`
 *   when they could not sign in any more
 */
export async function removeIdentity(
  deps: Deps,
  caller: Caller,
  personId: string,
  id: string,
): Promise<void> {
  const { orgId } = caller;
  const key = { orgId, personId };
  const isOwn = personId === caller.personId;
  const provider = await providerOf(deps, orgId);
  await deps.tenants.within(orgId, async (tx) => {
    const person = isOwn ? await holdCaller(tx, caller) : await holdColleague(tx, key);
    const [removed] = await tx
      .delete(identities)
      .where(and(eq(identities.orgId, orgId), eq(identities.personId, personId), eq(identities.id, id)))
      .returning({ issuer: identities.issuer });
    if (removed === undefined) throw new RegisterError("not-found");
    const { issuer } = removed;
    // One of a provider that does not speak for the organisation any more is no way in.
    const isWayIn = issuer === provider?.issuer && person.passwordHash === null;
    if (isWayIn && !(await hasWayIn(tx, key, issuer))) throw new RegisterError("last-way-in");
    const sessions = isOwn ? 0 : await endSessions(tx, key, null);
    await recordPeopleEvent(tx, caller, {
      kind: "identity_removed",
      data: { person: { id: person.id, name: person.name }, issuer, sessions },
    });
  });
}

async function holdColleague(
  tx: Tenant,
  { orgId, personId }: PersonKey,
): Promise<Pick<HeldPerson, "id" | "name" | "passwordHash">> {
  const [person] = await tx
    .select({
      id: people.id,
      name: people.name,
      passwordHash: people.passwordHash,
      disabledAt: people.disabledAt,
    })
    .from(people)
    .where(and(eq(people.orgId, orgId), eq(people.id, personId)))
    .for("update");
  if (person === undefined) throw new RegisterError("not-found");
  if (person.disabledAt !== null) throw new RegisterError("person-shut-out");
  return person;
}
