import type { SiteCorrections } from "@otklik/shared/capture/site-corrections";
import { desc, eq } from "drizzle-orm";
import type { Queryable } from "../db/client";
import { organisations, siteCorrections } from "../db/schema";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";
import { recordEvent } from "../journal/record-event";

/** Those in force; revision 0 without any before the first was saved. */
export function findCorrections(deps: Pick<Deps, "tenants">, { orgId }: Caller): Promise<SiteCorrections> {
  return deps.tenants.read(orgId, (tx) => correctionsOf(tx, orgId));
}

async function correctionsOf(tx: Queryable, orgId: string): Promise<SiteCorrections> {
  const [row] = await tx
    .select({ revision: siteCorrections.revision, sites: siteCorrections.sites })
    .from(siteCorrections)
    .where(eq(siteCorrections.orgId, orgId))
    .orderBy(desc(siteCorrections.revision))
    .limit(1);
  return row ?? { revision: 0, sites: {} };
}

/**
 * Puts others in the place of those in force. Extensions take them with their next refresh.
 *
 * @param given with the revision that was changed
 * @throws RegisterError `corrections-changed` when somebody else has saved meanwhile
 */
export async function saveCorrections(
  deps: Pick<Deps, "tenants" | "now">,
  caller: Caller,
  given: SiteCorrections,
): Promise<SiteCorrections> {
  const { orgId, personId } = caller;
  return deps.tenants.within(orgId, async (tx) => {
    // Two admins go one after the other.
    await tx
      .select({ id: organisations.id })
      .from(organisations)
      .where(eq(organisations.id, orgId))
      .for("update");
    const { revision, sites: before } = await correctionsOf(tx, orgId);
    if (revision !== given.revision) throw new RegisterError("corrections-changed");
    const saved = { revision: revision + 1, sites: given.sites };
    await tx.insert(siteCorrections).values({ orgId, ...saved, savedAt: deps.now(), savedBy: personId });
    await recordEvent(tx, caller, {
      kind: "site_corrections_changed",
      data: { revision: saved.revision, before, after: given.sites },
    });
    return saved;
  });
}
