import type { Device } from "@otklik/shared/people/account";
import { and, desc, eq, isNull } from "drizzle-orm";
import { devices } from "../db/schema";
import type { Caller, Deps } from "../deps";
import { namePerson } from "./name-person";

/** A person's devices that may act for them, newest first. @throws RegisterError `not-found` when the organisation has no such person */
export async function listDevices(deps: Deps, caller: Caller, personId: string): Promise<Device[]> {
  const rows = await deps.tenants.read(caller.orgId, async (tx) => {
    await namePerson(tx, { orgId: caller.orgId, personId });
    return tx
      .select({
        id: devices.id,
        name: devices.name,
        origin: devices.origin,
        pairedAt: devices.pairedAt,
        lastUsedAt: devices.lastUsedAt,
        lastAddress: devices.lastAddress,
      })
      .from(devices)
      .where(and(eq(devices.orgId, caller.orgId), eq(devices.personId, personId), isNull(devices.revokedAt)))
      .orderBy(desc(devices.pairedAt), desc(devices.id));
  });
  return rows.map((row) => ({
    ...row,
    pairedAt: row.pairedAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  }));
}
