import { eq } from "drizzle-orm";
import { regulationDrafts } from "../../db/schema";
import type { Caller, Deps } from "../../deps";
import { recordEvent } from "../../journal/record-event";

/** Throws away what was being written of the next regulation; without a draft nothing is done. */
export async function discardRegulationDraft(deps: Deps, caller: Caller): Promise<void> {
  await deps.tenants.within(caller.orgId, async (tx) => {
    const gone = await tx
      .delete(regulationDrafts)
      .where(eq(regulationDrafts.orgId, caller.orgId))
      .returning({ revision: regulationDrafts.revision });
    for (const { revision } of gone) {
      await recordEvent(tx, caller, { kind: "regulation_draft_discarded", data: { revision } });
    }
  });
}
