import { and, eq, isNull } from "drizzle-orm";
import type { PersonKey } from "../db/across";
import type { Queryable } from "../db/client";
import { devices } from "../db/schema";
import type { Caller, Deps } from "../deps";
import { recordPeopleEvent } from "../journal/record-people-event";
import { namePerson } from "./name-person";

/**
 * Ends the right of all of a person's devices, from the next request on. Without any nothing is written.
 *
 * @throws RegisterError `not-found` when the organisation has no such person
 */
export async function revokeAllDevices(deps: Deps, caller: Caller, personId: string): Promise<void> {
  const key = { orgId: caller.orgId, personId };
  await deps.tenants.within(caller.orgId, async (tx) => {
    const person = await namePerson(tx, key);
    const count = await revokeDevicesOf(tx, key, deps.now());
    if (count > 0) await recordPeopleEvent(tx, caller, { kind: "devices_revoked", data: { person, count } });
  });
}

/** The same within a transaction that does more. @returns how many were revoked */
export async function revokeDevicesOf(tx: Queryable, key: PersonKey, now: Date): Promise<number> {
  const revoked = await tx
    .update(devices)
    .set({ revokedAt: now })
    .where(and(eq(devices.orgId, key.orgId), eq(devices.personId, key.personId), isNull(devices.revokedAt)))
    .returning({ id: devices.id });
  return revoked.length;
}
