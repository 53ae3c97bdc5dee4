import type { ReportHealth } from "@otklik/shared/capture/adapter-health";
import { CLIP_FIELDS } from "@otklik/shared/complaint/clip-fields";
import { MILLISECONDS_OF_DAY } from "@otklik/shared/deadline/time/local-day";
import { and, eq, lt, sql } from "drizzle-orm";
import { healthReports } from "../db/schema";
import type { Caller, Deps } from "../deps";

/** A report that was not answered comes again within days, not weeks. */
const REMEMBERED_DAYS = 30;

/** Adds what an extension has counted to the organisation's counts; the same report counts once. */
export async function reportHealth(
  deps: Pick<Deps, "tenants" | "now">,
  { orgId }: Caller,
  { id, counts }: ReportHealth,
): Promise<void> {
  const now = deps.now();
  const rows = counts.flatMap(({ adapter, day, read, fellBack, filled, missed }) =>
    [
      { part: "post", found: read, missed: fellBack },
      ...CLIP_FIELDS.map((part) => ({ part, found: filled[part] ?? 0, missed: missed[part] ?? 0 })),
    ]
      .filter((count) => count.found + count.missed > 0)
      .map((count) => ({ adapter, day, ...count })),
  );
  await deps.tenants.within(orgId, async (tx) => {
    const noted = await tx
      .insert(healthReports)
      .values({ orgId, id, receivedAt: now })
      .onConflictDoNothing()
      .returning({ id: healthReports.id });
    if (noted.length === 0) return;
    const forgotten = new Date(now.getTime() - REMEMBERED_DAYS * MILLISECONDS_OF_DAY);
    await tx
      .delete(healthReports)
      .where(and(eq(healthReports.orgId, orgId), lt(healthReports.receivedAt, forgotten)));
    // Summed first, for a report may name an adapter twice; in order, so that two reports never wait in a circle.
    await tx.execute(sql`
      INSERT INTO adapter_counts AS c (org_id, day, adapter, part, found, missed)
      SELECT ${orgId}::uuid, r.day, r.adapter, r.part, sum(r.found), sum(r.missed)
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
        AS r(adapter text, day date, part text, found integer, missed integer)
      GROUP BY r.day, r.adapter, r.part
      ORDER BY r.day, r.adapter, r.part
      ON CONFLICT (org_id, day, adapter, part) DO UPDATE
      SET found = least(c.found::bigint + excluded.found, 2147483647), missed = least(c.missed::bigint + excluded.missed, 2147483647)`);
  });
}
