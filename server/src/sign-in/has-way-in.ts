import { and, eq } from "drizzle-orm";
import type { PersonKey } from "../db/across";
import { identities, passkeys } from "../db/schema";
import type { Tenant } from "../db/tenants";

/**
 * Whether a person may sign in without a password: by a passkey, or through the identity provider.
 *
 * @param issuer of the provider that speaks for the organisation now
 */
export async function hasWayIn(
  tx: Tenant,
  { orgId, personId }: PersonKey,
  issuer: string | undefined,
): Promise<boolean> {
  const [passkey] = await tx
    .select({ id: passkeys.id })
    .from(passkeys)
    .where(and(eq(passkeys.orgId, orgId), eq(passkeys.personId, personId)))
    .limit(1);
  if (passkey !== undefined) return true;
  if (issuer === undefined) return false;
  const [identity] = await tx
    .select({ id: identities.id })
    .from(identities)
    .where(and(eq(identities.orgId, orgId), eq(identities.personId, personId), eq(identities.issuer, issuer)))
    .limit(1);
  return identity !== undefined;
}
