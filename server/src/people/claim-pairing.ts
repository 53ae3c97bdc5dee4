import type { PairingRequest } from "@otklik/shared/people/account";
import { and, eq, isNull } from "drizzle-orm";
import type { Queryable } from "../db/client";
import { pairings } from "../db/schema";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";
import { INSTALLATION_ID } from "./secrets";
import { sessionOf } from "./session-of";

type Pairing = typeof pairings.$inferSelect;

/**
 * Opens a code for the session that asks, and tells what asks to be paired. From then on no other session decides it:
 * whoever guesses a code that somebody else looks at gets nothing by it.
 *
 * @throws RegisterError `not-found`, `pairing-expired`; `pairing-claimed` when another session was first
 */
export async function claimPairing(deps: Deps, caller: Caller, userCode: string): Promise<PairingRequest> {
  return countingMisses(deps, caller, () =>
    deps.tenants.within(INSTALLATION_ID, async (tx) => {
      const pairing = await lockPairing(tx, userCode, deps.now());
      const sessionId = sessionOf(caller);
      if (pairing.claimedBySession === null) {
        await tx.update(pairings).set({ claimedBySession: sessionId }).where(isPairing(pairing));
      } else {
        requireClaim(pairing, sessionId);
      }
      return toPairingRequest(pairing);
    }),
  );
}

/** @throws RegisterError `pairing-claimed` unless this session has opened it */
export function requireClaim(pairing: Pairing, sessionId: string): void {
  if (pairing.claimedBySession !== sessionId) throw new RegisterError("pairing-claimed");
}

/** @throws RegisterError `not-found`; `pairing-expired` also for a code that was burned */
export async function lockPairing(tx: Queryable, userCode: string, now: Date): Promise<Pairing> {
  const [pairing] = await tx
    .select()
    .from(pairings)
    .where(and(eq(pairings.orgId, INSTALLATION_ID), eq(pairings.userCode, userCode)))
    .for("update");
  if (pairing === undefined) throw new RegisterError("not-found");
  if (pairing.expiresAt <= now || pairing.burnedAt !== null) throw new RegisterError("pairing-expired");
  return pairing;
}

/** The condition for this very row. */
export function isPairing({ deviceCodeHash }: Pick<Pairing, "deviceCodeHash">) {
  return and(eq(pairings.orgId, INSTALLATION_ID), eq(pairings.deviceCodeHash, deviceCodeHash));
}

/**
 * Counts codes that do not exist by the person who gave them: few are typing errors, many are guessing. Whoever
 * guesses on loses what they have opened as well.
 */
export async function countingMisses<Result>(
  deps: Deps,
  caller: Caller,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await deps.limits.pairingMisses.countMisses(caller.personId, "not-found", work);
  } catch (error) {
    if (error instanceof RegisterError && error.code === "too-many-requests") {
      await burnClaimed(deps, sessionOf(caller));
    }
    throw error;
  }
}

async function burnClaimed(deps: Deps, sessionId: string): Promise<void> {
  const isOpen = and(isNull(pairings.decision), isNull(pairings.burnedAt));
  await deps.tenants.within(INSTALLATION_ID, (tx) =>
    tx
      .update(pairings)
      .set({ burnedAt: deps.now() })
      .where(and(eq(pairings.orgId, INSTALLATION_ID), eq(pairings.claimedBySession, sessionId), isOpen)),
  );
}

/** A pairing as the person reads it who is asked to approve it. */
export function toPairingRequest(pairing: Pairing): PairingRequest {
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
