import { and, eq } from "drizzle-orm";
import { identities, passkeys } from "../db/schema";
import type { Tenant } from "../db/tenants";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";
import { recordPeopleEvent } from "../journal/record-people-event";
import { holdCaller } from "../people/hold-person";
import { providerOrganisation } from "./provider-organisation";

/**
 * Removes one of the caller's passkeys.
 *
 * @throws RegisterError `not-found`; `last-way-in` when the person could not sign in any more
 */
export async function removePasskey(deps: Deps, caller: Caller, id: string): Promise<void> {
  const { orgId, personId } = caller;
  const organisation = await providerOrganisation(deps);
  const issuer = organisation === orgId ? deps.env.oidc?.issuer : undefined;
  await deps.tenants.within(orgId, async (tx) => {
    // Two removed at once must not each count on the other.
    const person = await holdCaller(tx, caller);
    const [removed] = await tx
      .delete(passkeys)
      .where(and(eq(passkeys.orgId, orgId), eq(passkeys.personId, personId), eq(passkeys.id, id)))
      .returning({ name: passkeys.name });
    if (removed === undefined) throw new RegisterError("not-found");
    if (person.passwordHash === null && !(await hasAnotherWayIn(tx, caller, issuer)))
      throw new RegisterError("last-way-in");
    await recordPeopleEvent(tx, caller, {
      kind: "passkey_removed",
      data: { person: { id: person.id, name: person.name }, name: removed.name },
    });
  });
}

/** Beside a password: a passkey, or the identity provider that speaks for the organisation now. */
async function hasAnotherWayIn(
  tx: Tenant,
  { orgId, personId }: Caller,
  issuer: string | undefined,
): Promise<boolean> {
  const [passkey] = await tx
    .select({ id: passkeys.id })
    .from(passkeys)
    .where(and(eq(passkeys.orgId, orgId), eq(passkeys.personId, personId)))
    .limit(1);
  if (passkey !== undefined) return true;
  if (issuer === undefined) return false;
  const [identity] = await tx
    .select({ subject: identities.subject })
    .from(identities)
    .where(and(eq(identities.orgId, orgId), eq(identities.personId, personId), eq(identities.issuer, issuer)))
    .limit(1);
  return identity !== undefined;
}
