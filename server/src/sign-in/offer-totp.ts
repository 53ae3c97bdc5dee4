import type { TotpOffer } from "@otklik/shared/people/sign-in";
import { isNull } from "drizzle-orm";
import { totpSecrets } from "../db/schema";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";
import { holdCaller } from "../people/hold-person";
import type { Sealer } from "./sealer";
import { sealedFor } from "./take-code";
import { newTotpSecret, stepAt, totpOffer } from "./totp";

/**
 * Gives the person a secret for their app. Nothing is asked of them by it until a first code has shown that they
 * have it; an offer that was not taken up is replaced, and ends by itself after ten minutes.
 *
 * @throws RegisterError `totp-on`
 */
export async function offerTotp(deps: Deps, sealer: Sealer, caller: Caller): Promise<TotpOffer> {
  const { orgId, personId } = caller;
  const secret = newTotpSecret();
  const sealedSecret = await sealer.seal(secret, sealedFor(caller));
  const lastStep = stepAt(deps.now());
  return deps.tenants.within(orgId, async (tx) => {
    const { email } = await holdCaller(tx, caller);
    const offered = await tx
      .insert(totpSecrets)
      .values({ orgId, personId, sealedSecret, lastStep, recoveryHashes: [] })
      .onConflictDoUpdate({
        target: [totpSecrets.orgId, totpSecrets.personId],
        set: { sealedSecret, lastStep },
        setWhere: isNull(totpSecrets.confirmedAt),
      })
      .returning({ personId: totpSecrets.personId });
    if (offered.length === 0) throw new RegisterError("totp-on");
    return totpOffer(secret, email);
  });
}
