import { and, eq, isNotNull } from "drizzle-orm";
import type { PersonKey } from "../db/across";
import { totpSecrets } from "../db/schema";
import type { Tenant } from "../db/tenants";
import { recordPeopleEvent } from "../journal/record-people-event";
import { findPerson } from "./find-person";
import { plainCode, recoveryHash } from "./recovery-codes";
import type { Sealer } from "./sealer";
import { stepOfCode } from "./totp";

/** Under which a person's secret is sealed. */
export function sealedFor({ orgId, personId }: PersonKey): string {
  return `totp ${orgId} ${personId}`;
}

/**
 * Takes a code of the person's app or one of their recovery codes; each is taken once, also of several at once.
 *
 * @returns whether it was right; false too when no codes are asked for
 */
export async function takeCode(
  tx: Tenant,
  sealer: Sealer,
  person: PersonKey,
  typed: string,
  now: Date,
): Promise<boolean> {
  const own = and(eq(totpSecrets.orgId, person.orgId), eq(totpSecrets.personId, person.personId));
  const [factor] = await tx
    .select()
    .from(totpSecrets)
    .where(and(own, isNotNull(totpSecrets.confirmedAt)))
    .for("update");
  if (factor === undefined) return false;
  const code = plainCode(typed);

  const step = stepOfCode(await sealer.open(factor.sealedSecret, sealedFor(person)), code, now);
  if (step !== null) {
    if (factor.lastStep !== null && step <= factor.lastStep) return false;
    await tx.update(totpSecrets).set({ lastStep: step }).where(own);
    return true;
  }

  const hash = recoveryHash(code);
  const left = factor.recoveryHashes.filter((kept) => kept !== hash);
  if (left.length === factor.recoveryHashes.length) return false;
  await tx.update(totpSecrets).set({ recoveryHashes: left }).where(own);
  const { id, name } = await findPerson(tx, person);
  await recordPeopleEvent(
    tx,
    { ...person, deviceId: null },
    { kind: "recovery_code_used", data: { person: { id, name }, left: left.length } },
  );
  return true;
}
