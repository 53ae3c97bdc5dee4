import { and, eq, isNull } from "drizzle-orm";
import { devices } from "../db/schema";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";
import { recordPeopleEvent } from "../journal/record-people-event";
import { namePerson } from "./name-person";

/**
 * Ends a device's right to act for its person, from the next request on.
 *
 * @param personId whose device it must be
 * @throws RegisterError `not-found` for another person's device and for one revoked before
 */
export async function revokeDevice(
  deps: Deps,
  caller: Caller,
  personId: string,
  deviceId: string,
): Promise<void> {
  await deps.tenants.within(caller.orgId, async (tx) => {
    const person = await namePerson(tx, { orgId: caller.orgId, personId });
    const [revoked] = await tx
      .update(devices)
      .set({ revokedAt: deps.now() })
      .where(
        and(
          eq(devices.orgId, caller.orgId),
          eq(devices.id, deviceId),
          eq(devices.personId, personId),
          isNull(devices.revokedAt),
        ),
      )
      .returning({ name: devices.name });
    if (revoked === undefined) throw new RegisterError("not-found");
    await recordPeopleEvent(tx, caller, { kind: "device_revoked", data: { person, name: revoked.name } });
  });
}
