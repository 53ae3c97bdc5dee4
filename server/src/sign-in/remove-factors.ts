import { and, eq } from "drizzle-orm";
import type { PersonKey } from "../db/across";
import type { Queryable } from "../db/client";
import { passkeys, totpSecrets } from "../db/schema";

/** From now on none of the person's passkeys opens anything. @returns how many there were */
export async function removePasskeysOf(tx: Queryable, { orgId, personId }: PersonKey): Promise<number> {
  const removed = await tx
    .delete(passkeys)
    .where(and(eq(passkeys.orgId, orgId), eq(passkeys.personId, personId)))
    .returning({ id: passkeys.id });
  return removed.length;
}

/** Codes are asked for no more, and recovery codes are worth nothing. @returns whether they were asked for */
export async function removeTotpOf(tx: Queryable, { orgId, personId }: PersonKey): Promise<boolean> {
  const removed = await tx
    .delete(totpSecrets)
    .where(and(eq(totpSecrets.orgId, orgId), eq(totpSecrets.personId, personId)))
    .returning({ confirmedAt: totpSecrets.confirmedAt });
  return removed.some(({ confirmedAt }) => confirmedAt !== null);
}
