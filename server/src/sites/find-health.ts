import type { AdapterHealth, HealthReport } from "@otklik/shared/capture/adapter-health";
import { MILLISECONDS_OF_DAY } from "@otklik/shared/deadline/time/local-day";
import { and, asc, desc, eq, gte } from "drizzle-orm";
import { adapterCounts } from "../db/schema";
import type { Caller, Deps } from "../deps";

const SHOWN_DAYS = 14;

/** What the organisation's extensions have read of each site in the last fourteen days, by day. */
export async function findHealth(
  deps: Pick<Deps, "tenants" | "now">,
  { orgId }: Caller,
): Promise<HealthReport> {
  const from = new Date(deps.now().getTime() - (SHOWN_DAYS - 1) * MILLISECONDS_OF_DAY);
  const rows = await deps.tenants.read(orgId, (tx) =>
    tx
      .select()
      .from(adapterCounts)
      .where(and(eq(adapterCounts.orgId, orgId), gte(adapterCounts.day, from.toISOString().slice(0, 10))))
      .orderBy(desc(adapterCounts.day), asc(adapterCounts.adapter), asc(adapterCounts.part)),
  );
  const counts = new Map<string, AdapterHealth>();
  for (const { adapter, day, part, found, missed } of rows) {
    const key = `${day} ${adapter}`;
    const one = counts.get(key) ?? { adapter, day, read: 0, fellBack: 0, filled: {}, missed: {} };
    if (part === "post") {
      one.read = found;
      one.fellBack = missed;
    } else {
      one.filled[part] = found;
      one.missed[part] = missed;
    }
    counts.set(key, one);
  }
  return { counts: [...counts.values()] };
}
