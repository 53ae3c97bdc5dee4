import { and, eq, isNotNull } from "drizzle-orm";
import { totpSecrets } from "../db/schema";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";
import { recordPeopleEvent } from "../journal/record-people-event";
import { holdCaller } from "../people/hold-person";
import { newRecoveryCodes, recoveryHashes } from "./recovery-codes";

/** New recovery codes in place of the old ones, used or not. @throws RegisterError `totp-off` */
export async function renewRecoveryCodes(deps: Deps, caller: Caller): Promise<string[]> {
  const recoveryCodes = newRecoveryCodes();
  return deps.tenants.within(caller.orgId, async (tx) => {
    const own = and(eq(totpSecrets.orgId, caller.orgId), eq(totpSecrets.personId, caller.personId));
    const { id, name } = await holdCaller(tx, caller);
    const renewed = await tx
      .update(totpSecrets)
      .set({ recoveryHashes: recoveryHashes(recoveryCodes) })
      .where(and(own, isNotNull(totpSecrets.confirmedAt)))
      .returning({ personId: totpSecrets.personId });
    if (renewed.length === 0) throw new RegisterError("totp-off");
    await recordPeopleEvent(tx, caller, { kind: "recovery_codes_renewed", data: { person: { id, name } } });
    return recoveryCodes;
  });
}
