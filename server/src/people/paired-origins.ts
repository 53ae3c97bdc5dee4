import { eq } from "drizzle-orm";
import type { Database } from "../db/client";
import { devices } from "../db/schema";

const REMEMBERED = 10_000;

/**
 * Tells whether a device of this origin was ever paired. Devices are revoked, never deleted,
 * so a yes stays true and is remembered; a no is asked again.
 */
export function createPairedOrigins(db: Database): (origin: string) => Promise<boolean> {
  const known = new Set<string>();
  return async (origin) => {
    if (known.has(origin)) return true;
    const rows = await db.select({ id: devices.id }).from(devices).where(eq(devices.origin, origin)).limit(1);
    if (rows.length === 0) return false;
    if (known.size >= REMEMBERED) known.clear();
    known.add(origin);
    return true;
  };
}
