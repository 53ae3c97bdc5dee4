import { and, eq, isNull } from "drizzle-orm";
import { devices } from "../db/schema";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";
import { recordEvent } from "../journal/record-event";

/**
 * Ends a device's right to act for the caller, from the next request on.
 *
 * @throws RegisterError `not-found` for another person's device and for one revoked before
 */
export async function revokeDevice(deps: Deps, caller: Caller, deviceId: string): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const revoked = await tx
      .update(devices)
      .set({ revokedAt: deps.now() })
      .where(
        and(
          eq(devices.orgId, caller.orgId),
          eq(devices.id, deviceId),
          eq(devices.personId, caller.personId),
          isNull(devices.revokedAt),
        ),
      )
      .returning({ name: devices.name });
    if (revoked.length === 0) throw new RegisterError("not-found");
    await recordEvent(tx, caller, { kind: "device_revoked", data: { deviceId, name: revoked[0]?.name } });
  });
}
