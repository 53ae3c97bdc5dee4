import type { Identity } from "@otklik/shared/people/people";
import { and, asc, eq } from "drizzle-orm";
import type { PersonKey } from "../db/across";
import { identities } from "../db/schema";
import type { Tenant } from "../db/tenants";
import type { Caller, Deps } from "../deps";
import type { OidcSettings } from "../env";
import { namePerson } from "../people/name-person";
import { providerOf } from "./provider-organisation";

/**
 * By what a person is known at identity providers, the oldest first.
 *
 * @throws RegisterError `not-found` when the organisation has no such person
 */
export async function listIdentities(deps: Deps, { orgId }: Caller, personId: string): Promise<Identity[]> {
  const provider = await providerOf(deps, orgId);
  return deps.tenants.read(orgId, async (tx) => {
    await namePerson(tx, { orgId, personId });
    return readIdentities(tx, { orgId, personId }, provider);
  });
}

/** The same within a transaction. @param provider the one that speaks for the organisation now */
export async function readIdentities(
  tx: Tenant,
  { orgId, personId }: PersonKey,
  provider: Pick<OidcSettings, "issuer" | "name"> | null,
): Promise<Identity[]> {
  const rows = await tx
    .select({
      id: identities.id,
      issuer: identities.issuer,
      linkedAt: identities.linkedAt,
      lastUsedAt: identities.lastUsedAt,
    })
    .from(identities)
    .where(and(eq(identities.orgId, orgId), eq(identities.personId, personId)))
    .orderBy(asc(identities.linkedAt), asc(identities.id));
  return rows.map((row) => ({
    ...row,
    provider: row.issuer === provider?.issuer ? provider.name : null,
    linkedAt: row.linkedAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  }));
}
