import { and, eq, isNull } from "drizzle-orm";
import type { PersonKey } from "../db/across";
import type { Queryable } from "../db/client";
import { devices, pairings } from "../db/schema";
import type { Caller, Deps } from "../deps";
import { recordPeopleEvent } from "../journal/record-people-event";
import { namePerson } from "./name-person";
import { INSTALLATION_ID } from "./secrets";

/**
 * Ends the right of all of a person's devices, from the next request on. Without any nothing is written.
 *
 * @throws RegisterError `not-found` when the organisation has no such person
 */
export async function revokeAllDevices(deps: Deps, caller: Caller, personId: string): Promise<void> {
  const key = { orgId: caller.orgId, personId };
  await deps.tenants.within(withPairings(caller.orgId), async (tx) => {
    const person = await namePerson(tx, key);
    const count = await revokeDevicesOf(tx, key, deps.now());
    if (count > 0) await recordPeopleEvent(tx, caller, { kind: "devices_revoked", data: { person, count } });
  });
}

/** The organisations of a transaction that revokes: nobody's organisation has a pairing before it is a device. */
export function withPairings(orgId: string): readonly string[] {
  return [INSTALLATION_ID, orgId];
}

/**
 * The same within a transaction that does more. What they have approved and no extension has fetched yet opens
 * nothing either.
 *
 * @param tx of the organisations that `withPairings` names
 * @returns how many were revoked
 */
export async function revokeDevicesOf(tx: Queryable, key: PersonKey, now: Date): Promise<number> {
  // First, so that one which is fetched at this moment is a device when devices are revoked.
  await tx
    .update(pairings)
    .set({ burnedAt: now })
    .where(
      and(
        eq(pairings.orgId, INSTALLATION_ID),
        eq(pairings.decidedByOrgId, key.orgId),
        eq(pairings.decidedBy, key.personId),
        isNull(pairings.issuedAt),
        isNull(pairings.burnedAt),
      ),
    );
  const revoked = await tx
    .update(devices)
    .set({ revokedAt: now })
    .where(and(eq(devices.orgId, key.orgId), eq(devices.personId, key.personId), isNull(devices.revokedAt)))
    .returning({ id: devices.id });
  return revoked.length;
}
