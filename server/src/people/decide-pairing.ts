import type { PairingDecision, PairingRequest } from "@otklik/shared/people/account";
import type { Queryable } from "../db/client";
import { pairings } from "../db/schema";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";
import { recordPeopleEvent } from "../journal/record-people-event";
import { countingMisses, isPairing, lockPairing, requireClaim, toPairingRequest } from "./claim-pairing";
import { holdCaller } from "./hold-person";
import { INSTALLATION_ID } from "./secrets";
import { sessionOf } from "./session-of";

/**
 * Approves or refuses a device that waits; once decided it stays so.
 *
 * @throws RegisterError `not-found`, `pairing-expired`, `pairing-decided`; `pairing-claimed` unless this session has
 *   opened the code; `not-signed-in` when the session was ended meanwhile
 */
export async function decidePairing(
  deps: Deps,
  caller: Caller,
  input: { readonly userCode: string; readonly decision: PairingDecision },
): Promise<PairingRequest> {
  const decide = async (tx: Queryable) => {
    // Before the pairing, as whoever cuts them off does: nothing is approved by a session that has just been ended.
    await holdCaller(tx, caller);
    const pairing = await lockPairing(tx, input.userCode, deps.now());
    requireClaim(pairing, sessionOf(caller));
    if (pairing.decision !== null) throw new RegisterError("pairing-decided");
    await tx
      .update(pairings)
      .set({ decision: input.decision, decidedByOrgId: caller.orgId, decidedBy: caller.personId })
      .where(isPairing(pairing));
    await recordPeopleEvent(tx, caller, {
      kind: input.decision === "approve" ? "pairing_approved" : "pairing_refused",
      data: { deviceName: pairing.deviceName, origin: pairing.origin },
    });
    return toPairingRequest({ ...pairing, decision: input.decision });
  };
  return countingMisses(deps, caller, () => deps.tenants.within([INSTALLATION_ID, caller.orgId], decide));
}
