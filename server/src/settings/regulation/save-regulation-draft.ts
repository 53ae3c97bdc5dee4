import type { RegulationDraft, SaveDraft } from "@otklik/shared/settings/regulation-settings";
import { eq, sql } from "drizzle-orm";
import type { Queryable } from "../../db/client";
import { organisations, regulationDrafts } from "../../db/schema";
import type { Caller, Deps } from "../../deps";
import { RegisterError } from "../../errors";
import { recordEvent } from "../../journal/record-event";
import { findDraft } from "./read-regulation-settings";

/**
 * Keeps what is being written of the next regulation; there is one draft, of everybody together.
 *
 * @throws RegisterError `draft-changed` when somebody has saved, published or discarded it since `basedOn`
 */
export async function saveRegulationDraft(
  deps: Deps,
  caller: Caller,
  { timeLimits, basedOn }: SaveDraft,
): Promise<RegulationDraft> {
  const { orgId, personId } = caller;
  return deps.tenants.within(caller.orgId, async (tx) => {
    const revision = await nextDraftRevision(tx, orgId);
    await requireDraft(tx, orgId, basedOn);
    const saved = { timeLimits: [...timeLimits], revision, savedAt: deps.now(), savedBy: personId };
    await tx
      .insert(regulationDrafts)
      .values({ orgId, ...saved })
      .onConflictDoUpdate({ target: regulationDrafts.orgId, set: saved });
    await recordEvent(tx, caller, { kind: "regulation_draft_saved", data: { revision, basedOn } });
    const draft = await findDraft(tx, orgId);
    if (draft === null) throw new Error("The draft was not kept");
    return draft;
  });
}

/**
 * Whether the draft is still the one that was looked at. Called with the organisation's row locked.
 *
 * @param revision 0 for none
 * @throws RegisterError `draft-changed`
 */
export async function requireDraft(tx: Queryable, orgId: string, revision: number): Promise<void> {
  const [draft] = await tx
    .select({ revision: regulationDrafts.revision })
    .from(regulationDrafts)
    .where(eq(regulationDrafts.orgId, orgId));
  if ((draft?.revision ?? 0) !== revision) throw new RegisterError("draft-changed");
}

/** Locks the organisation's row, so that of two who save at once the second sees the first. */
async function nextDraftRevision(tx: Queryable, orgId: string): Promise<number> {
  const [organisation] = await tx
    .update(organisations)
    .set({ draftRevision: sql`${organisations.draftRevision} + 1` })
    .where(eq(organisations.id, orgId))
    .returning({ revision: organisations.draftRevision });
  if (organisation === undefined) throw new Error(`No organisation ${orgId}`);
  return organisation.revision;
}
