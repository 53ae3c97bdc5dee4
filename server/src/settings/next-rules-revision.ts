import { eq, sql } from "drizzle-orm";
import type { Queryable } from "../db/client";
import { organisations } from "../db/schema";

/**
 * Says in the transaction of a publication that the organisation's rules are others from its commit on. The
 * organisation's row stays locked until then, so that of two who publish at once the second sees the first.
 */
export async function nextRulesRevision(tx: Queryable, orgId: string): Promise<number> {
  const [organisation] = await tx
    .update(organisations)
    .set({ rulesRevision: sql`${organisations.rulesRevision} + 1` })
    .where(eq(organisations.id, orgId))
    .returning({ rulesRevision: organisations.rulesRevision });
  if (organisation === undefined) throw new Error(`No organisation ${orgId}`);
  return organisation.rulesRevision;
}
