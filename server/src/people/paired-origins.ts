import type { Across } from "../db/across";

const REMEMBERED = 10_000;

/**
 * Tells whether a device of this origin was ever paired. Devices are revoked, never deleted,
 * so a yes stays true and is remembered; a no is asked again.
 */
export function createPairedOrigins(across: Across): (origin: string) => Promise<boolean> {
  const known = new Set<string>();
  return async (origin) => {
    if (known.has(origin)) return true;
    if (!(await across.isPairedOrigin(origin))) return false;
    if (known.size >= REMEMBERED) known.clear();
    known.add(origin);
    return true;
  };
}
