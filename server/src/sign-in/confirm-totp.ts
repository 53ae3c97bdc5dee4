import { and, eq } from "drizzle-orm";
import { totpSecrets } from "../db/schema";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";
import { recordPeopleEvent } from "../journal/record-people-event";
import { holdCaller } from "../people/hold-person";
import { newRecoveryCodes, plainCode, recoveryHashes } from "./recovery-codes";
import type { Sealer } from "./sealer";
import { openSecret } from "./take-code";
import { stepOfCode } from "./totp";

/**
 * Turns the second factor on, when a code shows that the person's app has the secret.
 *
 * @returns the recovery codes, which are shown this once
 * @throws RegisterError `wrong-code`, `totp-on`, or `totp-off` when no secret was offered
 */
export async function confirmTotp(
  deps: Deps,
  sealer: Sealer,
  caller: Caller,
  code: string,
): Promise<string[]> {
  const now = deps.now();
  const recoveryCodes = newRecoveryCodes();
  return deps.tenants.within(caller.orgId, async (tx) => {
    const own = and(eq(totpSecrets.orgId, caller.orgId), eq(totpSecrets.personId, caller.personId));
    const { id, name } = await holdCaller(tx, caller);
    const [offered] = await tx.select().from(totpSecrets).where(own);
    if (offered === undefined) throw new RegisterError("totp-off");
    if (offered.confirmedAt !== null) throw new RegisterError("totp-on");
    const secret = await openSecret(deps.log, sealer, offered.sealedSecret, caller);
    const lastStep = secret === null ? null : stepOfCode(secret, plainCode(code), now);
    if (lastStep === null) throw new RegisterError("wrong-code");
    await tx
      .update(totpSecrets)
      .set({ confirmedAt: now, lastStep, recoveryHashes: recoveryHashes(recoveryCodes) })
      .where(own);
    await recordPeopleEvent(tx, caller, { kind: "second_factor_enabled", data: { person: { id, name } } });
    return recoveryCodes;
  });
}
