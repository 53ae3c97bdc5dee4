import { createHash, randomUUID, timingSafeEqual } from "node:crypto";
import type { PairingToken, PairingTokenRequest } from "@otklik/shared/people/account";
import { PAIRING_SLOW_DOWN_SECONDS } from "@otklik/shared/people/pairing-pace";
import { EXTENSION_SCOPE } from "@otklik/shared/people/roles";
import { and, eq } from "drizzle-orm";
import type { PersonKey } from "../db/across";
import type { Queryable } from "../db/client";
import { devices, pairings } from "../db/schema";
import type { Deps } from "../deps";
import { RegisterError } from "../errors";
import { recordPeopleEvent } from "../journal/record-people-event";
import { isPairing } from "./claim-pairing";
import { holdPerson } from "./hold-person";
import { formatToken, hashSecret, INSTALLATION_ID, newSecret } from "./secrets";
import { PAIRING_INTERVAL_SECONDS } from "./start-pairing";

/** Wrong verifiers after which even the right one opens nothing. */
const MISSES_BEFORE_BURNED = 5;
/** Networks shorten the gap between two questions: so much early is not too fast. */
const EARLY_MS = 1000;

type Pairing = typeof pairings.$inferSelect;

/**
 * Answers a device that asks for its token: once, when a person has approved it.
 *
 * @param origin of the asking extension: the one that began
 * @throws RegisterError `pairing-waiting`, `pairing-too-fast`, `pairing-refused`, `pairing-expired`; and
 *   `pairing-invalid` alike for a code that is unknown, used, or another device's
 * @see RFC 8628, 3.5: authorization_pending, slow_down, access_denied, expired_token; RFC 6749, 5.2: invalid_grant
 */
export async function issueDeviceToken(
  deps: Deps,
  origin: string,
  input: PairingTokenRequest,
): Promise<PairingToken> {
  const decider = await findDecider(deps, input.deviceCode);
  // What is refused must still be remembered, too early and wrong questions alike, so the transaction ends well and
  // tells by its result.
  const orgs = [INSTALLATION_ID, decider?.orgId ?? INSTALLATION_ID];
  const outcome = await deps.tenants.within(orgs, async (tx) => {
    // Before the pairing, as whoever cuts them off does: nobody waits in a circle.
    const owner = decider && (await holdPerson(tx, decider, "share"));
    const [pairing] = await tx.select().from(pairings).where(byDeviceCode(input.deviceCode)).for("update");
    if (pairing === undefined || pairing.issuedAt !== null) return new RegisterError("pairing-invalid");
    if (pairing.expiresAt <= deps.now() || pairing.burnedAt !== null) {
      return new RegisterError("pairing-expired");
    }
    if (!isBeginner(pairing, origin, input.codeVerifier)) return countMiss(tx, pairing, deps.now());
    if (pairing.decision === "refuse") return new RegisterError("pairing-refused");
    // Approved only now: the transaction is not for that organisation, and the device asks again.
    if (pairing.decision === null || decider === null) return waiting(tx, pairing, deps.now());
    // Shut out since they approved it.
    if (owner === null) return new RegisterError("pairing-expired");
    return issue(tx, pairing, { orgId: decider.orgId, id: owner.id, name: owner.name }, deps.now());
  });
  if (outcome instanceof RegisterError) throw outcome;
  return outcome;
}

/** Whose the device will be; null as long as nobody has decided. */
async function findDecider(deps: Deps, deviceCode: string): Promise<PersonKey | null> {
  const [row] = await deps.tenants.read(INSTALLATION_ID, (tx) =>
    tx
      .select({ orgId: pairings.decidedByOrgId, personId: pairings.decidedBy })
      .from(pairings)
      .where(byDeviceCode(deviceCode)),
  );
  if (row === undefined || row.orgId === null || row.personId === null) return null;
  return { orgId: row.orgId, personId: row.personId };
}

function byDeviceCode(deviceCode: string) {
  return and(eq(pairings.orgId, INSTALLATION_ID), eq(pairings.deviceCodeHash, hashSecret(deviceCode)));
}

/** Whether it is the device that began: its browser names the same extension, and it knows the verifier (RFC 7636, 4.6). */
function isBeginner(pairing: Pairing, origin: string, codeVerifier: string): boolean {
  const challenge = createHash("sha256").update(codeVerifier).digest();
  const expected = Buffer.from(pairing.codeChallenge, "base64url");
  const isSame = expected.length === challenge.length && timingSafeEqual(challenge, expected);
  return isSame && pairing.origin === origin;
}

async function countMiss(tx: Queryable, pairing: Pairing, now: Date): Promise<RegisterError> {
  const misses = pairing.misses + 1;
  const burnedAt = misses >= MISSES_BEFORE_BURNED ? now : null;
  await tx.update(pairings).set({ misses, burnedAt }).where(isPairing(pairing));
  return new RegisterError("pairing-invalid");
}

async function waiting(tx: Queryable, pairing: Pairing, now: Date): Promise<RegisterError> {
  const sincePolledMs = pairing.polledAt === null ? Infinity : now.getTime() - pairing.polledAt.getTime();
  const isTooFast = sincePolledMs < intervalSeconds(pairing) * 1000 - EARLY_MS;
  const slowDowns = pairing.slowDowns + (isTooFast ? 1 : 0);
  await tx.update(pairings).set({ polledAt: now, slowDowns }).where(isPairing(pairing));
  return new RegisterError(isTooFast ? "pairing-too-fast" : "pairing-waiting", {
    retryAfterSeconds: intervalSeconds({ slowDowns }),
  });
}

/** Each time that it was too fast makes it longer, for this pairing and for good. */
function intervalSeconds({ slowDowns }: Pick<Pairing, "slowDowns">): number {
  return PAIRING_INTERVAL_SECONDS + slowDowns * PAIRING_SLOW_DOWN_SECONDS;
}

async function issue(
  tx: Queryable,
  pairing: Pairing,
  owner: { readonly orgId: string; readonly id: string; readonly name: string },
  now: Date,
): Promise<PairingToken> {
  const secret = newSecret();
  const device = { orgId: owner.orgId, id: randomUUID(), personId: owner.id };
  await tx.insert(devices).values({
    ...device,
    name: pairing.deviceName,
    origin: pairing.origin,
    secretHash: hashSecret(secret),
    scope: [...EXTENSION_SCOPE],
    pairedAt: now,
  });
  await tx.update(pairings).set({ issuedAt: now }).where(isPairing(pairing));
  await recordPeopleEvent(
    tx,
    { ...device, deviceId: device.id },
    {
      kind: "device_paired",
      data: { person: { id: owner.id, name: owner.name }, name: pairing.deviceName, origin: pairing.origin },
    },
  );
  return { token: formatToken(device.orgId, secret), deviceId: device.id };
}
