import { and, eq } from "drizzle-orm";
import { passkeys } from "../db/schema";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";
import { recordPeopleEvent } from "../journal/record-people-event";
import { holdCaller } from "../people/hold-person";
import { hasWayIn } from "./has-way-in";
import { providerOf } from "./provider-organisation";

/**
 * Removes one of the caller's passkeys.
 *
 * @throws RegisterError `not-found`; `last-way-in` when the person could not sign in any more
 */
export async function removePasskey(deps: Deps, caller: Caller, id: string): Promise<void> {
  const { orgId, personId } = caller;
  const provider = await providerOf(deps, orgId);
  await deps.tenants.within(orgId, async (tx) => {
    // Two removed at once must not each count on the other.
    const person = await holdCaller(tx, caller);
    const [removed] = await tx
      .delete(passkeys)
      .where(and(eq(passkeys.orgId, orgId), eq(passkeys.personId, personId), eq(passkeys.id, id)))
      .returning({ name: passkeys.name });
    if (removed === undefined) throw new RegisterError("not-found");
    if (person.passwordHash === null && !(await hasWayIn(tx, caller, provider?.issuer)))
      throw new RegisterError("last-way-in");
    await recordPeopleEvent(tx, caller, {
      kind: "passkey_removed",
      data: { person: { id: person.id, name: person.name }, name: removed.name },
    });
  });
}
