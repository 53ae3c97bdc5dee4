import type { PairingDecision, PairingRequest } from "@otklik/shared/people/account";
import { and, eq } from "drizzle-orm";
import type { Queryable } from "../db/client";
import { pairings } from "../db/schema";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";
import { recordPeopleEvent } from "../journal/record-people-event";
import { selectPairing, toPairingRequest } from "./find-pairing";
import { INSTALLATION_ID } from "./secrets";

/** Approves or refuses a device that waits; once decided it stays so. */
export async function decidePairing(
  deps: Deps,
  caller: Caller,
  input: { readonly userCode: string; readonly decision: PairingDecision },
): Promise<PairingRequest> {
  const decide = async (tx: Queryable) => {
    const [pairing] = await selectPairing(tx, input.userCode).for("update");
    if (pairing === undefined) throw new RegisterError("not-found");
    if (pairing.expiresAt <= deps.now()) throw new RegisterError("pairing-expired");
    if (pairing.decision !== null) throw new RegisterError("pairing-decided");
    await tx
      .update(pairings)
      .set({ decision: input.decision, decidedByOrgId: caller.orgId, decidedBy: caller.personId })
      .where(and(eq(pairings.orgId, INSTALLATION_ID), eq(pairings.deviceCodeHash, pairing.deviceCodeHash)));
    await recordPeopleEvent(tx, caller, {
      kind: input.decision === "approve" ? "pairing_approved" : "pairing_refused",
      data: { deviceName: pairing.deviceName, origin: pairing.origin },
    });
    return toPairingRequest({ ...pairing, decision: input.decision });
  };
  return deps.limits.pairingMisses.countMisses(caller.personId, "not-found", () =>
    deps.tenants.within([INSTALLATION_ID, caller.orgId], decide),
  );
}
