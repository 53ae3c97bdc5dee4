import { BatcherFull, createBatcher } from "../db/batcher";
import type { Database } from "../db/client";
import type { Caller } from "../deps";
import { RegisterError } from "../errors";
import { findDeviceCallers } from "./find-device-callers";

/**
 * Finds out for whom a device's token acts. Requests that come together ask together; each is
 * answered by a query that began after it, so a revocation holds from the next request on.
 */
export function createDeviceCallers(db: Database): (token: string) => Promise<Caller | null> {
  let asked = 0;
  const batcher = createBatcher<{ token: string; n: number }, Caller | null>({
    lanes: 2,
    fewestBesideOthers: 16,
    maxItems: 200,
    maxWeight: 200,
    weigh: () => 1,
    // Everybody may travel together, those of one token too.
    keyOf: ({ n }) => String(n),
    maxWaiting: 4_000,
    async run(items) {
      const callers = await findDeviceCallers(db, [...new Set(items.map(({ token }) => token))]);
      return items.map(({ token }) => ({ status: "fulfilled", value: callers.get(token) ?? null }));
    },
  });
  return async (token) => {
    try {
      return await batcher.add({ token, n: asked++ });
    } catch (error) {
      throw error instanceof BatcherFull ? new RegisterError("unavailable", { retryAfterSeconds: 2 }) : error;
    }
  };
}
