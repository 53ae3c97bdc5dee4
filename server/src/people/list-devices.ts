import type { Device } from "@otklik/shared/people/account";
import { and, desc, eq, isNull } from "drizzle-orm";
import { devices } from "../db/schema";
import type { Caller, Deps } from "../deps";

/** The caller's own devices that may act for them, newest first. */
export async function listDevices(deps: Deps, caller: Caller): Promise<Device[]> {
  const rows = await deps.db
    .select({
      id: devices.id,
      name: devices.name,
      origin: devices.origin,
      pairedAt: devices.pairedAt,
      lastUsedAt: devices.lastUsedAt,
    })
    .from(devices)
    .where(
      and(eq(devices.orgId, caller.orgId), eq(devices.personId, caller.personId), isNull(devices.revokedAt)),
    )
    .orderBy(desc(devices.pairedAt), desc(devices.id));
  return rows.map((row) => ({
    ...row,
    pairedAt: row.pairedAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  }));
}
