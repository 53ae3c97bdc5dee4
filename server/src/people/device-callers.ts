import { BatcherFull, createBatcher } from "../db/batcher";
import type { Tenants } from "../db/tenants";
import type { Caller } from "../deps";
import { RegisterError } from "../errors";
import { findDeviceCallers, type ShownToken } from "./find-device-callers";

/**
 * Finds out for whom a device's token acts. Requests that come together ask together; each is
 * answered by a query that began after it, so a revocation holds from the next request on.
 */
export function createDeviceCallers(
  tenants: Tenants,
): (token: string, address: string) => Promise<Caller | null> {
  let asked = 0;
  const batcher = createBatcher<ShownToken & { n: number }, Caller | null>({
    lanes: 2,
    fewestBesideOthers: 16,
    maxItems: 200,
    maxWeight: 200,
    weigh: () => 1,
    // Everybody may travel together, those of one token too.
    keyOf: ({ n }) => String(n),
    maxWaiting: 4_000,
    async run(items) {
      const shown = new Map(items.map((item) => [item.token, item]));
      const callers = await findDeviceCallers(tenants, [...shown.values()]);
      return items.map(({ token }) => ({ status: "fulfilled", value: callers.get(token) ?? null }));
    },
  });
  return async (token, address) => {
    try {
      return await batcher.add({ token, address, n: asked++ });
    } catch (error) {
      throw error instanceof BatcherFull ? new RegisterError("unavailable", { retryAfterSeconds: 2 }) : error;
    }
  };
}
