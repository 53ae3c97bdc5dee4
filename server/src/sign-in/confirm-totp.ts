import { and, eq } from "drizzle-orm";
import { totpSecrets } from "../db/schema";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";
import { recordPeopleEvent } from "../journal/record-people-event";
import { holdCaller } from "../people/hold-person";
import { newRecoveryCodes, plainCode, recoveryHashes } from "./recovery-codes";
import type { Sealer } from "./sealer";
import { openSecret } from "./take-code";
import { stepAt, stepOfCode, stepsIn } from "./totp";

/** Ten minutes: who found the secret on a screen that was left must not turn it on another day. */
const OFFERED_STEPS = stepsIn(10);

/**
 * Turns the second factor on, when a code shows that the person's app has the secret.
 *
 * @returns the recovery codes, which are shown this once
 * @throws RegisterError `wrong-code`; `too-many-requests` after too many; `totp-on`; `totp-off` when no secret was
 *   offered, `sign-in-step-over` when it was too long ago
 */
export async function confirmTotp(
  deps: Deps,
  sealer: Sealer,
  caller: Caller,
  code: string,
): Promise<string[]> {
  // A secret that only waits must not be guessed at either.
  return deps.limits.secondFactor.countMisses(
    `enrol ${caller.orgId} ${caller.personId}`,
    "wrong-code",
    async () => turnOn(deps, sealer, caller, code),
  );
}

async function turnOn(deps: Deps, sealer: Sealer, caller: Caller, code: string): Promise<string[]> {
  const now = deps.now();
  const recoveryCodes = newRecoveryCodes();
  return deps.tenants.within(caller.orgId, async (tx) => {
    const own = and(eq(totpSecrets.orgId, caller.orgId), eq(totpSecrets.personId, caller.personId));
    const { id, name } = await holdCaller(tx, caller);
    const [offered] = await tx.select().from(totpSecrets).where(own);
    if (offered === undefined) throw new RegisterError("totp-off");
    if (offered.confirmedAt !== null) throw new RegisterError("totp-on");
    // Until the first code is taken the last step is that of the offer.
    if (stepAt(now) - (offered.lastStep ?? 0) >= OFFERED_STEPS) throw new RegisterError("sign-in-step-over");
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
