import type { PairingRequest } from "@otklik/shared/people/account";
import { and, eq } from "drizzle-orm";
import type { Queryable } from "../db/client";
import { pairings } from "../db/schema";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";
import type { Attempts } from "./attempts";
import { INSTALLATION_ID } from "./secrets";

/**
 * What a person sees before approving a device.
 *
 * @param misses codes that this person asked for and that do not exist: few are typing errors,
 *   many are guessing
 */
export async function findPairing(
  deps: Deps,
  caller: Caller,
  misses: Attempts,
  userCode: string,
): Promise<PairingRequest> {
  return misses.countMisses(caller.personId, "not-found", async () => {
    const [pairing] = await selectPairing(deps.db, userCode);
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
