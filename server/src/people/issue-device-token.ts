import { createHash, randomUUID, timingSafeEqual } from "node:crypto";
import type { PairingToken, PairingTokenRequest } from "@otklik/shared/people/account";
import { PAIRING_SLOW_DOWN_SECONDS } from "@otklik/shared/people/pairing-pace";
import { EXTENSION_SCOPE } from "@otklik/shared/people/roles";
import { and, eq, isNull } from "drizzle-orm";
import type { Queryable } from "../db/client";
import { devices, pairings, people } from "../db/schema";
import type { Deps } from "../deps";
import { RegisterError } from "../errors";
import { recordPeopleEvent } from "../journal/record-people-event";
import { isPairing } from "./claim-pairing";
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
  const orgId = await findDecider(deps, input.deviceCode);
  // What is refused must still be remembered, too early and wrong questions alike, so the transaction ends well and
  // tells by its result.
  const outcome = await deps.tenants.within([INSTALLATION_ID, orgId], async (tx) => {
    const [pairing] = await tx.select().from(pairings).where(byDeviceCode(input.deviceCode)).for("update");
    if (pairing === undefined || pairing.issuedAt !== null) return new RegisterError("pairing-invalid");
    if (pairing.expiresAt <= deps.now() || pairing.burnedAt !== null) {
      return new RegisterError("pairing-expired");
    }
    if (!isBeginner(pairing, origin, input.codeVerifier)) return countMiss(tx, pairing, deps.now());
    if (pairing.decision === "refuse") return new RegisterError("pairing-refused");
    // Approved only now: the transaction is not for that organisation, and the device asks again.
    if (pairing.decision === null || pairing.decidedByOrgId !== orgId)
      return waiting(tx, pairing, deps.now());
    return issue(tx, pairing, deps.now());
  });
  if (outcome instanceof RegisterError) throw outcome;
  return outcome;
}

/** The organisation whose the device will be; the installation's own id as long as nobody has decided. */
async function findDecider(deps: Deps, deviceCode: string): Promise<string> {
  const [row] = await deps.tenants.read(INSTALLATION_ID, (tx) =>
    tx.select({ orgId: pairings.decidedByOrgId }).from(pairings).where(byDeviceCode(deviceCode)),
  );
  return row?.orgId ?? INSTALLATION_ID;
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

async function issue(tx: Queryable, pairing: Pairing, now: Date): Promise<PairingToken> {
  if (pairing.decidedByOrgId === null || pairing.decidedBy === null) {
    throw new Error("An approved pairing does not say by whom");
  }
  const secret = newSecret();
  const device = { orgId: pairing.decidedByOrgId, id: randomUUID(), personId: pairing.decidedBy };
  await tx.insert(devices).values({
    ...device,
    name: pairing.deviceName,
    origin: pairing.origin,
    secretHash: hashSecret(secret),
    scope: [...EXTENSION_SCOPE],
    pairedAt: now,
  });
  await tx.update(pairings).set({ issuedAt: now }).where(isPairing(pairing));
  const [owner] = await tx
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(and(eq(people.orgId, device.orgId), eq(people.id, device.personId), isNull(people.disabledAt)));
  // Shut out since they approved it.
  if (owner === undefined) throw new RegisterError("pairing-expired");
  await recordPeopleEvent(
    tx,
    { ...device, deviceId: device.id },
    {
      kind: "device_paired",
      data: { person: owner, name: pairing.deviceName, origin: pairing.origin },
    },
  );
  return { token: formatToken(device.orgId, secret), deviceId: device.id };
}
