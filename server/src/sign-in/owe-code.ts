import type { CodeOwed } from "@otklik/shared/people/sign-in";
import { and, eq, isNotNull } from "drizzle-orm";
import type { PersonKey } from "../db/across";
import { totpSecrets } from "../db/schema";
import type { Tenant } from "../db/tenants";
import { formatToken, newSecret } from "../people/secrets";
import { keepStep } from "./sign-in-steps";

/** What a person who has given the right password still owes; null when a password is enough for them. */
export async function oweCode(tx: Tenant, person: PersonKey, now: Date): Promise<CodeOwed | null> {
  const [factor] = await tx
    .select({ confirmedAt: totpSecrets.confirmedAt })
    .from(totpSecrets)
    .where(
      and(
        eq(totpSecrets.orgId, person.orgId),
        eq(totpSecrets.personId, person.personId),
        isNotNull(totpSecrets.confirmedAt),
      ),
    );
  if (factor === undefined) return null;
  const secret = newSecret();
  const expiresAt = await keepStep(tx, { ...person, kind: "second_factor", secret }, now);
  return { step: formatToken(person.orgId, secret), expiresAt: expiresAt.toISOString() };
}
