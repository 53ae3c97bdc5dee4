import type { PairingRequest } from "@otklik/shared/people/account";
import { and, eq } from "drizzle-orm";
import type { Queryable } from "../db/client";
import { pairings } from "../db/schema";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";
import { INSTALLATION_ID } from "./secrets";

/**
 * What a person sees before approving a device. Codes that do not exist are counted by person: few are typing
 * errors, many are guessing.
 */
export async function findPairing(deps: Deps, caller: Caller, userCode: string): Promise<PairingRequest> {
  return deps.limits.pairingMisses.countMisses(caller.personId, "not-found", async () => {
    const [pairing] = await deps.tenants.read(INSTALLATION_ID, (tx) => selectPairing(tx, userCode));
    if (pairing === undefined) throw new RegisterError("not-found");
    if (pairing.expiresAt <= deps.now()) throw new RegisterError("pairing-expired");
    return toPairingRequest(pairing);
  });
}

export function selectPairing(db: Queryable, userCode: string) {
  return db
    .select()
    .from(pairings)
    .where(and(eq(pairings.orgId, INSTALLATION_ID), eq(pairings.userCode, userCode)));
}

export function toPairingRequest(pairing: typeof pairings.$inferSelect): PairingRequest {
  return {
    userCode: pairing.userCode,
    deviceName: pairing.deviceName,
    origin: pairing.origin,
    requestedAt: pairing.requestedAt.toISOString(),
    expiresAt: pairing.expiresAt.toISOString(),
    status: STATUS[pairing.decision ?? "none"],
  };
}

const STATUS = { none: "waiting", approve: "approved", refuse: "refused" } as const;
