import { and, eq, isNotNull } from "drizzle-orm";
import type { PersonKey } from "../db/across";
import { totpSecrets } from "../db/schema";
import type { Tenant } from "../db/tenants";
import type { Deps } from "../deps";
import { recordPeopleEvent } from "../journal/record-people-event";
import type { SignInMethod } from "../people/record-sign-in-attempts";
import { findPerson } from "./find-person";
import { plainCode, recoveryHash } from "./recovery-codes";
import type { Sealer } from "./sealer";
import { stepOfCode } from "./totp";

/**
 * The secret of a person's app; null when the key that it was sealed by is not there any more, as when a backup came
 * back without the data folder. That is for the log: whoever signs in has recovery codes, or an administrator.
 */
export async function openSecret(
  log: Deps["log"],
  sealer: Sealer,
  sealed: Uint8Array,
  person: PersonKey,
): Promise<Uint8Array | null> {
  try {
    return await sealer.open(sealed, sealedFor(person));
  } catch (error) {
    log.error(
      { err: error, ...person },
      "a second factor cannot be read: was DATA_DIR/keys/second-factor.key lost?",
    );
    return null;
  }
}

/** Under which a person's secret is sealed. */
export function sealedFor({ orgId, personId }: PersonKey): string {
  return `totp ${orgId} ${personId}`;
}

type TakenCode = Extract<SignInMethod, "second_factor" | "recovery_code">;

/**
 * Takes a code of the person's app or one of their recovery codes; each is taken once, also of several at once.
 *
 * @returns of which kind it was, as the sign-in history tells it; null when it is wrong, or no codes are asked for
 */
export async function takeCode(
  log: Deps["log"],
  tx: Tenant,
  sealer: Sealer,
  person: PersonKey,
  typed: string,
  now: Date,
): Promise<TakenCode | null> {
  const own = and(eq(totpSecrets.orgId, person.orgId), eq(totpSecrets.personId, person.personId));
  const [factor] = await tx
    .select()
    .from(totpSecrets)
    .where(and(own, isNotNull(totpSecrets.confirmedAt)))
    .for("update");
  if (factor === undefined) return null;
  const code = plainCode(typed);

  // First, so that they hold also when the secret cannot be read.
  const hash = recoveryHash(code);
  if (factor.recoveryHashes.includes(hash)) {
    const left = factor.recoveryHashes.filter((kept) => kept !== hash);
    await tx.update(totpSecrets).set({ recoveryHashes: left }).where(own);
    const { id, name } = await findPerson(tx, person);
    await recordPeopleEvent(
      tx,
      { ...person, deviceId: null },
      { kind: "recovery_code_used", data: { person: { id, name }, left: left.length } },
    );
    return "recovery_code";
  }

  const secret = await openSecret(log, sealer, factor.sealedSecret, person);
  const step = secret === null ? null : stepOfCode(secret, code, now);
  if (step === null || (factor.lastStep !== null && step <= factor.lastStep)) return null;
  await tx.update(totpSecrets).set({ lastStep: step }).where(own);
  return "second_factor";
}
